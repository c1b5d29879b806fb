import { Hono } from "hono";
import type { Env } from "../../../functions/console/env.ts";
import { chromeOf } from "../../../functions/console/reader.ts";
import { teamRoutes } from "../../../functions/console/routes/team.tsx";
import { putLoggedAttempt } from "../../../shared/call/log.ts";
import type { LoggedAttempt } from "../../../shared/call/log.ts";
import { putCall } from "../../../shared/call/store.ts";
import type { Viewer } from "../../../shared/member/access.ts";
import type { Rep } from "../../../shared/rep/rep.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";
import { MONDAY, ana, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { asked, dial, openCall, tried } from "../../shared/practice/log.ts";

const north: Rep = { ...ana, team: "north" };
const bo: Rep = { ...ana, id: "bo", name: "Bo Lindqvist", email: "bo@northgate.example", team: "south" };

export const manager = (team?: string): Viewer => ({
  memberId: "m",
  name: "Mia",
  email: "mia@northgate.example",
  role: "manager",
  team,
});

/** The page as this viewer gets it, with nothing around it that would have to be signed in to. */
export async function teamPage(world: TestWorld, viewer: Viewer, query = ""): Promise<string> {
  const pages = new Hono<Env>().use(async (c, next) => {
    c.set("viewer", viewer);
    c.set("chrome", await chromeOf(c, world.app, undefined));
    await next();
  });
  const response = await pages.route("/", teamRoutes(world.app)).request(`http://localhost/team${query}`);
  return response.text();
}

/** Two reps of two teams, and three prospects. */
export async function twoTeams(): Promise<TestWorld> {
  const prospects = [prospect("rui"), prospect("eva", { firstName: "Eva" }), prospect("kim", { firstName: "Kim" })];
  const world = await testWorld({ prospects });
  await world.app.table.write(putRep(north), putRep(bo));
  return world;
}

const DISPOSITIONS = ["no answer", "voicemail", "no answer", "connected", "no answer", "not now"] as const;

/** A throw of the dice that is the same every time, from 0 to `sides` - 1. */
const dice = (i: number, sides: number): number =>
  Math.floor((Math.abs(Math.sin(i * 12.9898) * 43758.5453) % 1) * sides);

/** One of a year's dials: when, to whom and what came of it follow from its number. */
function busyDial(repId: string, i: number): LoggedAttempt {
  const at = MONDAY - DAY - i * 11 * HOUR;
  const disposition = DISPOSITIONS[dice(i, DISPOSITIONS.length)] ?? "no answer";
  const hot = dice(i + 1000, 4) === 0;
  const wait = Math.exp(dice(i + 2000, 100) / 10) * 10_000;
  const gaveUp = disposition === "no answer" && dice(i + 3000, 3) === 0;
  return dial({
    at,
    repId,
    prospectId: `p${dice(i + 4000, 120)}`,
    number: i,
    attempt: gaveUp ? 5 + dice(i + 5000, 8) : 1 + dice(i + 5000, 4),
    disposition,
    nextStep: dice(i + 6000, 5) === 0 ? { kind: "declined" } : { kind: "call", date: "2026-11-26" },
    ...(hot && { lane: "hot", askedAt: at - wait, openedAt: at - wait, dueAt: at - wait }),
    touchNumber: 1 + dice(i + 7000, 15),
    local: { weekday: 1 + dice(i + 8000, 5), hour: dice(i + 9000, 2) === 0 ? 10 : 8 + dice(i + 9500, 11) },
    ...(gaveUp && { ends: "gave up" }),
  });
}

/** A year's work of both, with calls that are late, left to lie, and waited for. */
export async function busyTeams(): Promise<TestWorld> {
  const world = await twoTeams();
  const rows = Array.from({ length: 600 }, (_, i) => busyDial(i % 3 === 0 ? "bo" : "ana", i));
  await world.app.table.writeMany(rows.map(putLoggedAttempt));
  await world.app.table.write(
    putCall(openCall({ prospectId: "rui", dueAt: MONDAY - 9 * DAY, attempts: [tried(12 * DAY)] }), "absent"),
    putCall(asked(0, { prospectId: "eva", repId: "bo", ...waitingSince(MONDAY - 8 * MINUTE) }), "absent"),
    putCall(openCall({ prospectId: "kim", repId: undefined, dueAt: MONDAY - HOUR, why: "Nobody's" }), "absent"),
  );
  return world;
}

const waitingSince = (at: number) => ({
  openedAt: at,
  dueAt: at,
  evidence: [{ at, text: "Asked for a call", asks: true }],
});
