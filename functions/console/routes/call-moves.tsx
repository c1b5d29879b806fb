/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { handOverCall } from "../../../shared/call/hand-over.ts";
import { keepPromise } from "../../../shared/call/keep-promise.ts";
import { getPromise } from "../../../shared/call/promise-store.ts";
import type { MoveOutcome, SeenCall } from "../../../shared/call/move.ts";
import { snoozeCall } from "../../../shared/call/snooze.ts";
import { getCall } from "../../../shared/call/store.ts";
import { takeOverCall } from "../../../shared/call/take-over.ts";
import { AppError } from "../../../shared/error.ts";
import { displayName, type Prospect } from "../../../shared/prospect/prospect.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { readHandOver, readSnooze, refusedMove, versionOf } from "../call-moves-form.ts";
import { callPlace, maySee, readCall } from "../call-view.ts";
import type { Env } from "../env.ts";
import { ownPath, saying } from "../flash.ts";
import { mayHaveTaken, mayTakeOver } from "../../../shared/call/may-take-over.ts";
import { showCall } from "./call-page.tsx";
import { showWorklist } from "./worklist.tsx";

const PATH = "/prospects/:id/calls/:number";

export const callMoveRoutes = (app: App) =>
  new Hono<Env>()
    .post(`${PATH}/snooze`, async (c) => {
      const form = await c.req.parseBody();
      const read = readSnooze(form);
      if ("state" in read) return showCall(c, app, callPlace(c), { moves: read.state, status: 422 });
      return move(c, app, { form, kind: "snooze" }, (seen, by) => snoozeCall(app, { ...seen, by, ...read.snooze }));
    })
    .post(`${PATH}/hand-over`, async (c) => {
      const form = await c.req.parseBody();
      const read = readHandOver(
        form,
        c.get("chrome").reader.reps.map(({ id }) => id),
      );
      if ("state" in read) return showCall(c, app, callPlace(c), { moves: read.state, status: 422 });
      return move(c, app, { form, kind: "hand-over" }, (seen, by) =>
        handOverCall(app, { ...seen, by, ...read.handOver }),
      );
    })
    .post(`${PATH}/take-over`, (c) => takeOver(c, app))
    .post("/promises/:id/:promise/kept", async (c) => {
      const prospect = await getProspect(app.table, c.req.param("id"));
      const promised = await getPromise(app.table, c.req.param("id"), c.req.param("promise"));
      if (!promised || !maySee(c, [promised.repId, ...(prospect ? [prospect.repId] : [])]))
        throw new AppError("not-found", "There is no such promise.");
      await keepPromise(app, { prospectId: promised.prospectId, id: promised.id, by: c.get("viewer").memberId });
      const { back } = await c.req.parseBody();
      return c.redirect(saying(ownPath(typeof back === "string" ? back : undefined), "promise-kept"), 303);
    });

type Asked = { readonly form: { readonly [name: string]: unknown }; readonly kind: "snooze" | "hand-over" };

const DONE = { snooze: "call-snoozed", "hand-over": "call-handed-over" } as const;

/** Puts the call off or gives it away, for those whose work it is. */
async function move(
  c: Context<Env>,
  app: App,
  { form, kind }: Asked,
  how: (seen: SeenCall, by: string) => Promise<MoveOutcome>,
) {
  const { call, prospect } = await readCall(c, app, callPlace(c));
  const { prospectId, number } = call;
  try {
    const done = await how({ prospectId, number, version: versionOf(form) }, c.get("viewer").memberId);
    if (done.outcome === "taken") return changed(c, app, prospect);
    return c.redirect(saying(`/?about=${encodeURIComponent(prospectId)}`, DONE[kind]), 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== "invalid") throw error;
    return showCall(c, app, callPlace(c), { moves: refusedMove(form, kind, error.message), status: 422 });
  }
}

/** Somebody or something was faster; nothing was moved. */
const changed = (c: Context<Env>, app: App, prospect: Prospect) =>
  showWorklist(
    c,
    app,
    {
      text: `The call to ${displayName(prospect)} changed just before you, so nothing was moved.`,
      href: c.req.path.replace(/\/[a-z-]+$/, ""),
      bad: true,
    },
    409,
  );

/** Of two reps who take the same call one has it, and the other is told who. */
async function takeOver(c: Context<Env>, app: App) {
  const { prospectId, number } = callPlace(c);
  const viewer = c.get("viewer");
  const { reader } = c.get("chrome");
  const [call, prospect, form] = await Promise.all([
    /^\d{1,4}$/.test(number) ? getCall(app.table, prospectId, Number(number)) : undefined,
    getProspect(app.table, prospectId),
    c.req.parseBody(),
  ]);
  if (!call || !prospect || viewer.repId === undefined) throw noSuchCall();
  const path = `/prospects/${encodeURIComponent(prospectId)}/calls/${call.number}`;
  if (call.repId === viewer.repId) return c.redirect(path, 303);
  const version = versionOf(form);
  if (!mayTakeOver(viewer, call, reader)) {
    if (!mayHaveTaken(viewer, call, { version, reps: reader.reps })) throw noSuchCall();
    return tookBefore(c, app, call.repId);
  }
  const done = await takeOverCall(app, { prospectId, number: call.number, version, repId: viewer.repId });
  if (done.outcome === "done") return c.redirect(saying(path, "call-taken-over"), 303);
  return tookBefore(c, app, done.byRepId);
}

function tookBefore(c: Context<Env>, app: App, repId: string | undefined) {
  const who = c.get("chrome").reader.reps.find(({ id }) => id === repId)?.name ?? "Somebody";
  return showWorklist(c, app, { text: `${who} took that call just before you.`, bad: true }, 409);
}

const noSuchCall = () => new AppError("not-found", "There is no such call, or it is not yours to take.");
