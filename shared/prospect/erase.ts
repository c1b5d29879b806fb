import type { App } from "../app.ts";
import { leaveGateway } from "../engagement/leave-gateway.ts";
import { addressHash } from "../id.ts";
import { addressKey, crmKey, prospectKey, prospectPk, rosterKey } from "../keys.ts";
import type { Key, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { putSuppression } from "../suppression/store.ts";
import { alterProspect } from "./alter.ts";
import type { Prospect } from "./prospect.ts";
import { findByAddress, findByCrmId, getProspect, standProspect } from "./store.ts";

/**
 * Removes everything kept about a person but the hash of the address among the suppressions, so that no import brings them back. First nothing can be
 * sent any more, then the history goes, the profile last: after a crash half way, asking again finishes it.
 */
export async function eraseProspect(app: App, prospectId: string): Promise<"erased" | "unknown-prospect"> {
  await leaveForGood(app, prospectId);
  const prospect = await getProspect(app.table, prospectId);
  if (prospect) {
    await removeTraces(app, prospectId);
    await leaveGateway(app.table, prospectId, prospect.email);
    await app.table.write(...(await ownRows(app, prospect)).map(remove));
  }
  // A signal or an email that was on its way may have been kept meanwhile, or an earlier erasure have ended here.
  await removeTraces(app, prospectId);
  return prospect ? "erased" : "unknown-prospect";
}

/** History before copies: an email whose touch is marked after that is forgotten by who hands it over. */
async function removeTraces(app: App, prospectId: string): Promise<void> {
  await removeHistory(app, prospectId);
  await app.mailer.forget(prospectId);
}

const remove = (key: Key): Write => ({ kind: "remove", key });

const leaveForGood = (app: App, prospectId: string): Promise<"left" | "unknown-prospect"> =>
  alterProspect<"left">(app, prospectId, async (prospect, at) => ({
    writes: [
      // In place of an earlier reason, or a later import would take them for somebody who only opted out and store them again.
      putSuppression({ addressHash: addressHash(prospect.email), reason: "erased", at }),
      ...standProspect(prospect, { state: "ended", reason: "erased" }, at),
    ],
    answer: "left",
  }));

async function removeHistory(app: App, prospectId: string): Promise<void> {
  const { pk, sk } = prospectKey(prospectId);
  const items = await readAll(app.table, { pk: prospectPk(prospectId) });
  const gone = items.filter((item) => item.pk !== pk || item.sk !== sk);
  if (gone.length) await app.table.writeMany(gone.map((item) => remove({ pk: item.pk, sk: item.sk })));
}

/** Profile and roster line, and the look-ups that lead to this prospect and to no other. */
async function ownRows(app: App, prospect: Prospect): Promise<Key[]> {
  const { id, email, crmId, repId } = prospect;
  const rows = [prospectKey(id), rosterKey(repId, id)];
  if ((await findByAddress(app.table, email)) === id) rows.push(addressKey(addressHash(email)));
  if (crmId && (await findByCrmId(app.table, crmId)) === id) rows.push(crmKey(crmId));
  return rows;
}
