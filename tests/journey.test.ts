import { afterEach, expect, test } from "vitest";
import { startCadence } from "../shared/cadence/start.ts";
import { completeCall } from "../shared/call/complete.ts";
import { callsOf, worklist } from "../shared/call/store.ts";
import { saveCompany } from "../shared/company.ts";
import { importPosts } from "../shared/content/import-posts.ts";
import { importProspects } from "../shared/prospect/import.ts";
import { learnUsual } from "../shared/engagement/learn-usual.ts";
import { getFollowUp } from "../shared/follow-up/store.ts";
import { sendFollowUp } from "../shared/follow-up/send.ts";
import { lettersOf } from "../shared/letter/store.ts";
import { findByAddress, getProspect } from "../shared/prospect/store.ts";
import { importReps } from "../shared/rep/import.ts";
import { getReps } from "../shared/rep/store.ts";
import { toLocal } from "../shared/time.ts";
import { touchesOf } from "../shared/touch/store.ts";
import type { Touch } from "../shared/touch/touch.ts";
import { worlds } from "./fixtures/journey-worlds.ts";
import type { JourneyWorld } from "./fixtures/journey-worlds.ts";
import { MONDAY, testConfig } from "./fixtures/world.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const post = (slug: string, rest = "") => ({
  path: `2026-10-0${(slug.length % 9) + 1}-${slug}.md`,
  bytes: bytes(
    `---\ntitle: About ${slug}\ndescription: What ${slug} taught us.\ntags: [rounds]\n${rest}---\n\nA paragraph about ${slug}.\n`,
  ),
});
const CASE =
  "kind: case-study\nclient: Baker Dairy\nsector: food\nproblem: Rounds took all day.\nresult: They take a morning.\n";
const REPS =
  "name,email,time zone,calling link\nAna Sousa,ana@northgate.example,Europe/Lisbon,https://meet.northgate.example/ana\n";
const PROSPECTS = `email,first name,company,industry,time zone,owner,tracking consent
kiri@marae-foods.example,Kiri,Marae Foods,Food Production,Pacific/Auckland,Ana Sousa,yes
joe@plains.example,Joe,Plains Dairy,Food Production,America/Winnipeg,Ana Sousa,yes
`;
const BROWSER = {
  "User-Agent":
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
};

let world: JourneyWorld | undefined;
afterEach(() => world?.stop());

