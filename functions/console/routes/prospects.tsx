/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { getCadence } from "../../../shared/cadence/store.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { takeMessage } from "../../../shared/engagement/take-message.ts";
import { AppError } from "../../../shared/error.ts";
import { recordConsent } from "../../../shared/prospect/record-consent.ts";
import { mayEnter } from "../../../shared/member/access.ts";
import { segmentsOfProspect } from "../../../shared/segment/of-prospect.ts";
import { comingEmail } from "../../../shared/touch/coming.ts";
import { freshConsentForm, readConsentForm } from "../consent-form.ts";
import type { ConsentFormState } from "../consent-form.ts";
import { engagementView } from "../engagement-view.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { freshMessageForm, readMessageForm } from "../message-form.ts";
import type { MessageFormState } from "../message-form.ts";
import { ProspectPage } from "../pages/prospect.tsx";
import { ProspectsPage } from "../pages/prospects.tsx";
import { displayName } from "../../../shared/prospect/prospect.ts";
import { historyOf } from "../history.ts";
import { rosterPage } from "../roster-page.ts";
import { OWNER } from "../sign-in/owner.ts";
import { seenProspect } from "../seen.ts";
import { show } from "../show.tsx";
import { timelineOf } from "../timeline.ts";

const AT_ONCE = 50;

export const prospectRoutes = (app: App) =>
  new Hono<Env>()
    .get("/prospects", async (c) => {
      const { reader, local } = c.get("chrome");
      const repIds = reader.rep
        ? [reader.rep.id]
        : [...reader.seen.map((rep) => rep.id), ...(reader.ownerless ? [undefined] : [])];
      const names = new Map(reader.reps.map((rep) => [rep.id, rep.name]));
      const from = c.req.query("from");
      const page = await rosterPage(app.table, repIds, from, AT_ONCE);
      const lines = page.lines.map(({ line, repId }) => ({
        ...line,
        ...(!reader.rep && { repName: (repId && names.get(repId)) ?? "None yet" }),
      }));
      const next = page.next && `/prospects?from=${encodeURIComponent(page.next)}`;
      const first = from && "/prospects";
      return show(c, "Prospects", <ProspectsPage {...{ lines, reader, next, first, local }} />);
    })
    .get("/prospects/:id", (c) => showProspect(c, app, c.req.param("id")))
    .post("/prospects/:id/calls", async (c) => {
      const id = c.req.param("id");
      await seenProspect(c, app, id);
      const { why } = await c.req.parseBody();
      if (typeof why !== "string" || !why.trim())
        return showProspect(c, app, id, { whyError: "Say in a few words why you want to call." });
      const { number } = await openCallByHand(app, id, why);
      return c.redirect(`/prospects/${encodeURIComponent(id)}/calls/${number}`, 303);
    })
    .post("/prospects/:id/messages", async (c) => {
      const id = c.req.param("id");
      await seenProspect(c, app, id);
      const read = readMessageForm(await c.req.parseBody(), c.get("chrome").reader.zone, app.now());
      if ("state" in read) return showProspect(c, app, id, { message: read.state });
      await takeMessage(app, id, read.message);
      return c.redirect(saying(`/prospects/${encodeURIComponent(id)}`, "message-taken"), 303);
    })
    .post("/prospects/:id/consent", async (c) => {
      const id = c.req.param("id");
      await seenProspect(c, app, id);
      const read = readConsentForm(await c.req.parseBody(), whoNotes(c));
      if ("state" in read) return showProspect(c, app, id, { consent: read.state });
      if ((await recordConsent(app, id, read.said)) === "unknown-prospect") throw noSuchProspect();
      // Or the browser stays at the form, below what is said.
      return c.redirect(`${saying(`/prospects/${encodeURIComponent(id)}`, "consent-noted")}#top`, 303);
    });

/** The owner of a machine notes for the rep whose work is shown; everybody else for themselves. */
const whoNotes = (c: Context<Env>): string | undefined =>
  c.get("viewer") === OWNER ? c.get("chrome").reader.rep?.name : c.get("viewer").name;

const noSuchProspect = () => new AppError("not-found", "There is no such prospect, or they asked to be erased.");

/** A form that was not taken. */
type Refusal = { readonly whyError?: string; readonly message?: MessageFormState; readonly consent?: ConsentFormState };

async function showProspect(c: Context<Env>, app: App, id: string, refusal: Refusal = {}) {
  const { reader } = c.get("chrome");
  const prospect = await seenProspect(c, app, id);
  const history = await historyOf(app.table, prospect.id, reader.reps);
  const engagement = await engagementView(app, prospect, history);
  const props = {
    prospect,
    reader,
    engagement,
    coming: await comingEmail(app, prospect),
    segments: (await segmentsOfProspect(app, prospect)).map(({ name }) => name),
    cadence: (await getCadence(app.table, prospect.cadenceId))?.name,
    mayAct: mayEnter(c.get("viewer"), "calls"),
    whyError: refusal.whyError,
    message: refusal.message ?? freshMessageForm,
    consent: refusal.consent ?? freshConsentForm,
    company: app.config.company,
    repName: reader.reps.find((rep) => rep.id === prospect.repId)?.name,
    openCall: history.calls.find((call) => call.state === "open"),
    attempts: history.calls.reduce((sum, call) => sum + call.attempts.length, 0),
    days: timelineOf(history, prospect.timeZone),
  };
  return show(c, displayName(prospect), <ProspectPage {...props} />, Object.keys(refusal).length > 0 ? 422 : 200);
}
