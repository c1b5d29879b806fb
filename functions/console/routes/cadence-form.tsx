/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { addCadence } from "../../../shared/cadence/add.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Cadence } from "../../../shared/cadence/cadence.ts";
import { changesBetween } from "../../../shared/cadence/changes.ts";
import { keepDraft, mustDraft } from "../../../shared/cadence/draft.ts";
import { remarksOn } from "../../../shared/cadence/rules.ts";
import { mustRead, saveCadence } from "../../../shared/cadence/save.ts";
import { getCadence } from "../../../shared/cadence/store.ts";
import { getVersion } from "../../../shared/cadence/version-store.ts";
import { AppError } from "../../../shared/error.ts";
import { orderRehearsal } from "../../../shared/rehearsal/order.ts";
import { cadenceForm, readCadenceForm } from "../cadence-form.ts";
import type { CadenceFormState } from "../cadence-form.ts";
import { savedSince } from "../cadence-since.ts";
import { refusedTemplates } from "../cadence-templates.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { CadenceFormPage } from "../pages/cadence-form.tsx";
import type { CadenceFormPageProps } from "../pages/cadence-form.tsx";
import { show } from "../show.tsx";
import { afterSave } from "./cadence-draft.tsx";

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

type Shown = Omit<CadenceFormPageProps, "zone">;

const showForm = (c: Context<Env>, shown: Shown, status: 200 | 409 | 422 = 200) =>
  show(
    c,
    shown.saved ? `Edit ${shown.saved.name}` : "New cadence",
    <CadenceFormPage {...shown} zone={c.get("chrome").reader.zone} />,
    status,
  );

/** Cadences as a form: a new one, a copy, a change, and what a change would make different. */
export const cadenceFormRoutes = (app: App) =>
  new Hono<Env>()
    .get("/cadence/new", async (c) => showForm(c, await newForm(app, c)))
    .post("/cadence/new", async (c) => {
      const form = await c.req.parseBody();
      const copyOf = typeof form["copyOf"] === "string" ? form["copyOf"].slice(0, 80) : undefined;
      const read = await readForm(app, form, NEW);
      if ("refused" in read) return showForm(c, { saved: undefined, copyOf, ...read.refused }, 422);
      const changes = [copyOf ? `Begun as a copy of ${copyOf}` : "Begun"];
      await addCadence(app, { cadence: read.cadence, by: c.get("viewer").name, changes });
      return c.redirect(saying("/cadence", "cadence-added"), 303);
    })
    .get("/cadence/:id/edit", async (c) => showForm(c, await editForm(app, c)))
    .post("/cadence/:id/edit", async (c) => {
      const change = await readChange(app, c);
      if ("answer" in change) return change.answer;
      const { cadence, base } = change;
      const saved = await saveCadence(app, { cadence, base, by: c.get("viewer").name });
      if (saved.outcome !== "changed-since") return c.redirect(afterSave(saved), 303);
      return changedSince(app, c, { form: cadenceForm(cadence), saved: saved.current, base });
    })
    .post("/cadence/:id/difference", async (c) => {
      const change = await readChange(app, c);
      if ("answer" in change) return change.answer;
      try {
        return c.redirect(await compare(app, c, change), 303);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== "conflict") throw error;
        return showForm(c, { saved: change.saved, form: cadenceForm(change.cadence), problem: error.message }, 409);
      }
    });

const NEW = { id: "new", paused: false, version: 1 };

async function newForm(app: App, c: Context<Env>): Promise<Shown> {
  const copy = c.req.query("copy");
  if (copy === undefined)
    return { saved: undefined, form: { ...cadenceForm({ ...defaultCadence, name: "" }), errors: {} } };
  const number = numberIn(c.req.query("version"));
  const of =
    number === undefined ? await getCadence(app.table, copy) : (await getVersion(app.table, copy, number))?.cadence;
  if (!of) throw new AppError("not-found", "There is no such cadence to copy.");
  const copyOf = `${of.name}, version ${of.version}`;
  const form = cadenceForm({ ...of, name: number === undefined ? `${of.name} copy` : of.name });
  return { saved: undefined, form, copyOf, from: `A copy of ${copyOf}. Nobody is in it before a segment names it.` };
}

