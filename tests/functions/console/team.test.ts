import { describe, expect, test } from "vitest";
import { completeCall } from "../../../shared/call/complete.ts";
import { putLoggedAttempt } from "../../../shared/call/log.ts";
import { CLAIMS } from "../../../shared/practice/claims.ts";
import { DAY } from "../../../shared/time.ts";
import { MONDAY, prospect, testWorld } from "../../fixtures/world.ts";
import { dial, spoke } from "../../shared/practice/log.ts";
import { deskOf, mustCall } from "./desk.ts";
import { busyTeams, manager, teamPage, twoTeams } from "./team-world.ts";

/** As it stands in a page. */
const written = (text: string): string => text.replaceAll("'", "&#39;");
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

describe("the team's page", () => {
  test("says what to do when there is nothing yet", async () => {
    const page = await teamPage(await twoTeams(), manager());
    expect(page).toContain("No calls in the last 28 days");
    expect(page).toContain("or look further back above");
    expect(page).not.toContain("Overdue now");
    expect(count(page, /not enough data/g)).toBeGreaterThan(10);
  });

  test("says so when the manager's team has no reps", async () => {
    expect(await teamPage(await twoTeams(), manager("west"))).toContain("There are no reps to show");
  });

  test("tells of few calls what was counted, and no percentage", async () => {
    const world = await testWorld();
    const at = MONDAY - DAY;
    await world.app.table.writeMany([spoke({ at }), dial({ at: at + 1, prospectId: "eva" })].map(putLoggedAttempt));
    const page = await teamPage(world, manager());
    expect(page).toContain("<dt>Next steps agreed</dt><dd>1 of 1<");
    expect(page).not.toContain("All together");
    expect(page).toContain('<th scope="row">4</th><td>1 of 2</td>');
  });

  test("shows a year's figures with their ranges, and each claim with its source", async () => {
    const page = await teamPage(await busyTeams(), manager(), "?days=365");
    expect(page).toMatch(/<dt>Next steps agreed<\/dt><dd>\d+ %<span class="under small">\d+ to \d+ %, \d+ of \d+</);
    expect(page).toMatch(/<dt>Time to first call<\/dt><dd>\d+ (s|min|h)/);
    for (const { says, source } of Object.values(CLAIMS)) {
      expect(page).toContain(written(says));
      expect(page).toContain(written(source));
    }
    expect(page).toContain("All together");
    expect(count(page, /<h3 id="rep-\d-name">/g)).toBe(2);
  });

  test("looks back as far as it is asked to, and 28 days otherwise", async () => {
    const world = await testWorld();
    await world.app.table.write(putLoggedAttempt(spoke({ at: MONDAY - 60 * DAY })));
    for (const [query, dials] of [
      ["?days=90", 1],
      ["", 0],
      ["?days=29", 0],
    ] as const)
      expect(count(await teamPage(world, manager(), query), /<dt>Dials<\/dt><dd>1</g), query).toBe(dials);
  });

  test("names every plot and says in words what it shows", async () => {
    const page = await teamPage(await busyTeams(), manager(), "?days=365");
    const plots = page.match(/<svg[^>]*role="img"[^>]*>/g) ?? [];
    expect(plots.length).toBeGreaterThan(20);
    for (const plot of plots) {
      const [, title] = /aria-labelledby="([^"]+)"/.exec(plot) ?? [];
      const [, desc] = /aria-describedby="([^"]+)"/.exec(plot) ?? [];
      expect(count(page, new RegExp(`<title id="${title}">[^<]+</title>`, "g")), title).toBe(1);
      expect(count(page, new RegExp(`<desc id="${desc}">[^<]+</desc>`, "g")), desc).toBe(1);
    }
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).not.toMatch(/NaN|Infinity|undefined| style="/);
  });

  test("is in the console, with a link to the calls of the same days", async () => {
    const desk = await deskOf();
    const { status, text } = await desk.open("/team");
    expect(status).toBe(200);
    expect(text).toContain('<a href="/team" aria-current="page">');
    expect(text).toContain('href="/calls.csv?from=2026-10-26"');
  });
});

test("what a rep saves after a call is in the figures at once, by the prospect's own clock", async () => {
  const world = await testWorld({ prospects: [prospect("rui", { timeZone: "Asia/Tokyo" })] });
  const { number, version } = await mustCall(world, "rui");
  const nextStep = { kind: "demo", date: "2026-12-02", time: "10:00" } as const;
  const result = { repId: "ana", disposition: "connected", notes: "", nextStep } as const;
  await completeCall(world.app, { prospectId: "rui", number, version, ...result });
  const page = await teamPage(world, manager());
  expect(page).toContain("<dt>Conversations</dt><dd>1</dd>");
  expect(page).toContain("<dt>Next steps agreed</dt><dd>1 of 1<");
  expect(page).toContain('<th scope="row">18:00</th><td>1</td><td>1</td>');
});

describe("a manager", () => {
  test("sees their own team's reps and late calls, and nobody else's", async () => {
    const world = await busyTeams();
    const page = await teamPage(world, manager("north"), "?days=365");
    expect(page).toContain("Ana Sousa");
    expect(page).toContain('href="/prospects/rui/calls/1"');
    for (const foreign of ["Bo Lindqvist", "/prospects/eva/", "/prospects/kim/"]) expect(page).not.toContain(foreign);
  });

  test("of no team sees everybody's, and the calls of no rep", async () => {
    const page = await teamPage(await busyTeams(), manager());
    for (const one of ["Ana Sousa", "Bo Lindqvist", "/prospects/rui/calls/1", "/prospects/kim/calls/1", "No rep yet"])
      expect(page).toContain(one);
    // Due for eight minutes is not late yet.
    expect(page).not.toContain("/prospects/eva/calls/1");
    expect(page).toContain("1 still waiting, 5 minutes to 1 hour.");
  });
});
