import { addressHash } from "../id.ts";
import { addressKey, crmKey } from "../keys.ts";
import type { Item, Table } from "../ports.ts";
import { getSuppressions } from "../suppression/store.ts";
import type { Suppression } from "../suppression/suppression.ts";
import type { Draft } from "./draft.ts";
import { notesOf } from "./note.ts";
import type { Prospect } from "./prospect.ts";
import { getProspects } from "./store.ts";

/** What the table knows of the people in some rows. */
export type Known = {
  readonly byCrmId: ReadonlyMap<string, Prospect>;
  readonly byAddress: ReadonlyMap<string, Prospect>;
  /** By address hash. */
  readonly suppressions: ReadonlyMap<string, Suppression>;
  /** Prospects whose history says already that they must not be called. */
  readonly notToCall: ReadonlySet<string>;
};

/** How the history says it. */
export const DO_NOT_CALL = "Do not call";

/** Looks up record ids, addresses and suppressions of many rows in few round trips. */
export async function lookUp(table: Table, drafts: readonly Draft[]): Promise<Known> {
  const crmIds = unique(drafts.flatMap(({ crmId }) => (crmId ? [crmId] : [])));
  const addresses = unique(drafts.flatMap((draft) => draft.addresses));
  const references = await table.getMany([
    ...crmIds.map(crmKey),
    ...addresses.map((address) => addressKey(addressHash(address))),
  ]);
  const idAt = new Map(references.map((item) => [item.pk, prospectIdOf(item)]));
  const prospects = await getProspects(table, unique([...idAt.values()].filter((id) => id !== undefined)));
  const found = (words: readonly string[], pkOf: (word: string) => string): Map<string, Prospect> =>
    new Map(
      words.flatMap((word) => {
        const prospect = prospects.get(idAt.get(pkOf(word)) ?? "");
        return prospect ? [[word, prospect] as const] : [];
      }),
    );
  const byCrmId = found(crmIds, (crmId) => crmKey(crmId).pk);
  const byAddress = found(addresses, (address) => addressKey(addressHash(address)).pk);
  const everyAddress = unique([...addresses, ...[...prospects.values()].map(({ email }) => email)]);
  return {
    byCrmId,
    byAddress,
    suppressions: await getSuppressions(table, everyAddress.map(addressHash)),
    notToCall: await alreadyNotToCall(table, drafts, { byCrmId, byAddress }),
  };
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];

const prospectIdOf = (item: Item): string | undefined =>
  typeof item.data["prospectId"] === "string" ? item.data["prospectId"] : undefined;

async function alreadyNotToCall(
  table: Table,
  drafts: readonly Draft[],
  known: Pick<Known, "byCrmId" | "byAddress">,
): Promise<Set<string>> {
  const noted = new Set<string>();
  for (const { doNotCall, crmId, email } of drafts) {
    const prospect = known.byCrmId.get(crmId ?? "") ?? known.byAddress.get(email ?? "");
    if (!doNotCall || !prospect) continue;
    const notes = await notesOf(table, prospect.id);
    if (notes.some((note) => note.text.startsWith(DO_NOT_CALL))) noted.add(prospect.id);
  }
  return noted;
}
