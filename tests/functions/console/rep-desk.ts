import { Hono } from "hono";
import type { Env } from "../../../functions/console/env.ts";
import { chromeOf } from "../../../functions/console/reader.ts";
import { callRoutes } from "../../../functions/console/routes/calls.tsx";
import { worklistRoutes } from "../../../functions/console/routes/worklist.tsx";
import { onError } from "../../../functions/console/trouble.tsx";
import type { Viewer } from "../../../shared/member/access.ts";
import type { Rep } from "../../../shared/rep/rep.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { ana } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

/** Sells to Lisbon from the other side of the world. */
export const aroha: Rep = {
  ...ana,
  id: "aroha",
  name: "Aroha Whitcombe",
  email: "aroha@northgate.example",
  timeZone: "Pacific/Auckland",
  team: "north",
};
export const bo: Rep = { ...ana, id: "bo", name: "Bo Lind", email: "bo@northgate.example", team: "north" };
export const cy: Rep = { ...ana, id: "cy", name: "Cy Hale", email: "cy@northgate.example", team: "south" };

export const viewerOf = ({ id, name, email, team }: Rep, role: Viewer["role"] = "rep"): Viewer => ({
  memberId: id,
  name,
  email,
  role,
  repId: id,
  team,
});

export const addReps = (world: TestWorld, ...reps: readonly Rep[]): Promise<void> =>
  world.app.table.write(...reps.map(putRep));

type Reply = { readonly status: number; readonly text: string; readonly to: string };

/** The worklist and the calls as this member sees them, signed in. */
export function deskFor({ app }: TestWorld, viewer: Viewer) {
  const pages = new Hono<Env>();
  pages.onError(onError);
  pages.use(async (c, next) => {
    c.set("viewer", viewer);
    c.set("chrome", await chromeOf(c, app, undefined));
    await next();
  });
  pages.route("/", worklistRoutes(app));
  pages.route("/", callRoutes(app));
  const ask = async (path: string, request?: RequestInit): Promise<Reply> => {
    const response = await pages.request(`http://localhost:4600${path}`, request);
    return { status: response.status, text: await response.text(), to: response.headers.get("Location") ?? "" };
  };
  return {
    open: (path: string) => ask(path),
    send: (path: string, fields: Record<string, string> = {}) =>
      ask(path, { method: "POST", body: new URLSearchParams(fields) }),
  };
}

/** What a page says, without its markup. */
export const words = (text: string): string =>
  text
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ");
