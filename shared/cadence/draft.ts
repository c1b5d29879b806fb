import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { newId } from "../id.ts";
import type { Viewer } from "../member/access.ts";
import type { Cadence } from "./cadence.ts";
import { saveCadence } from "./save.ts";
import type { SaveOutcome } from "./save.ts";
import type { CadenceDraft } from "./version.ts";
import { draftSaved, getDraft, putDraft } from "./version-store.ts";

type Whose = Pick<Viewer, "memberId" | "name">;

/** Keeps a change for a day, to be looked at before it is saved. @returns its id */
export async function keepDraft(
  app: Pick<App, "table" | "now">,
  { cadence, base, whose }: { readonly cadence: Cadence; readonly base: number; readonly whose: Whose },
): Promise<string> {
  const id = newId();
  const { memberId, name: by } = whose;
  await app.table.write(putDraft({ id, cadence, base, memberId, by, at: app.now() }));
  return id;
}

/** @throws AppError("not-found") for one that is gone, AppError("forbidden") for somebody else's */
export async function mustDraft(app: Pick<App, "table" | "now">, id: string, whose: Whose): Promise<CadenceDraft> {
  const draft = await getDraft(app.table, id, app.now());
  if (!draft)
    throw new AppError("not-found", "This draft is gone: drafts are kept for a day. Make the change once more.");
  if (draft.memberId !== whose.memberId)
    throw new AppError("forbidden", `This draft is ${draft.by}'s, so only they save it. You may make the same change.`);
  return draft;
}

/** Saves what a draft holds, once: pressing again changes nothing and says the same. */
export async function saveDraft(app: App, id: string, whose: Whose): Promise<SaveOutcome> {
  const { cadence, base, by, savedAs } = await mustDraft(app, id, whose);
  if (savedAs !== undefined) return { outcome: "saved", version: savedAs, moved: new Set() };
  const saved = await saveCadence(app, { cadence, base, by }, [draftSaved(id, base + 1)]);
  if (saved.outcome !== "changed-since") return saved;
  // The other press of the same button may have been the change.
  const again = await mustDraft(app, id, whose);
  return again.savedAs === undefined ? saved : { outcome: "saved", version: again.savedAs, moved: new Set() };
}
