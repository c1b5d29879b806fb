import * as z from "zod";
import { entity } from "../entity.ts";
import { callLogKey, callLogPk } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Call, Disposition, NextStep } from "./call.ts";

/** One attempt of a rep, as it is counted: no name, no notes; those are in the call. */
export const LoggedAttempt = z.object({
  at: z.number(),
  repId: z.string(),
  prospectId: z.string(),
  number: z.number().int(),
  /** Which attempt of this call, from 1. */
  attempt: z.number().int().min(1),
  lane: Call.shape.lane,
  disposition: Disposition,
  nextStep: NextStep,
  openedAt: z.number(),
  dueAt: z.number(),
  /** When the prospect asked, of the first attempt since. */
  askedAt: z.number().optional(),
  /** From when they could be called then: their working day had begun. */
  callableAt: z.number().optional(),
  /** Was it a good hour for the prospect. */
  goodHour: z.boolean(),
  /** The prospect's own clock: weekday of ISO 8601 (Monday is 1) and hour of the day. */
  local: z.object({ weekday: z.number().int().min(1).max(7), hour: z.number().int().min(0).max(23) }).optional(),
  /** Emails and attempts the prospect had had with this one, of all calls. */
  touchNumber: z.number().int(),
  /** The call is over by it: agreed (another follows), gave up, or the prospect said no. */
  ends: z.enum(["agreed", "gave up", "declined", "other"]).optional(),
});
export type LoggedAttempt = z.infer<typeof LoggedAttempt>;

export const putLoggedAttempt = (one: LoggedAttempt): Write => ({
  kind: "put",
  item: { ...callLogKey(one.repId, one.at, one.prospectId), data: LoggedAttempt.parse(one) },
});

/** When they asked is forgotten; nothing where there is no such row. */
export const forgetAsked = ({ repId, at, prospectId }: Pick<LoggedAttempt, "repId" | "at" | "prospectId">): Write => ({
  kind: "update",
  key: callLogKey(repId, at, prospectId),
  set: { askedAt: undefined, callableAt: undefined },
  guard: "present",
});

const iso = (at: number): string => new Date(at).toISOString();

/** A rep's attempts from one instant to another (epoch ms), oldest first. */
export async function attemptsBetween(table: Table, repId: string, from: number, to: number): Promise<LoggedAttempt[]> {
  const rows = await readAll(table, { pk: callLogPk(repId), from: iso(from), to: `${iso(to)}~` });
  return rows.map(entity<LoggedAttempt>);
}
