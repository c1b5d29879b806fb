import { describe, expect, test } from "vitest";
import { article, prospect } from "../../fixtures/world.ts";
import { deskOf, mustCall } from "./desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678" });
const NOTHING_SENT =
  'Nothing is sent yet: Midweek does not know your company. <a href="/start">See what is left to do</a>';

describe("before the company is saved", () => {
  test.each(["/", "/prospects", "/library", "/cadence", "/outbox", "/import", "/nowhere"])(
    "%s says that nothing is sent, and where to begin",
    async (path) => {
      expect((await (await deskOf({ companySaved: false })).open(path)).text).toContain(NOTHING_SENT);
      expect((await (await deskOf()).open(path)).text).not.toContain("Nothing is sent yet");
    },
  );

  test("the settings themselves do not", async () => {
    const { open, send } = await deskOf({ companySaved: false });
    expect((await open("/settings")).text).not.toContain("Nothing is sent yet");
    expect((await send("/settings", { name: "" })).text).not.toContain("Nothing is sent yet");
  });

  test("the cadence has not started and plans nothing", async () => {
    const { text } = await (await deskOf({ prospects: [rui], companySaved: false })).open("/cadence");
    expect(text).toContain("Not started");
    expect(text).not.toContain("Running");
    expect(text).toContain("Slots are planned once Settings are filled in.");
    const started = await (await deskOf({ prospects: [rui] })).open("/cadence");
    expect(started.text).toContain("Running");
    expect(started.text).toContain("Wed 25 Nov 15:00");
  });
});

test("the empty outbox names the clock's buttons only where there are some", async () => {
  const words = "Move the clock on with the buttons at the top";
  expect((await (await deskOf()).open("/outbox")).text).toContain(words);
  const still = await (await deskOf({ moves: false })).open("/outbox");
  expect(still.text).toContain("Nothing has been sent yet");
  expect(still.text).not.toContain("buttons");
});

test.each([
  ["granted", "Opening it as the prospect would does count.", "Not measured"],
  ["denied", "Not measured: nothing they open or click is seen.", "does count"],
] as const)("an email to a prospect whose consent is %s: %s", async (tracking, words, others) => {
  const { world, open } = await deskOf({ prospects: [{ ...rui, tracking }], articles: [article("rounds")] });
  await world.pass("2026-11-25T19:00Z");
  const { text } = await open("/outbox/1");
  expect(text).toContain(words);
  expect(text).not.toContain(others);
});

describe("a second call", () => {
  async function afterFirst(answers: readonly Record<string, string>[]) {
    const desk = await deskOf({ prospects: [rui] });
    const { version } = await mustCall(desk.world, rui.id);
    for (const [i, answer] of answers.entries()) {
      const filled = { version: String(version + i), repId: "ana", notes: "They run three shifts.", ...answer };
      expect((await desk.send(`/prospects/${rui.id}/calls/1`, filled)).status).toBe(303);
    }
    return desk;
  }

  test("counts the attempts of the first, and knows that they spoke", async () => {
    const { open } = await afterFirst([
      { disposition: "voicemail" },
      { disposition: "connected", stepKind: "demo", stepDate: "2026-12-02" },
    ]);
    const worklist = await open("/");
    expect(worklist.text).toContain("First attempt since you spoke: touch 3 of 12, after 2 calls");
    expect((await open(`/prospects/${rui.id}/calls/2`)).text).toContain("First attempt since you spoke: touch 3 of 12");
    expect((await open(`/prospects/${rui.id}/calls/1`)).text).toContain("Touch 2 of 12");
    expect((await open(`/prospects/${rui.id}`)).text).toContain("Touch 2 of 12");
  });

  test("does not claim that they spoke when nobody ever answered", async () => {
    const { world, open } = await afterFirst([
      ...Array.from({ length: 4 }, () => ({ disposition: "no answer" })),
      { disposition: "no answer", giveUpReason: "Never there" },
    ]);
    await mustCall(world, rui.id, "Met at the fair");
    const { text } = await open("/");
    expect(text).toContain("First attempt of this call: touch 6 of 12, after 5 calls");
  });
});

test("a call to somebody who unsubscribed says so", async () => {
  const gone = prospect("gone0000000", { standing: { state: "ended", reason: "opted out" } });
  const { world, open } = await deskOf({ prospects: [gone, rui] });
  await mustCall(world, rui.id);
  expect((await open("/")).text).not.toContain("Unsubscribed");
  expect((await open(`/prospects/${rui.id}/calls/1`)).text).not.toContain("Unsubscribed");
  await mustCall(world, gone.id);
  expect((await open("/")).text).toContain("Unsubscribed from email");
  expect((await open(`/prospects/${gone.id}/calls/1`)).text).toContain("Unsubscribed from email");
});

test("imports stand in the order to make them", async () => {
  const { text } = await (await deskOf()).open("/import");
  const kinds = [...text.matchAll(/action="\/import\/(\w+)"/g)].map(([, kind]) => kind);
  expect(kinds).toEqual(["reps", "prospects", "posts", "feed"]);
});

test("the rows of a report stack on a narrow screen as those of other lists do", async () => {
  const { open, send } = await deskOf();
  const form = new FormData();
  form.append("reps-file", new File(["email\nrui@\n"], "reps.csv"));
  const report = await open((await send("/import/reps", form)).headers.get("Location") ?? "");
  expect(report.text).toMatch(/<table class="people">.*<th scope="row" class="address">3<\/th>/s);
});
