import * as z from "zod";
import { feedbackKey, feedbackPrefix, prospectPk } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { toLocal } from "../time.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Feedback } from "./feedback.ts";

/** That something was heard of an email, so that hearing it again changes nothing. Without the address itself. */
const Heard = z.object({
  what: z.string(),
  messageId: z.string(),
  addressHash: z.string(),
  /** On the prospect's calendar. */
  date: z.iso.date(),
});
export type Heard = z.infer<typeof Heard>;

const TRANSIENT = "bounced-transient";

const whatOf = (one: Feedback): string => (one.kind === "bounced" ? `${one.kind}-${one.bounce}` : one.kind);

export const heardOf = (one: Feedback, prospect: Prospect, hash: string): Heard => ({
  what: whatOf(one),
  messageId: one.messageId,
  addressHash: hash,
  date: toLocal(prospect.timeZone, one.at).date,
});

export const wasHeard = async (table: Table, one: Feedback): Promise<boolean> =>
  (await table.get(feedbackKey(one.prospectId, whatOf(one), one.messageId))) !== undefined;

export const putHeard = (prospectId: string, heard: Heard): Write => ({
  kind: "put",
  item: { ...feedbackKey(prospectId, heard.what, heard.messageId), data: Heard.parse(heard) },
  guard: "absent",
});

/** Every email to the prospect that did not arrive that time. */
export async function transientBounces(table: Table, prospectId: string): Promise<Heard[]> {
  const prefix = `${feedbackPrefix}${TRANSIENT}#`;
  return (await readAll(table, { pk: prospectPk(prospectId), prefix })).map(({ data }) => Heard.parse(data));
}
