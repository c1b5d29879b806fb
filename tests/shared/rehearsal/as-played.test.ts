import { beforeAll, expect, test } from "vitest";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { getCall, putCall } from "../../../shared/call/store.ts";
import { getCompany } from "../../../shared/company.ts";
import type { Config } from "../../../shared/config.ts";
import { outboxMailer } from "../../../shared/local/outbox.ts";
import { openStore } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";
import { everyProspect } from "../../../shared/prospect/every-prospect.ts";
import { pauseProspect } from "../../../shared/prospect/pause.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import { runWeeks } from "../../../shared/rehearsal/run.ts";
import type { Run } from "../../../shared/rehearsal/run.ts";
import { totalsOf } from "../../../shared/rehearsal/sums.ts";
import { pacedMailer } from "../../../shared/sending/paced-mailer.ts";
import { mayHaveGone } from "../../../shared/touch/touch.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { putWish } from "../../../shared/touch/wish-store.ts";
import { clockAt } from "../../../stacks/local/clock.ts";
import { fillSample } from "../../../stacks/local/fill-sample.ts";
import { play } from "../../../stacks/local/play/play.ts";
import type { Played } from "../../../stacks/local/play/play.ts";
import { createWorld } from "../../../stacks/local/world.ts";
import type { World } from "../../../stacks/local/world.ts";
import { MONDAY, testConfig } from "../../fixtures/world.ts";

const WEEKS = 13;
/** Half of the sample company's prospects, in the first two weeks of a new sender. */
const warmUp = { startsOn: "2026-11-23", emailsPerDay: [25, 40] };

/** The sample company with a mailer that warms up, as over SMTP. */
async function sampleWorld(): Promise<World> {
  const store = openStore(":memory:");
  const clock = clockAt(MONDAY);
  let config: Config = testConfig;
  const sender = {
    table: localTable(store, clock.now),
    now: clock.now,
    alarm: () => undefined,
    get config() {
      return config;
    },
  };
  const mailer = pacedMailer(outboxMailer(store, clock.now), { app: sender, wait: async () => undefined });
  const world = createWorld({ store, clock, config: () => config, mailer });
  await fillSample(world.app);
  const company = await getCompany(world.app.table);
  if (company) config = { ...testConfig, company: { ...company, warmUp } };
  return world;
}

async function everybody({ app }: World): Promise<string[]> {
  const all: string[] = [];
  for await (const { ids } of everyProspect(app.table)) all.push(...ids);
  return all;
}

let world: World;
let run: Run;
let played: Played;
let rowsBefore: unknown;

beforeAll(async () => {
  world = await sampleWorld();
  const { app } = world;
  const people = [...(await getProspects(app.table, await everybody(world))).values()].filter(
    ({ standing }) => standing.state === "active",
  );
  const [called, wished, paused] = people;
  const { number } = await openCallByHand(app, called!.id, "Asked for a quote");
  const call = await getCall(app.table, called!.id, number);
  await app.table.write(putCall({ ...call!, lane: "hot" }, "present"));
  await app.table.write(putWish({ prospectId: wished!.id, date: "2026-11-26", kind: "veto", by: "Ana", at: MONDAY }));
  await pauseProspect(app, paused!.id, 20);
  const everything = () => world.store.sql("SELECT * FROM items ORDER BY pk, sk").all();
  const before = JSON.stringify(everything());
  run = await runWeeks(app, { weeks: WEEKS });
  rowsBefore = {
    same: JSON.stringify(everything()) === before,
    waiting: world.queues.touches.depth(),
    emails: world.store.sql("SELECT * FROM emails").all().length,
  };
  played = await play(world, {
    weeks: WEEKS,
    seed: 0,
    quiet: true,
    failed: ({ error }) => expect.unreachable(String(error)),
  });
}, 60_000);

test("a dry run writes nothing, orders nothing and mails nothing", () => {
  expect(rowsBefore).toEqual({ same: true, waiting: 0, emails: 0 });
});

test("day by day it comes to what is then sent and skipped, for the same reasons", () => {
  const totals = totalsOf(run.outcomes, [], "2026-11-23");
  expect(totals.days).toEqual(played.days);
  expect(totals).toMatchObject({ sent: played.sent, skipped: played.skipped, prospects: played.prospects });
  expect(Object.keys(totals.skipped)).toEqual(
    expect.arrayContaining(["vetoed", "in-conversation", "window-closed", "library-used-up"]),
  );
  expect(totals.days[0]?.skipped["window-closed"]).toBeGreaterThan(10);
});

test("every prospect gets the same article on the same day, at the same minute", async () => {
  const { people, days, whats, articles } = run.outcomes;
  const foreseen = people.map(({ id }) => ({ id, touches: [] as string[] }));
  for (const { date, person, what, article } of days)
    for (const [row, n] of person.entries())
      foreseen[n]!.touches.push([date, whats[what[row]!]!.reason ?? "sent", articles[article[row]! - 1]?.id].join(" "));
  const came = await Promise.all(
    people.map(async ({ id }) => ({
      id,
      touches: (await touchesOf(world.app.table, id)).map((touch) =>
        [touch.date, mayHaveGone(touch) ? "sent" : touch.reason, touch.articleId].join(" "),
      ),
    })),
  );
  expect(foreseen).toEqual(came);
});
