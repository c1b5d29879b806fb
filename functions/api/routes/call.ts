import { createRoute, z } from "@hono/zod-openapi";
import type { App } from "../../../shared/app.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { getCall } from "../../../shared/call/store.ts";
import { repAsked, seenCall } from "../door.ts";
import { body, conflict, json, part, problems, takenBy } from "../problems.ts";
import { Blocker, Call, Disposition, NextStep, Promised } from "../schemas/call.ts";
import { CalendarDate, CallPath, Instant, RepId, Version } from "../schemas/common.ts";
import { callOf, instant } from "../wire.ts";

const read = createRoute({
  method: "get",
  path: "/prospects/{id}/calls/{number}",
  summary: "A call: why, with what, and what came of it",
  request: { params: CallPath },
  responses: { 200: json("The call as it is now.", Call), ...problems },
});

const Result = z
  .object({
    version: Version,
    disposition: Disposition,
    notes: z.string().max(20_000).default(""),
    nextStep: NextStep.optional().openapi({
      description: 'Of "connected" and "meeting booked": what you agreed on, or "declined".',
    }),
    notNowUntil: CalendarDate.optional().openapi({
      description: 'Of "not now": when to call again, on the prospect\'s calendar.',
    }),
    giveUpReason: z.string().max(500).optional().openapi({ description: "Ends the attempts, after five at least." }),
    promises: z.array(Promised).max(10).optional(),
    blocker: Blocker.optional(),
    recording: z.string().max(2000).optional().openapi({ description: "A web address." }),
    repId: RepId.optional().openapi({ description: "Who called; default yourself." }),
  })
  .openapi("CallResult", {
    example: {
      version: 1,
      disposition: "connected",
      notes: "Wants to see rounds for two depots",
      nextStep: { kind: "demo", date: "2026-12-02", time: "15:00" },
      promises: [{ text: "Send the price list", due: "2026-11-26" }],
    },
  });

const Saved = z
  .object({
    next: z.string().openapi({ description: "What happens now, in words." }),
    nextDueAt: Instant.optional(),
    nextNumber: z.number().int().optional().openapi({ description: "The task that goes on." }),
    followUp: z
      .object({ number: z.number().int(), attempt: z.number().int() })
      .optional()
      .openapi({ description: "An email was drafted for the rep to send." }),
  })
  .openapi("ResultSaved");

const result = createRoute({
  method: "post",
  path: "/prospects/{id}/calls/{number}/result",
  summary: "Save what came of a call",
  description:
    "The attempt and the next step are saved in one, or not at all. With the same `version` it is never saved twice.",
  request: { params: CallPath, body: body(Result) },
  responses: { 200: json("Saved.", Saved), ...problems, ...conflict },
});

export const callRoutes = (app: App) =>
  part()
    .openapi(read, async (c) => c.json(callOf((await seenCall(c, app, c.req.valid("param"))).call), 200))
    .openapi(result, async (c) => {
      const { call } = await seenCall(c, app, c.req.valid("param"));
      const { repId, ...given } = c.req.valid("json");
      const rep = repAsked(c, repId, "repId");
      const { prospectId, number } = call;
      const done = await completeCall(app, { ...given, prospectId, number, repId: rep.id });
      if (done.outcome === "taken") {
        const now = await getCall(app.table, prospectId, number);
        return takenBy(c, now?.attempts.at(-1)?.repId ?? now?.repId);
      }
      const { next, nextDueAt, nextNumber, followUp } = done;
      const due = nextDueAt === undefined ? undefined : instant(nextDueAt);
      return c.json({ next, nextDueAt: due, nextNumber, followUp }, 200);
    });
