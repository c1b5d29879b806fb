import { sendTouches } from "../shared/touch/send.ts";
import { TouchBatch } from "../shared/touch/touch.ts";
import { eachMessage } from "./batch.ts";

/** Touches queue: send a batch. */
export const send = eachMessage(TouchBatch, sendTouches);
