import { createRoute, z } from "@hono/zod-openapi";
import type { App } from "../../../shared/app.ts";
import type { LoggedAttempt } from "../../../shared/call/log.ts";
import { attemptsPage } from "../../../shared/call/log-pages.ts";
import type { Stretch } from "../../../shared/call/log-pages.ts";
import { getCallsAt } from "../../../shared/call/look-up.ts";
import { AppError } from "../../../shared/error.ts";
import { DAY } from "../../../shared/durations.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import { ownersAsked } from "../door.ts";
import { json, part, problems } from "../problems.ts";
import { LoggedAttempt as Logged } from "../schemas/call.ts";
import { Cursor, Instant, Next, RepId } from "../schemas/common.ts";
import { loggedOf } from "../wire.ts";

const AT_ONCE = 200;
const USUAL_DAYS = 30;

const Log = z.object({ calls: z.array(Logged), next: Next }).openapi("Log");

const log = createRoute({
  method: "get",
  path: "/calls",
  summary: "Calls that were made, rep by rep, each from the oldest on",
  request: {
    query: z.object({
      from: Instant.optional().openapi({ description: "From this instant on; default thirty days before `to`." }),
      to: Instant.optional().openapi({ description: "Until before this instant; default now." }),
      rep: RepId.optional().openapi({ description: "Only this rep's." }),
      cursor: Cursor,
    }),
  },
  responses: { 200: json(`At most ${AT_ONCE} at once.`, Log), ...problems },
});

/** What a date can be at most (ECMA-262, "Time Values and Time Range"). */
const EpochMs = z.number().int().min(-8.64e15).max(8.64e15);

/** Whose log, and how far in it. The stretch of time is in it too, because "now" goes on between two pages. */
const Place = z.tuple([z.string(), z.string(), EpochMs, EpochMs]);
type Place = z.infer<typeof Place>;

function placeOf(cursor: string): Place {
  try {
    const place = Place.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    if (place.success) return place.data;
  } catch {
    // Not even JSON: the same answer.
  }
  throw new AppError("invalid", "cursor: there is no such page; begin with the first");
}

export const logRoutes = (app: App) =>
  part().openapi(log, async (c) => {
    const asked = c.req.valid("query");
    const owners = ownersAsked(c, asked.rep).filter((repId) => repId !== undefined);
    const place = asked.cursor === undefined ? undefined : placeOf(asked.cursor);
    const to = place?.[3] ?? (asked.to === undefined ? app.now() + 1 : Date.parse(asked.to));
    const from = place?.[2] ?? (asked.from === undefined ? to - USUAL_DAYS * DAY : Date.parse(asked.from));
    if (from > to) throw new AppError("invalid", "from: it is after `to`");
    const page = await pageOf(app, owners, { from, to }, place);
    const [calls, prospects] = await Promise.all([
      getCallsAt(app.table, page.attempts),
      getProspects(app.table, [...new Set(page.attempts.map(({ prospectId }) => prospectId))]),
    ]);
    const lines = page.attempts.map((one) => loggedOf(one, calls(one), prospects.get(one.prospectId)?.crmId));
    return c.json({ calls: lines, next: page.next }, 200);
  });

/** From where the page before ended, on to as many reps as fill it. */
async function pageOf(app: App, owners: readonly string[], stretch: Stretch, place: Place | undefined) {
  const attempts: LoggedAttempt[] = [];
  let cursor = place?.[1] || undefined;
  for (const repId of owners.filter((id) => place === undefined || id >= place[0])) {
    const isFirst = repId === place?.[0];
    if (attempts.length >= AT_ONCE) return { attempts, next: cursorAt(repId, undefined, stretch) };
    const page = await attemptsPage(app.table, repId, stretch, {
      limit: AT_ONCE - attempts.length,
      cursor: isFirst ? cursor : undefined,
    });
    attempts.push(...page.attempts);
    cursor = page.cursor;
    if (cursor) return { attempts, next: cursorAt(repId, cursor, stretch) };
  }
  return { attempts, next: undefined };
}

const cursorAt = (repId: string, cursor: string | undefined, { from, to }: Stretch): string =>
  Buffer.from(JSON.stringify([repId, cursor ?? "", from, to] satisfies Place)).toString("base64url");