test.each(worlds)(
  "%s: from a folder of posts and a list of prospects to a call, and on from there",
  async (_, open) => {
    world = await open(MONDAY);
    const { app, failures, pass } = world;

    // What comes in.
    const posts = [
      post("handover"),
      post("checks"),
      post("rotas"),
      post("audits"),
      post("dairy", CASE),
      post("creamery", CASE),
    ];
    const imported = await importPosts(app, posts, { baseUrl: "https://northgate.example/blog", dryRun: false });
    expect(imported.counts).toMatchObject({ imported: 6 });
    await importReps(app, { bytes: bytes(REPS), source: "reps.csv" }, { dryRun: false });
    const people = await importProspects(app, { bytes: bytes(PROSPECTS), source: "prospects.csv" }, { dryRun: false });
    expect(people.counts).toMatchObject({ imported: 2 });
    await saveCompany(app, testConfig.company);
    await startCadence(app);
    expect(await app.scheduler.list("default.")).toHaveLength(4);

    // Two weeks of Wednesdays and Thursdays, in each one's own afternoon.
    await pass(MONDAY + 12 * 86_400_000);
    const kiri = (await findByAddress(app.table, "kiri@marae-foods.example"))!;
    const touches = await touchesOf(app.table, kiri);
    expect(touches.map(({ date, articleKind, outcome }) => `${date} ${articleKind} ${outcome}`)).toEqual([
      "2026-11-25 blog-post sent",
      "2026-11-26 case-study sent",
      "2026-12-02 blog-post sent",
      "2026-12-03 case-study sent",
    ]);
    for (const touch of touches)
      expect(toLocal("Pacific/Auckland", touch.at)).toMatchObject({ date: touch.date, time: "15:00" });
    expect(await worklist(app.table, undefined)).toMatchObject({ calls: [] });
    await learnUsual(app);

    // Kiri, silent so far, opens and clicks the third and the fourth; Joe does nothing.
    const path = async ({ htmlOf }: JourneyWorld, touch: Touch, letter: string) => {
      const html = await htmlOf(touch.messageId!);
      return new URL(new RegExp(`"(${testConfig.publicUrl}/${letter}/[^"]+)"`).exec(html)![1]!).pathname;
    };
    const third = touches[2]!;
    const fourth = touches[3]!;
    for (const touch of [third, fourth]) {
      expect((await world.request(await path(world, touch, "o"), BROWSER)).status).toBe(200);
      const click = await world.request(await path(world, touch, "c"), BROWSER);
      expect(click.headers.get("Location")).toBe(touch.target);
    }
    await pass(app.now() + 1000);

    // One call task, with the reason, in a good hour of Auckland.
    const [ana] = await getReps(app.table);
    const { calls } = await worklist(app.table, ana!.id);
    expect(calls).toHaveLength(1);
    const [call] = calls;
    expect(call).toMatchObject({ prospectId: kiri, lane: "warming", timeZone: "Pacific/Auckland", state: "open" });
    expect(call!.evidence.map(({ text }) => text).join(" ")).toContain(third.articleTitle);
    const due = toLocal("Pacific/Auckland", call!.dueAt);
    expect(["10", "16"]).toContain(due.time.slice(0, 2));
    expect(call!.brief.voicemail.seconds).toBeLessThan(30);
    expect(touches.map((touch) => touch.articleId)).not.toContain(call!.brief.talkingPoint?.articleId);

    // The rep calls, they talk, and agree on another call.
    await pass(call!.dueAt);
    const { number, version } = call!;
    const spoken = {
      prospectId: kiri,
      number,
      version,
      repId: ana!.id,
      disposition: "connected",
      notes: "Wants figures for two sites.",
    } as const;
    await expect(completeCall(app, spoken)).rejects.toThrow(/next ?step/i);
    const date = "2026-12-16";
    expect(await completeCall(app, { ...spoken, nextStep: { kind: "call", date, time: "10:00" } })).toMatchObject({
      outcome: "saved",
    });
    expect(await completeCall(app, { ...spoken, nextStep: { kind: "call", date, time: "10:00" } })).toEqual({
      outcome: "taken",
    });

    // The follow-up is on the list for that day and knows what was said.
    const [first, second] = await callsOf(app.table, kiri);
    expect(first).toMatchObject({ state: "closed", attempts: [{ disposition: "connected" }] });
    expect(second).toMatchObject({ state: "open", lane: "agreed" });
    expect(second!.brief.lastConversation).toContain("Wants figures for two sites.");
    expect(toLocal("Pacific/Auckland", second!.dueAt).date).toBe(date);
    expect((await getProspect(app.table, kiri))!.unanswered).toBe(0);

    // What was agreed goes out in writing, once, and in the hour before the call they are reminded of it.
    const draft = (await getFollowUp(app.table, kiri, number, 1))!;
    const { subject, text } = draft;
    const written = { prospectId: kiri, number, attempt: 1, subject, text, invite: true, by: ana!.id };
    expect(await sendFollowUp(app, written)).toMatchObject({ outcome: "sent" });
    expect(await sendFollowUp(app, written)).toMatchObject({ outcome: "already-sent" });
    await pass(second!.dueAt - 44 * 60_000);
    const letters = await lettersOf(app.table, kiri);
    expect(letters.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual(["follow-up sent", "reminder sent"]);
    expect(await world.htmlOf(letters[1]!.messageId!)).toContain("10:00");
    expect(failures).toEqual([]);
  },
);
