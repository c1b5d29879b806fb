/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { editProspect } from "../../../shared/prospect/edit.ts";
import { displayName } from "../../../shared/prospect/prospect.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { assignCadence } from "../../../shared/segment/assign-one.ts";
import { zoneNames } from "../../../shared/time.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { ProspectEditPage } from "../pages/prospect-edit.tsx";
import { prospectFormOf, readProspectForm, refusedProspect } from "../prospect-edit-form.ts";
import type { ProspectFormState } from "../prospect-edit-form.ts";
import { seenProspect } from "../seen.ts";
import { show } from "../show.tsx";
import { OWNER } from "../sign-in/owner.ts";

/** Changing what is known of a prospect, for whoever sees them. */
export const prospectEditRoutes = (app: App) =>
  new Hono<Env>()
    .get("/prospects/:id/edit", async (c) => {
      const prospect = await seenProspect(c, app, c.req.param("id"));
      return showForm(c, prospect, prospectFormOf(prospect));
    })
    .post("/prospects/:id/edit", async (c) => {
      const prospect = await seenProspect(c, app, c.req.param("id"));
      const state = readProspectForm(await c.req.parseBody(), prospect);
      // Who may not give prospects away is not asked whom to; a form that says so all the same is not heeded.
      const repId = repsFor(c).some(({ id }) => id === state.repId) ? state.repId : undefined;
      try {
        const { values: form, mark, why, phoneIsRight } = state;
        const done = await editProspect(app, prospect.id, { form, mark, why, phoneIsRight, repId, by: whoEdits(c) });
        if (done === "unknown-prospect") throw new AppError("not-found", "There is no such prospect any more.");
        if (done === "changed-meanwhile") return showForm(c, prospect, changedMeanwhile(state, prospect));
        // Another sector or tag may be another segment.
        if (done === "changed") await assignCadence(app, prospect.id);
        const path = `/prospects/${encodeURIComponent(prospect.id)}`;
        return c.redirect(saying(path, done === "changed" ? "prospect-saved" : "prospect-same"), 303);
      } catch (error) {
        return showForm(c, prospect, refusedProspect(state, error));
      }
    });

/** Sent again it replaces what the other one wrote, which now stands beside it on the prospect's page. */
const changedMeanwhile = (state: ProspectFormState, prospect: Prospect): ProspectFormState => ({
  ...state,
  mark: prospectFormOf(prospect).mark,
  errors: {
    "": "Somebody else changed this prospect while you did. Nothing was saved. What you wrote is still here: compare it with the prospect's page, then save again to replace what they wrote.",
  },
});

/** A rep keeps their prospects; others give them to those whose work they see. */
const repsFor = (c: Context<Env>) => (c.get("viewer").role === "rep" ? [] : c.get("chrome").reader.seen);

function whoEdits(c: Context<Env>): string {
  const viewer = c.get("viewer");
  return viewer === OWNER ? (c.get("chrome").reader.rep?.name ?? "the owner of this machine") : viewer.name;
}

const zones = zoneNames().filter((zone) => zone.includes("/") && !zone.startsWith("Etc/"));

function showForm(c: Context<Env>, prospect: Prospect, form: ProspectFormState) {
  const seen = repsFor(c);
  const own = c.get("chrome").reader.reps.find(({ id }) => id === prospect.repId);
  const reps = own && seen.length > 0 && !seen.includes(own) ? [own, ...seen] : seen;
  const choices = reps.map(({ id, name }) => ({ value: id, text: name }));
  const page = <ProspectEditPage prospect={prospect} form={form} reps={choices} zones={zones} />;
  return show(c, `Edit ${displayName(prospect)}`, page, Object.keys(form.errors).length > 0 ? 422 : 200);
}
