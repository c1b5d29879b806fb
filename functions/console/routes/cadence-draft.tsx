/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { mustDraft, saveDraft } from "../../../shared/cadence/draft.ts";
import type { SaveOutcome } from "../../../shared/cadence/save.ts";
import { savedSince } from "../cadence-since.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { RefusedDraftPage } from "../pages/cadence-draft.tsx";
import { show } from "../show.tsx";

/** Where to go once a change was saved, and what to say there. */
export function afterSave(saved: Exclude<SaveOutcome, { outcome: "changed-since" }>): string {
  if (saved.outcome === "same") return saying("/cadence", "cadence-same");
  if (saved.moved.has("today")) return saying("/cadence", "cadence-saved-today");
  return saying("/cadence", saved.moved.has("next-week") ? "cadence-saved-next-week" : "cadence-saved");
}

/** Saves what was looked at in the dry run. */
export const cadenceDraftRoutes = (app: App) =>
  new Hono<Env>().post("/cadence/drafts/:draftId/save", async (c) => {
    const id = c.req.param("draftId");
    const viewer = c.get("viewer");
    const saved = await saveDraft(app, id, viewer);
    if (saved.outcome !== "changed-since") return c.redirect(afterSave(saved), 303);
    const draft = await mustDraft(app, id, viewer);
    const since = await savedSince(app, draft.cadence.id, draft.base);
    const { zone } = c.get("chrome").reader;
    return show(c, "Changed meanwhile", <RefusedDraftPage {...{ draft, since, zone }} />, 409);
  });
