import { describe, expect, test } from "vitest";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { prospectKey } from "../../../shared/keys.ts";
import { HOUR } from "../../../shared/time.ts";
import { article, prospect } from "../../fixtures/world.ts";
import { deskOf, mustCall } from "./desk.ts";
import { CHROME, mailed } from "./mailed.ts";
import { words } from "./rep-desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678" });
const PATH = `/prospects/${rui.id}/calls/1`;

const sectionOf = (text: string, heading: string): string =>
  words(
    new RegExp(`<(section|details) class="card[^"]*"[^>]*>(?:<summary>)?<h2>${heading}[^]*?</\\1>`).exec(text)?.[0] ??
      "",
  );

async function deskWithCall() {
  const desk = await deskOf({ prospects: [rui], articles: [article("rounds"), article("routes")] });
  const dates = await mailed(desk.world, rui.id, "..");
  const { version } = await mustCall(desk.world, rui.id);
  return { ...desk, dates, version: String(version) };
}

describe("the page of a call", () => {
  test("has everything in the order in which it is used", async () => {
    const { open } = await deskWithCall();
    const { text } = await open(PATH);
    const headings = [...text.matchAll(/<h2>([^<]*)/g)].map(([, heading]) => heading?.trim());
    expect(headings).toEqual([
      "Why now",
      "Last conversation",
      "What they read",
      "Something new to tell",
      "Questions to ask",
      "Ask for this next step",
      "If it goes to voicemail",
      "Timer",
      "Checklists",
      "After the call",
      "Not now, or not you?",
    ]);
    expect(text).toContain('<code class="copy">https://meet.northgate.example/ana</code>');
    expect(text).toMatch(/<section class="card timer" data-timer="1800" hidden/);
    expect(words(/<nav class="action-bar"[^]*?<\/nav>/.exec(text)?.[0] ?? "")).toBe(
      " +351 912 345 678 After the call ",
    );
  });

  test("folds away no reason, no number and no question", async () => {
    const { open } = await deskWithCall();
    const unfolded = (await open(PATH)).text.replaceAll(/<details(?! open)[^]*?<\/details>/g, "");
    for (const wanted of ["Asked for a quote", 'href="tel:+351912345678"', "Questions to ask"])
      expect(unfolded).toContain(wanted);
  });

  test("tells what they read since, and only what a person did", async () => {
    const { open, world, dates } = await deskWithCall();
    const click = { prospectId: rui.id, kind: "click", method: "GET", network: "203.0.113.0/24" } as const;
    const at = world.app.now();
    await recordEngagement(world.app, [
      { ...click, id: "c1", link: "read", slot: dates[1], at, userAgent: CHROME },
      { ...click, id: "c2", link: "hidden", slot: dates[0], at: at + HOUR, userAgent: CHROME },
    ]);
    const told = sectionOf((await open(PATH)).text, "What they read");
    expect(told).toContain(`Read: Story of ${dates[1]} Mon 23 Nov 2026, 09:00 Lisbon`);
    expect(told).not.toContain(`Story of ${dates[0]}`);
  });

  test("has another insight once the one it was opened with was mailed", async () => {
    const { open, world } = await deskWithCall();
    const before = /href="\/library\/(\w+)"/.exec((await open(PATH)).text)?.[1] ?? "";
    await world.app.table.write({ kind: "update", key: prospectKey(rui.id), set: { seen: [before] } });
    const after = /href="\/library\/(\w+)"/.exec((await open(PATH)).text)?.[1];
    expect(new Set([before, after])).toEqual(new Set(["rounds", "routes"]));
  });
});
