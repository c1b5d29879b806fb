import { createRoute, z } from "@hono/zod-openapi";
import type { App } from "../../../shared/app.ts";
import { mayEnter } from "../../../shared/member/access.ts";
import { rosterPage } from "../../console/roster-page.ts";
import { ownersAsked, seenProspect } from "../door.ts";
import { json, part, problems } from "../problems.ts";
import { Cursor, Next, ProspectPath, RepId } from "../schemas/common.ts";
import { Prospect, ProspectLine } from "../schemas/prospect.ts";
import { lineOf, prospectOf } from "../wire.ts";

const AT_ONCE = 100;

const list = createRoute({
  method: "get",
  path: "/prospects",
  summary: "Prospects, rep by rep",
  request: {
    query: z.object({ rep: RepId.optional().openapi({ description: "Only this rep's." }), cursor: Cursor }),
  },
  responses: {
    200: json(
      `At most ${AT_ONCE} at once.`,
      z.object({ prospects: z.array(ProspectLine), next: Next }).openapi("Prospects"),
    ),
    ...problems,
  },
});

const one = createRoute({
  method: "get",
  path: "/prospects/{id}",
  summary: "A prospect's profile, with the call task that is open",
  request: { params: ProspectPath },
  responses: { 200: json("`openCall` only for who may see calls.", Prospect), ...problems },
});

export const prospectRoutes = (app: App) =>
  part()
    .openapi(list, async (c) => {
      const { rep, cursor } = c.req.valid("query");
      const page = await rosterPage(app.table, ownersAsked(c, rep), cursor, AT_ONCE);
      const prospects = page.lines.map(({ line, repId }) => lineOf(line, repId));
      return c.json({ prospects, next: page.next }, 200);
    })
    .openapi(one, async (c) => {
      const { prospect, openCall } = await seenProspect(c, app, c.req.valid("param").id);
      const shown = mayEnter(c.get("viewer"), "calls") ? openCall : undefined;
      return c.json(prospectOf(prospect, shown, app.now()), 200);
    });
