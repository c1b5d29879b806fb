import { toInstant } from "../time.ts";
import type { Call } from "./call.ts";

/** The instant that was agreed with the prospect (epoch ms), whenever the task is due by now; undefined where no time of day was. */
export const agreedAt = ({ step, timeZone }: Pick<Call, "step" | "timeZone">): number | undefined =>
  step === undefined || step.kind === "declined" || step.time === undefined
    ? undefined
    : toInstant(timeZone, step.date, step.time);
