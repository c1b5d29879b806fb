import type { App } from "../app.ts";
import { clockOf } from "../call/asked.ts";
import type { Call } from "../call/call.ts";
import { getCall } from "../call/store.ts";
import { momentInWords } from "../engagement/words.ts";
import { MINUTE } from "../durations.ts";
import { withoutAddresses } from "../no-address.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { getProspect } from "../prospect/store.ts";
import type { Rep } from "../rep/rep.ts";
import { getRep } from "../rep/store.ts";
import { line } from "../touch/line.ts";
import type { Notice } from "./notice.ts";
import { sinceWords } from "./since.ts";

/** What a notice is about, as it is now. */
export type About = { readonly call: Call; readonly prospect: Prospect; readonly rep: Rep | undefined };

/** Undefined when it is no more: the prospect asked to be erased. */
export async function readAbout(
  { table }: Pick<App, "table">,
  { prospectId, number }: Pick<Notice, "prospectId" | "number">,
): Promise<About | undefined> {
  const [call, prospect] = await Promise.all([getCall(table, prospectId, number), getProspect(table, prospectId)]);
  if (!call || !prospect) return undefined;
  return { call, prospect, rep: call.repId === undefined ? undefined : await getRep(table, call.repId) };
}

/** Does somebody who asked then (epoch ms) still wait to be called? */
export function stillWaits(call: Call, askedAt: number | undefined, now: number): boolean {
  const clock = clockOf(call, now);
  return clock !== undefined && askedAt !== undefined && askedAt >= clock.askedAt;
}

/** "Ana Sousa, Northwind"; never an address, not even the half of one. */
export function whoOf({ firstName, lastName, company }: Prospect): string {
  const name = line([firstName, lastName].filter(Boolean).join(" "), 80);
  const at = line(company, 80);
  if (name) return at ? `${name}, ${at}` : name;
  return at ? `Somebody at ${at}` : "A prospect";
}

/** Why now on one line, without email addresses: a reply may have one in it. */
export const whyOf = ({ why }: Call): string => line(withoutAddresses(why), 400) || "No reason given";

/** Where the console shows the call. */
export const hrefOf = ({ prospectId, number }: Pick<Call, "prospectId" | "number">): string =>
  `/prospects/${prospectId}/calls/${number}`;

/** What those who call are told of somebody who waits; `now` in epoch ms. */
export function hotWords({ call, prospect }: About, now: number) {
  const later = call.dueAt > now + 5 * MINUTE;
  return {
    who: whoOf(prospect),
    why: whyOf(call),
    since: sinceWords(clockOf(call, now)?.since ?? 0),
    there: `It is ${momentInWords(call.timeZone, now)}.${later ? ` Call from ${momentInWords(call.timeZone, call.dueAt)}.` : ""}`,
  };
}
