import { deliverNotice } from "../shared/notice/deliver.ts";
import { Notice } from "../shared/notice/notice.ts";
import { eachMessage } from "./batch.ts";

/** Notices queue: tell whoever wants to hear of it what became of a call task. */
export const notify = eachMessage(Notice, deliverNotice);
