import { createRoute, z } from "@hono/zod-openapi";
import type { App } from "../../../shared/app.ts";
import { handOverCall } from "../../../shared/call/hand-over.ts";
import { snoozeCall } from "../../../shared/call/snooze.ts";
import { takeOverCall } from "../../../shared/call/take-over.ts";
import { AppError } from "../../../shared/error.ts";
import { mayHaveTaken, mayTakeOver } from "../../../shared/call/may-take-over.ts";
import { foundCall, maySeeCall, seenCall } from "../door.ts";
import { body, conflict, json, part, problems, takenBy } from "../problems.ts";
import { CalendarDate, CallPath, Instant, RepId, Version } from "../schemas/common.ts";
import { instant } from "../wire.ts";

const Moved = z.object({ dueAt: Instant }).openapi("CallMoved");
const answers = { 200: json("Done.", Moved), ...problems, ...conflict };

const snooze = createRoute({
  method: "post",
  path: "/prospects/{id}/calls/{number}/snooze",
  summary: "Put a call off",
  request: {
    params: CallPath,
    body: body(
      z
        .object({
          version: Version,
          until: CalendarDate.optional().openapi({
            description: "At most seven days ahead; default the next good hour.",
          }),
          why: z.string().max(500).optional(),
        })
        .openapi("Snooze"),
    ),
  },
  responses: answers,
});

const takeOver = createRoute({
  method: "post",
  path: "/prospects/{id}/calls/{number}/take-over",
  summary: "Make a call your own",
  description: "What is nobody's, or waits for a rep of your team for more than five minutes.",
  request: { params: CallPath, body: body(z.object({ version: Version }).openapi("TakeOver")) },
  responses: answers,
});

const handOver = createRoute({
  method: "post",
  path: "/prospects/{id}/calls/{number}/hand-over",
  summary: "Give a call to another rep",
  request: {
    params: CallPath,
    body: body(
      z
        .object({
          version: Version,
          to: RepId,
          why: z.string().max(500).openapi({ description: "What the other rep reads.", example: "She speaks Finnish" }),
        })
        .openapi("HandOver"),
    ),
  },
  responses: answers,
});

const noCall = () => new AppError("not-found", "There is no such call, or it is not yours to take.");

export const callMoveRoutes = (app: App) =>
  part()
    .openapi(snooze, async (c) => {
      const { call } = await seenCall(c, app, c.req.valid("param"));
      const { prospectId, number } = call;
      const by = c.get("viewer").memberId;
      const done = await snoozeCall(app, { prospectId, number, by, ...c.req.valid("json") });
      return done.outcome === "taken" ? takenBy(c, done.byRepId) : c.json({ dueAt: instant(done.dueAt) }, 200);
    })
    .openapi(takeOver, async (c) => {
      const { repId } = c.get("viewer");
      const found = await foundCall(app, c.req.valid("param"));
      if (repId === undefined) throw noCall();
      const { prospectId, number, dueAt, repId: owner } = found.call;
      if (owner === repId) return c.json({ dueAt: instant(dueAt) }, 200);
      const { version } = c.req.valid("json");
      const seen = { reps: c.get("reps"), now: app.now() };
      if (!mayTakeOver(c.get("viewer"), found.call, seen)) {
        if (!maySeeCall(c, found) && !mayHaveTaken(c.get("viewer"), found.call, { version, reps: seen.reps }))
          throw noCall();
        return takenBy(c, owner);
      }
      const done = await takeOverCall(app, { prospectId, number, version, repId });
      return done.outcome === "taken" ? takenBy(c, done.byRepId) : c.json({ dueAt: instant(done.dueAt) }, 200);
    })
    .openapi(handOver, async (c) => {
      const { call } = await seenCall(c, app, c.req.valid("param"));
      const { prospectId, number } = call;
      const by = c.get("viewer").memberId;
      const done = await handOverCall(app, { prospectId, number, by, ...c.req.valid("json") });
      return done.outcome === "taken" ? takenBy(c, done.byRepId) : c.json({ dueAt: instant(done.dueAt) }, 200);
    });
