import { DAY } from "../durations.ts";
import { cadenceDraftKey, cadenceVersionKey, cadenceVersionsPk } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { CadenceDraft, CadenceVersion } from "./version.ts";

export const putVersion = (version: CadenceVersion): Write => ({
  kind: "put",
  item: {
    ...cadenceVersionKey(version.cadence.id, version.cadence.version),
    data: CadenceVersion.parse(version),
  },
});

export async function getVersion(
  table: Table,
  cadenceId: string,
  version: number,
): Promise<CadenceVersion | undefined> {
  const item = await table.get(cadenceVersionKey(cadenceId, version));
  return item && CadenceVersion.parse(item.data);
}

/** Newest first. */
export async function listVersions(
  table: Table,
  cadenceId: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ versions: CadenceVersion[]; cursor?: string | undefined }> {
  const found = await table.query({ pk: cadenceVersionsPk(cadenceId), reverse: true, ...page });
  return { versions: found.items.map(({ data }) => CadenceVersion.parse(data)), cursor: found.cursor };
}

/** Drafts are kept so long, ms. */
const DRAFT_MS = DAY;

export const putDraft = (draft: CadenceDraft): Write => ({
  kind: "put",
  item: { ...cadenceDraftKey(draft.id), data: CadenceDraft.parse(draft), expiresAt: draft.at + DRAFT_MS },
});

/** One that is not over its time. */
export async function getDraft(table: Table, id: string, now: number): Promise<CadenceDraft | undefined> {
  const item = await table.get(cadenceDraftKey(id));
  const draft = item && CadenceDraft.parse(item.data);
  return draft && now < draft.at + DRAFT_MS ? draft : undefined;
}

/** Holds once, so that of two presses of the button only one saves. */
export const draftSaved = (id: string, savedAs: number): Write => ({
  kind: "update",
  key: cadenceDraftKey(id),
  set: { savedAs },
  guard: { match: { savedAs: null } },
});
