import { recordEngagement } from "../shared/engagement/record.ts";
import { Signal } from "../shared/engagement/signal.ts";
import { allMessages } from "./batch.ts";

/** Signals queue: record what prospects did, open a call task at a rise, and take back one that a machine made. */
export const engage = allMessages(Signal, recordEngagement);
