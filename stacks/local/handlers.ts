import type { QueueHandler, ScheduleHandler } from "../../functions/batch.ts";
import { dispatch } from "../../functions/dispatch.ts";
import { engage } from "../../functions/engage.ts";
import { gather } from "../../functions/gather.ts";
import { notify } from "../../functions/notify.ts";
import { reckon } from "../../functions/reckon.ts";
import { remind } from "../../functions/remind.ts";
import { send } from "../../functions/send.ts";
import { sweep } from "../../functions/sweep.ts";
import type { queues, scheduled } from "../topology.ts";

/** The functions behind this machine's queues; what became of an email comes from SES, on AWS only. */
export const queueHandlers: { readonly [name in Exclude<keyof typeof queues, "feedback">]: QueueHandler } = {
  touches: send,
  signals: engage,
  notices: notify,
  reckonings: reckon,
};

export const scheduleHandlers: { readonly [target in (typeof scheduled)[number]]: ScheduleHandler } = {
  dispatch,
  sweep,
  remind,
  gather,
};
