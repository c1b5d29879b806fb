import { recordEngagement } from "../shared/engagement/record.ts";
import { Signal } from "../shared/engagement/signal.ts";
import { allMessages } from "./batch.ts";

/** Signals queue: record what prospects did, and open a call task at a rise. */
export const engage = allMessages(Signal, recordEngagement);
