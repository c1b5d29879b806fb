/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { getCall } from "../../../shared/call/store.ts";
import { getSignals } from "../../../shared/engagement/store.ts";
import { AppError } from "../../../shared/error.ts";
import { displayName } from "../../../shared/prospect/prospect.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { toLocal } from "../../../shared/time.ts";
import { freshCallForm, readCallForm, refusedCallForm, takenCallForm, type CallFormState } from "../call-form.ts";
import type { Env } from "../env.ts";
import { evidenceSeen } from "../evidence.ts";
import { saying } from "../flash.ts";
import { otherAttempts } from "../other-attempts.ts";
import { CallPage } from "../pages/call.tsx";
import { show } from "../show.tsx";
import type { Context } from "hono";

const PATH = "/prospects/:id/calls/:number";

export const callRoutes = (app: App) =>
  new Hono<Env>()
    .get(PATH, async (c) => {
      const read = await readCall(app, c.req.param("id"), c.req.param("number"));
      return showCall(c, read, freshCallForm(read.call, c.get("chrome").reader.rep?.id));
    })
    .post(PATH, async (c) => {
      const read = await readCall(app, c.req.param("id"), c.req.param("number"));
      const form = await c.req.parseBody();
      const given = readCallForm(form, toLocal(read.call.timeZone, app.now()).date);
      if ("state" in given) return showCall(c, read, given.state, 422);
      try {
        const { prospectId, number } = read.call;
        const done = await completeCall(app, { prospectId, number, ...given.answer });
        if (done.outcome === "saved")
          return c.redirect(saying(`/?about=${encodeURIComponent(prospectId)}`, "call-saved"), 303);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== "invalid") throw error;
        return showCall(c, read, refusedCallForm(form, error.message), 422);
      }
      const current = await readCall(app, c.req.param("id"), c.req.param("number"));
      return showCall(c, current, takenCallForm(form, current.call), 409);
    });

type Read = Awaited<ReturnType<typeof readCall>>;

async function readCall(app: App, prospectId: string, number: string) {
  const [call, prospect] = await Promise.all([
    /^\d{1,4}$/.test(number) ? getCall(app.table, prospectId, Number(number)) : undefined,
    getProspect(app.table, prospectId),
  ]);
  if (!call || !prospect) throw new AppError("not-found", "There is no such call, or the prospect asked to be erased.");
  const ids = new Set(call.evidence.flatMap(({ signalId }) => signalId ?? []));
  const [signals, others] = await Promise.all([
    getSignals(app.table, prospectId, [...ids]),
    otherAttempts(app.table, call),
  ]);
  const evidence = evidenceSeen(call.evidence, signals);
  return { call, evidence, prospect, company: app.config.company, otherAttempts: others };
}

const showCall = (c: Context<Env>, read: Read, form: CallFormState, status: 200 | 409 | 422 = 200) =>
  show(
    c,
    `Call ${displayName(read.prospect)}`,
    <CallPage {...read} reader={c.get("chrome").reader} form={form} />,
    status,
  );
