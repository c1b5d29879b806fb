import { createRoute, z } from "@hono/zod-openapi";
import type { App } from "../../../shared/app.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import { repAsked } from "../door.ts";
import { json, part, problems } from "../problems.ts";
import { repDay } from "../../../shared/call/rep-day.ts";
import { Task } from "../schemas/call.ts";
import { RepId, RepRef } from "../schemas/common.ts";
import { taskOf } from "../wire.ts";

const Worklist = z
  .object({
    rep: RepRef,
    groups: z.array(
      z.object({
        kind: z.enum(["hot", "good-hour", "due", "later-today", "coming", "kept"]).openapi({
          description:
            "hot: they asked and wait. good-hour: due, and people answer now where they are. due: due, at another hour. later-today, coming: by when. kept: more than a day's share.",
        }),
        tasks: z.array(Task),
      }),
    ),
  })
  .openapi("Worklist");

const worklist = createRoute({
  method: "get",
  path: "/worklist",
  summary: "A rep's open call tasks, in the order to make them",
  request: {
    query: z.object({ rep: RepId.optional().openapi({ description: "Default: yourself. Managers may name a rep." }) }),
  },
  responses: { 200: json("Groups in order; none is empty.", Worklist), ...problems },
});

export const worklistRoutes = (app: App) =>
  part().openapi(worklist, async (c) => {
    const rep = repAsked(c, c.req.valid("query").rep, "rep");
    const { groups } = await repDay(app, rep);
    const ids = groups.flatMap(({ calls }) => calls.map(({ prospectId }) => prospectId));
    const prospects = await getProspects(app.table, [...new Set(ids)]);
    const now = app.now();
    return c.json(
      {
        rep: { id: rep.id, name: rep.name },
        groups: groups.map(({ kind, calls }) => ({
          kind,
          tasks: calls.flatMap((call) => {
            const prospect = prospects.get(call.prospectId);
            return prospect ? [taskOf(call, prospect, now)] : [];
          }),
        })),
      },
      200,
    );
  });
