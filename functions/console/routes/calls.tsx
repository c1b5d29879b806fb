/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { AppError } from "../../../shared/error.ts";
import { toLocal } from "../../../shared/time.ts";
import { readCallForm, refusedCallForm, takenCallForm, type CallAnswer } from "../call-form.ts";
import { callPlace, readCall } from "../call-view.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { showCall } from "./call-page.tsx";
import { callMoveRoutes } from "./call-moves.tsx";
import { followUpRoutes } from "./follow-up.tsx";

const PATH = "/prospects/:id/calls/:number";

export const callRoutes = (app: App) =>
  new Hono<Env>()
    .get(PATH, (c) => showCall(c, app, callPlace(c)))
    .post(PATH, async (c) => {
      const place = callPlace(c);
      const { call } = await readCall(c, app, place);
      const form = calledBy(c, await c.req.parseBody());
      const given = readCallForm(form, toLocal(call.timeZone, app.now()).date);
      if ("state" in given) return showCall(c, app, place, { form: given.state, status: 422 });
      try {
        const to = await saved(app, call, given.answer);
        if (to) return c.redirect(to, 303);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== "invalid") throw error;
        return showCall(c, app, place, { form: refusedCallForm(form, error.message), status: 422 });
      }
      const current = await readCall(c, app, place);
      return showCall(c, app, place, { form: takenCallForm(form, current.call), status: 409 });
    })
    .route("/", callMoveRoutes(app))
    .route("/", followUpRoutes(app));

type Form = Awaited<ReturnType<Context["req"]["parseBody"]>>;

/** A rep calls in their own name, whatever the form says; others choose among the reps whose work they see. */
function calledBy(c: Context<Env>, form: Form): Form {
  const { role, repId } = c.get("viewer");
  if (role === "rep") return { ...form, repId: repId ?? "" };
  const isSeen = c.get("chrome").reader.seen.some(({ id }) => id === form["repId"]);
  return isSeen ? form : { ...form, repId: "" };
}

/** Where to go on, or nowhere when somebody else was first. */
async function saved(app: App, { prospectId, number }: { prospectId: string; number: number }, answer: CallAnswer) {
  const done = await completeCall(app, { prospectId, number, ...answer });
  if (done.outcome !== "saved") return undefined;
  const { followUp } = done;
  const path = `/prospects/${encodeURIComponent(prospectId)}/calls/${followUp?.number}/follow-up/${followUp?.attempt}`;
  return followUp
    ? saying(path, "call-saved-follow-up")
    : saying(`/?about=${encodeURIComponent(prospectId)}`, done.nextDueAt === undefined ? "call-closed" : "call-saved");
}
