/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { AppError, Conflict } from "../../../shared/error.ts";
import { dropFollowUp } from "../../../shared/follow-up/drop.ts";
import type { FollowUp } from "../../../shared/follow-up/follow-up.ts";
import { callToInvite } from "../../../shared/follow-up/letter.ts";
import { previewFollowUp } from "../../../shared/follow-up/preview.ts";
import { sendFollowUp } from "../../../shared/follow-up/send.ts";
import { getFollowUp, putFollowUp } from "../../../shared/follow-up/store.ts";
import { getLetter } from "../../../shared/letter/store.ts";
import { callPlace, findCall, maySee } from "../call-view.ts";
import { STILL_POLICY, stillHtml } from "../email-preview.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { freshFollowUpForm, readFollowUpForm, refusedFollowUp, type FollowUpFormState } from "../follow-up-form.ts";
import { notSentWords } from "../follow-up-words.ts";
import { FollowUpPage } from "../pages/follow-up.tsx";
import { show } from "../show.tsx";

const PATH = "/prospects/:id/calls/:number/follow-up/:attempt";

export const followUpRoutes = (app: App) =>
  new Hono<Env>()
    .get(PATH, async (c) => {
      const read = await readFollowUp(c, app);
      return showFollowUp(c, read, freshFollowUpForm(read.followUp, read.next));
    })
    .get(`${PATH}/html`, async (c) => {
      const { followUp } = await readFollowUp(c, app);
      const { html } = await previewFollowUp(app, followUp);
      c.header("Content-Security-Policy", STILL_POLICY);
      return c.html(stillHtml(html, app.config.publicUrl));
    })
    .post(PATH, async (c) => {
      const read = await readFollowUp(c, app);
      const given = readFollowUpForm(await c.req.parseBody());
      if ("state" in given) return showFollowUp(c, read, given.state, 422);
      if (read.followUp.state !== "draft") return c.redirect(c.req.path, 303);
      if (given.deed === "drop") return drop(c, app, read.followUp, given.values.why);
      return given.deed === "send" ? send(c, app, read, given.values) : keep(c, app, read, given.values);
    });

type Read = Awaited<ReturnType<typeof readFollowUp>>;
type Values = FollowUpFormState["values"];

/** A follow-up stays with the rep who spoke, though call and prospect may be another's by now. */
async function readFollowUp(c: Context<Env>, app: App) {
  const { call, prospect } = await findCall(app, callPlace(c));
  const attempt = c.req.param("attempt") ?? "";
  const followUp = /^\d{1,2}$/.test(attempt)
    ? await getFollowUp(app.table, prospect.id, call.number, Number(attempt))
    : undefined;
  if (!followUp || !maySee(c, [followUp.repId, prospect.repId, call.repId]))
    throw new AppError("not-found", "There is no such follow-up, or it is not yours to see.");
  const [next, letter] = await Promise.all([
    callToInvite(app, followUp),
    getLetter(app.table, prospect.id, `follow-up-${call.number}-${followUp.attempt}`),
  ]);
  return { call, prospect, followUp, next, letter };
}

const showFollowUp = (c: Context<Env>, read: Read, form: FollowUpFormState, status: 200 | 409 | 422 = 200) =>
  show(
    c,
    "Follow-up",
    <FollowUpPage {...read} path={c.req.path} reader={c.get("chrome").reader} form={form} />,
    status,
  );

const toWorklist = (c: Context<Env>, prospectId: string, code: string) =>
  c.redirect(saying(`/?about=${encodeURIComponent(prospectId)}`, code), 303);

async function drop(c: Context<Env>, app: App, { prospectId, number, attempt }: FollowUp, why: string) {
  await dropFollowUp(app, { prospectId, number, attempt, why });
  return toWorklist(c, prospectId, "follow-up-dropped");
}

async function send(c: Context<Env>, app: App, read: Read, values: Values) {
  const { prospectId, number, attempt } = read.followUp;
  const { subject, text } = values;
  const invite = values.invite && read.next !== undefined;
  const by = c.get("viewer").memberId;
  try {
    const { outcome, why } = await sendFollowUp(app, { prospectId, number, attempt, subject, text, invite, by });
    if (outcome === "sent") return toWorklist(c, prospectId, invite ? "follow-up-invited" : "follow-up-sent");
    return showFollowUp(
      c,
      await readFollowUp(c, app),
      { values, errors: {}, problem: notSentWords(outcome, why) },
      409,
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== "invalid") throw error;
    return showFollowUp(c, read, refusedFollowUp(values, error.message), 422);
  }
}

/** The draft as it is now, to be looked at as the prospect will see it. */
async function keep(c: Context<Env>, app: App, { followUp }: Read, { subject, text }: Values) {
  try {
    await app.table.write(
      putFollowUp(
        { ...followUp, subject, text },
        { match: { state: "draft", remindedAt: followUp.remindedAt ?? null } },
      ),
    );
  } catch (error) {
    // It was sent or dropped meanwhile, which the page says.
    if (!(error instanceof Conflict)) throw error;
  }
  return c.redirect(`${c.req.path}#preview`, 303);
}
