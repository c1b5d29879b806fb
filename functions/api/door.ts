/** Who comes in, and what they may see. */
import type { Context, Next } from "hono";
import { HTTPException } from "hono/http-exception";
import type { App } from "../../shared/app.ts";
import type { Call } from "../../shared/call/call.ts";
import { getCall, openCallsOf } from "../../shared/call/store.ts";
import { AppError } from "../../shared/error.ts";
import { mayEnter, repsSeen, seesWorkOf } from "../../shared/member/access.ts";
import type { Area } from "../../shared/member/access.ts";
import { viewerOfToken } from "../../shared/member/tokens.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import { getProspect } from "../../shared/prospect/store.ts";
import type { Rep } from "../../shared/rep/rep.ts";
import { getReps } from "../../shared/rep/store.ts";
import type { ApiEnv } from "./env.ts";

/** The first that fits counts; what is not here nobody gets to. */
const AREAS: readonly (readonly [path: RegExp, area: Area])[] = [
  [/^\/api\/v1\/me$/, "account"],
  [/^\/api\/v1\/worklist$/, "calls"],
  [/^\/api\/v1\/calls$/, "calls"],
  [/^\/api\/v1\/prospects\/[^/]+\/calls(\/|$)/, "calls"],
  [/^\/api\/v1\/prospects(\/|$)/, "prospects"],
];

/** Only who shows a token in the Authorization header; cookies are not looked at, so that no page elsewhere can ask in somebody's name. */
export const door = (app: App) => async (c: Context<ApiEnv>, next: Next) => {
  const token = /^Bearer +([\w-]{20,100}) *$/i.exec(c.req.header("Authorization") ?? "")?.[1];
  const viewer = token && (await viewerOfToken(app, token, "api"));
  if (!viewer)
    throw new HTTPException(401, { message: "Send a personal token of yours, as in: Authorization: Bearer mwa_..." });
  const area = AREAS.find(([path]) => path.test(c.req.path))?.[1];
  if (area === undefined) return c.notFound();
  if (!mayEnter(viewer, area)) throw new AppError("forbidden", `This is not for the role ${viewer.role}.`);
  c.set("viewer", viewer);
  c.set("reps", await getReps(app.table));
  return next();
};

const sees = (c: Context<ApiEnv>, repId: string | undefined): boolean =>
  seesWorkOf(
    c.get("viewer"),
    c.get("reps").find(({ id }) => id === repId),
  );

const noProspect = () => new AppError("not-found", "There is no such prospect, or they are not yours to see.");
const noCall = () => new AppError("not-found", "There is no such call, or it is not yours to see.");

export type SeenProspect = { readonly prospect: Prospect; readonly openCall: Call | undefined };

/**
 * A prospect of those the viewer sees: as whose prospect they are, or whose open call.
 * @throws AppError("not-found") for any other, which does not tell whether there is one
 */
export async function seenProspect(c: Context<ApiEnv>, app: App, id: string): Promise<SeenProspect> {
  const [prospect, calls] = await Promise.all([getProspect(app.table, id), openCallsOf(app.table, [id])]);
  const openCall = calls.get(id);
  if (!prospect || !(sees(c, prospect.repId) || (openCall && sees(c, openCall.repId)))) throw noProspect();
  return { prospect, openCall };
}

export type CallPlace = { readonly id: string; readonly number: number };
export type FoundCall = { readonly call: Call; readonly prospect: Prospect };

/** The call, whether or not the viewer sees it. @throws AppError("not-found") */
export async function foundCall(app: App, { id, number }: CallPlace): Promise<FoundCall> {
  const [call, prospect] = await Promise.all([getCall(app.table, id, number), getProspect(app.table, id)]);
  if (!call || !prospect) throw noCall();
  return { call, prospect };
}

/** The call, of those the viewer sees. @throws AppError("not-found") */
export async function seenCall(c: Context<ApiEnv>, app: App, place: CallPlace): Promise<FoundCall> {
  const found = await foundCall(app, place);
  if (!maySeeCall(c, found)) throw noCall();
  return found;
}

export const maySeeCall = (c: Context<ApiEnv>, { call, prospect }: FoundCall): boolean =>
  sees(c, call.repId) || sees(c, prospect.repId);

/** Of those the viewer sees: the one asked for, else themselves; a rep only ever themselves. @throws AppError("invalid") naming `field` */
export function repAsked(c: Context<ApiEnv>, asked: string | undefined, field: "rep" | "repId"): Rep {
  const viewer = c.get("viewer");
  const id = asked ?? viewer.repId;
  if (id === undefined) throw new AppError("invalid", `${field}: say which rep; you are none yourself`);
  const rep = repsSeen(viewer, c.get("reps")).find((one) => one.id === id);
  if (!rep) throw new AppError("invalid", `${field}: there is no such rep, or their work is not yours to see`);
  return rep;
}

/** Whose work a list shows: of the rep asked for, or of all the viewer sees, that of nobody included where it is. */
export function ownersAsked(c: Context<ApiEnv>, asked: string | undefined): (string | undefined)[] {
  if (asked !== undefined) return [repAsked(c, asked, "rep").id];
  const viewer = c.get("viewer");
  const seen = repsSeen(viewer, c.get("reps")).map(({ id }) => id);
  return [...seen.toSorted(), ...(seesWorkOf(viewer, undefined) ? [undefined] : [])];
}
