import { entity } from "../entity.ts";
import { followUpDueKey, followUpKey, followUpPrefix, followUpsPk, prospectPk } from "../keys.ts";
import type { Guard, Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { FollowUp } from "./follow-up.ts";

/** Only a draft is on the index, by when it should have gone out. */
export const putFollowUp = (followUp: FollowUp, guard: Guard): Write => ({
  kind: "put",
  item: {
    ...followUpKey(followUp.prospectId, followUp.number, followUp.attempt),
    data: FollowUp.parse(followUp),
    index: followUp.state === "draft" ? followUpDueKey(followUp.dueBy, followUp.prospectId) : undefined,
  },
  guard,
});

/** Of one attempt (from 1) of a call. */
export async function getFollowUp(
  table: Table,
  prospectId: string,
  number: number,
  attempt: number,
): Promise<FollowUp | undefined> {
  const item = await table.get(followUpKey(prospectId, number, attempt));
  return item && entity<FollowUp>(item);
}

/** Drafts of all reps that should have gone out at some time in between (epoch ms), the longest overdue first. */
export async function openFollowUps(
  table: Table,
  { from, until }: { readonly from?: number | undefined; readonly until?: number | undefined } = {},
): Promise<FollowUp[]> {
  const rows = await readAll(table, {
    pk: followUpsPk,
    index: true,
    from: from === undefined ? undefined : new Date(from).toISOString(),
    // Sort keys go on after the moment.
    to: until === undefined ? undefined : `${new Date(until).toISOString()}~`,
  });
  return rows.map(entity<FollowUp>);
}

/** All of a prospect, oldest first. */
export async function followUpsOf(table: Table, prospectId: string): Promise<FollowUp[]> {
  const rows = await readAll(table, { pk: prospectPk(prospectId), prefix: followUpPrefix });
  return rows.map(entity<FollowUp>);
}
