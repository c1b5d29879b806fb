import { createRoute, z } from "@hono/zod-openapi";
import type { App } from "../../../shared/app.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { takeMessage } from "../../../shared/engagement/take-message.ts";
import { AppError } from "../../../shared/error.ts";
import { seenProspect } from "../door.ts";
import { body, json, part, problems } from "../problems.ts";
import { Instant, ProspectPath } from "../schemas/common.ts";

const Message = z
  .object({
    kind: z.enum(["reply", "form", "booking"]).openapi({ example: "reply" }),
    at: Instant.optional().openapi({ description: "When they did; default now." }),
    text: z.string().max(4000).default("").openapi({ description: "What they said.", example: "Call me after lunch" }),
  })
  .openapi("Message");

const message = createRoute({
  method: "post",
  path: "/prospects/{id}/messages",
  summary: "A prospect got in touch by another way than our links",
  description: "Opens a hot call task, or heats the one that is open, within a moment. Sent twice it counts twice.",
  request: { params: ProspectPath, body: body(Message) },
  responses: {
    202: json("Taken; it goes the way of every signal.", z.object({ signalId: z.string() }).openapi("MessageTaken")),
    ...problems,
  },
});

const open = createRoute({
  method: "post",
  path: "/prospects/{id}/calls",
  summary: "Open a call task by hand",
  request: {
    params: ProspectPath,
    body: body(
      z
        .object({ why: z.string().max(500).openapi({ description: "In a few words.", example: "Met at the fair" }) })
        .openapi("OpenCall"),
    ),
  },
  responses: {
    200: json(
      "The task that is open now; a prospect has at most one.",
      z.object({ outcome: z.enum(["opened", "already-open"]), number: z.number().int() }).openapi("OpenedCall"),
    ),
    ...problems,
  },
});

export const gotInTouchRoutes = (app: App) =>
  part()
    .openapi(message, async (c) => {
      const { prospect } = await seenProspect(c, app, c.req.valid("param").id);
      const { kind, at, text } = c.req.valid("json");
      const when = at === undefined ? undefined : Date.parse(at);
      if (when !== undefined && when > app.now()) throw new AppError("invalid", "at: this is still to come");
      const signalId = await takeMessage(app, prospect.id, { kind, text, at: when });
      return c.json({ signalId }, 202);
    })
    .openapi(open, async (c) => {
      const { prospect } = await seenProspect(c, app, c.req.valid("param").id);
      const { outcome, number } = await openCallByHand(app, prospect.id, c.req.valid("json").why);
      return c.json({ outcome, number }, 200);
    });