/** The fields come from a draft or an earlier version where the address names one; what is saved is the base all the same. */
async function editForm(app: App, c: Context<Env>): Promise<Shown> {
  const id = c.req.param("id") ?? "";
  const { cadence: saved } = await mustRead(app, id);
  const draftId = c.req.query("draft");
  if (draftId !== undefined) {
    const draft = await mustDraft(app, draftId, c.get("viewer"));
    if (draft.cadence.id !== id) throw new AppError("not-found", "This draft is of another cadence.");
    const since = await savedSince(app, id, draft.base);
    return { saved, form: cadenceForm(draft.cadence), since, remarks: remarksOn(draft.cadence) };
  }
  const number = numberIn(c.req.query("version"));
  if (number === undefined) return { saved, form: cadenceForm(saved), remarks: remarksOn(saved) };
  const old = await getVersion(app.table, id, number);
  if (!old) throw new AppError("not-found", "There is no such version of this cadence.");
  const from = `Filled in as version ${number} was. It counts once it is saved, as version ${saved.version + 1}.`;
  return { saved, form: cadenceForm(old.cadence), from, remarks: remarksOn(old.cadence) };
}

type Refused = Pick<Shown, "form" | "findings">;

async function readForm(
  app: App,
  form: { readonly [name: string]: unknown },
  kept: Pick<Cadence, "id" | "paused" | "version">,
): Promise<{ readonly cadence: Cadence } | { readonly refused: Refused }> {
  const read = readCadenceForm(form, kept);
  if ("state" in read) return { refused: { form: read.state } };
  const refused = await refusedTemplates(app, read.cadence);
  if (!refused) return read;
  const { values } = cadenceForm(read.cadence);
  return { refused: { form: { values, errors: refused.errors }, findings: refused.findings } };
}

type Change = { readonly cadence: Cadence; readonly base: number; readonly saved: Cadence };

/** A change of what is saved, or the answer to one that cannot be taken. */
async function readChange(app: App, c: Context<Env>): Promise<Change | { readonly answer: Response }> {
  const form = await c.req.parseBody();
  const { cadence: saved } = await mustRead(app, c.req.param("id") ?? "");
  const base = numberIn(typeof form["version"] === "string" ? form["version"] : undefined) ?? 0;
  const read = await readForm(app, form, saved);
  if ("refused" in read)
    return { answer: await showForm(c, { saved: { ...saved, version: base }, ...read.refused }, 422) };
  const { cadence } = read;
  if (base !== saved.version)
    return { answer: await changedSince(app, c, { form: cadenceForm(cadence), saved, base }) };
  if (changesBetween(saved, cadence).length > 0) return { cadence, base, saved };
  const problem = "Nothing is different from what is saved.";
  return { answer: await showForm(c, { saved, form: cadenceForm(cadence), problem }, 422) };
}

type Late = { readonly form: CadenceFormState; readonly saved: Cadence; readonly base: number };

/** Sent once more, it counts as a change of what is saved now. */
async function changedSince(app: App, c: Context<Env>, { form, saved, base }: Late): Promise<Response> {
  return showForm(c, { saved, form, since: await savedSince(app, saved.id, base) }, 409);
}

/** A quarter. */
const WEEKS = 13;

/** Has what is saved and what would be played through. @returns where the difference will stand */
async function compare(app: App, c: Context<Env>, { cadence, base, saved }: Change): Promise<string> {
  const whose = c.get("viewer");
  const draftId = await keepDraft(app, { cadence, base, whose });
  // A pause would hide what is different.
  const both = { weeks: WEEKS, unpaused: true, by: whose.name };
  const one = await orderRehearsal(app, { ...both, label: `${saved.name}, as saved` });
  const label = `${cadence.name}, as changed`;
  const other = await orderRehearsal(app, { ...both, label, cadence, draftId });
  return `/calendar/compare?one=${encodeURIComponent(one)}&other=${encodeURIComponent(other)}`;
}
