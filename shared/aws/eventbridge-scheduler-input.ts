import * as z from "zod";
import type { Schedule } from "../ports.ts";

/** EventBridge Scheduler puts the time of the firing in its place, as "2026-11-25T15:00:00Z". */
const SCHEDULED_TIME = "<aws.scheduler.scheduled-time>";

/** The target's Input as kept with the schedule: the port's own input, and the time of the firing. */
export const inputOf = ({ input }: Schedule): string => JSON.stringify({ ...input, scheduledAt: SCHEDULED_TIME });

const Payload = z.looseObject({ scheduledAt: z.iso.datetime().transform((time) => Date.parse(time)) });

/** What a scheduled Lambda is invoked with, made what the port promises: `scheduledAt` in epoch ms, everything else as it was put. */
export const readScheduledInput = (payload: unknown): z.infer<typeof Payload> => Payload.parse(payload);
