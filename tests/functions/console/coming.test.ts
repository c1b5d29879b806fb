import { describe, expect, test } from "vitest";
import { getTouch } from "../../../shared/touch/store.ts";
import { article, caseStudy, mustProspect, prospect } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa" });
const mei = prospect("mei00000000", { firstName: "Mei", lastName: "Tanaka", timeZone: "Asia/Tokyo" });
const SLOT = "2026-11-25";

const desk = () =>
  deskOf({
    prospects: [
      rui,
      mei,
      prospect("eva00000000", { firstName: "Eva", standing: { state: "ended", reason: "opted out" } }),
    ],
    articles: [
      article("rounds", { publishedOn: "2026-02-01" }),
      article("stock"),
      caseStudy("own", { sector: "food" }),
    ],
  });

describe("the page of coming emails", () => {
  test("shows each prospect's next one, soonest first, by the clock there and with its place", async () => {
    const { open } = await desk();
    const { text, status } = await open("/coming");
    expect(status).toBe(200);
    expect(text).toMatch(/Wed 25 Nov 15:00 Tokyo[\s\S]*Mei Tanaka[\s\S]*Wed 25 Nov 15:00 Lisbon[\s\S]*Rui Costa/);
    expect(text).toContain("About rounds");
    expect(text).not.toContain("Eva");
  });

  test("one button keeps an email back, another lets it go", async () => {
    const { world, open, send } = await desk();
    const kept = await send(`/coming/${rui.id}/veto`, { date: SLOT, back: "/coming" });
    expect([kept.status, kept.headers.get("Location")]).toEqual([303, "/coming?done=email-vetoed"]);
    expect((await open("/coming?done=email-vetoed")).text).toContain("That email stays back.");
    expect((await open("/coming")).text).toContain("Kept back. Owner wanted none.");
    await send(`/coming/${rui.id}/let-go`, { date: SLOT, back: "/coming" });
    expect((await open("/coming")).text).not.toContain("Kept back");
    await world.pass("2026-11-25T16:00Z");
    expect(await getTouch(world.app.table, rui.id, SLOT)).toMatchObject({ outcome: "sent" });
  });

  test("too late is said, and nothing is changed", async () => {
    const { world, send } = await desk();
    await world.pass("2026-11-25T16:00Z");
    const reply = await send(`/coming/${rui.id}/veto`, { date: SLOT, back: "/coming" });
    expect(reply.status).toBe(409);
    expect(reply.text).toContain("Too late");
  });

  test("another article is chosen from what fits, own sector's case studies first", async () => {
    const { world, open, send } = await desk();
    const choice = await open(`/coming/${rui.id}?date=${SLOT}`);
    expect(choice.text).toMatch(/About own[\s\S]*About rounds[\s\S]*About stock/);
    expect((await open(`/coming/${rui.id}?date=${SLOT}&q=stock`)).text).not.toContain("About rounds");
    const without = await send(`/coming/${rui.id}`, { date: SLOT });
    expect([without.status, without.text.includes("Choose an article.")]).toEqual([422, true]);
    const reply = await send(`/coming/${rui.id}`, { date: SLOT, articleId: "own", back: `/prospects/${rui.id}` });
    expect(reply.headers.get("Location")).toBe(`/prospects/${rui.id}?done=email-replaced`);
    expect((await open(`/prospects/${rui.id}`)).text).toContain("Chosen by Owner");
    await world.pass("2026-11-25T16:00Z");
    expect(await getTouch(world.app.table, rui.id, SLOT)).toMatchObject({ articleId: "own" });
  });
});

describe("on a prospect's page", () => {
  test("an article goes out at once, and the timeline tells", async () => {
    const { world, open, send } = await desk();
    expect((await open(`/prospects/${rui.id}`)).text).toContain("Send an article");
    const page = await open(`/one-off/${rui.id}`);
    expect(page.text).toContain("Nobody gets two articles on one day.");
    const reply = await send(`/one-off/${rui.id}`, { articleId: "stock" });
    expect(reply.headers.get("Location")).toBe(`/prospects/${rui.id}?done=article-ordered`);
    await world.pass("2026-11-23T09:01Z");
    const { text } = await open(`/prospects/${rui.id}`);
    expect(text).toContain("Blog post sent: About stock");
    expect(text).toContain("Sent by Owner");
    const again = await send(`/one-off/${rui.id}`, { articleId: "rounds" });
    expect([again.status, again.text.includes("They already had an email today.")]).toEqual([422, true]);
  });

  test("interests are kept and shown, and the delicate ones are marked", async () => {
    const { world, open, send } = await desk();
    await send(`/coming/${rui.id}/interests`, { interests: "sailing, church choir" });
    expect((await mustProspect(world, rui.id)).interests).toEqual(["sailing", "church choir"]);
    expect((await open(`/prospects/${rui.id}`)).text).toContain("Take care with: church choir.");
  });
});

test.each(["/coming/nobody", "/one-off/nobody"])("%s leads to nobody and says so", async (path) => {
  const { open } = await desk();
  expect((await open(path)).status).toBe(404);
});
