import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { script, scriptPath } from "../../../functions/console/script.ts";
import { sinceWords } from "../../../shared/notice/since.ts";
import { DAY, MINUTE } from "../../../shared/time.ts";
import { element, pageWith } from "./fake-page.ts";
import type { PageParts } from "./fake-page.ts";

test("browsers run what the sources say, under an address that changes with it", async () => {
  const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [at("functions/console/script/main.ts")],
    absWorkingDir: at(""),
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    write: false,
  });
  expect(script, "run: node .ci/console-script.mjs").toBe(outputFiles[0]?.text);
  expect(scriptPath).toContain(createHash("sha256").update(script).digest("hex").slice(0, 12));
});

describe("the clock of who asked", () => {
  const clockOn = (since: number, lateFrom: number) => {
    const clock = element("time", { dataset: { since: String(since), lateFrom: String(lateFrom) } });
    return { clock, page: pageWith({ elements: { "[data-since]": [clock] } }) };
  };

  test.each([0, 59, 60, 192, 3599, 3600, 7500, 86_399, 86_400, 3.5 * 86_400])(
    "counts on from %d seconds in the same words as the server",
    (seconds) => {
      expect(clockOn(seconds, 300).clock.textContent).toBe(sinceWords(seconds));
      const { clock, page } = clockOn(0, 300);
      page.pass(seconds * 1000 + (seconds >= 3600 ? MINUTE : 0));
      expect([sinceWords(seconds), sinceWords(seconds + 60)]).toContain(clock.textContent);
    },
  );

  test("turns late by itself, and counts by the minute after an hour", () => {
    const { clock, page } = clockOn(290, 300);
    page.pass(9000);
    expect(clock.classes.has("late")).toBe(false);
    page.pass(1000);
    expect(clock.classes.has("late")).toBe(true);
    expect(new Set(page.waits)).toEqual(new Set([1000]));
    expect(clockOn(3600, 300).page.waits).toEqual([MINUTE]);
    expect(clockOn(DAY / 1000, 2 * 86_400).clock.classes.has("late")).toBe(false);
  });
});

describe("the timer of a call", () => {
  function timed(tab = new Map<string, string>()) {
    const shown = element("span");
    const button = element("button");
    const timer = element("section", {
      dataset: { timer: "1800" },
      inside: { "[data-timer-left]": shown, "[data-timer-start]": button },
    });
    const number = element("a");
    const elements = { "[data-timer]": [timer], 'a[href^="tel:"]': [number] };
    const page = pageWith({ elements, tab, path: "/prospects/rui/calls/1" });
    return { page, timer, shown, button, number, said: () => timer.children[0]?.textContent };
  }

  test("is there only with a script, and starts by its button or with dialling", () => {
    for (const start of ["button", "number"] as const) {
      const { page, timer, shown, [start]: pressed } = timed();
      expect([timer.hidden, shown.textContent]).toEqual([false, ""]);
      pressed.click();
      page.pass(65_000);
      expect(shown.textContent).toBe("28:55");
    }
  });

  test("says aloud only that five minutes are left and that the time is over, each once", () => {
    const { page, timer, shown, button, said } = timed();
    button.click();
    const heard: (string | undefined)[] = [];
    for (let second = 0; second < 32 * 60; second += 1) {
      page.pass(1000);
      if (said() !== heard.at(-1)) heard.push(said());
    }
    expect(heard).toEqual(["", "Five minutes are left for this call.", "The time for this call is over."]);
    expect(timer.children[0]?.attributes.get("role")).toBe("status");
    expect([shown.textContent, timer.classes.has("late")]).toEqual(["2:00 over", true]);
  });

  test("goes on when the page is loaded again, without saying again what was said", () => {
    const tab = new Map<string, string>();
    const first = timed(tab);
    first.button.click();
    tab.set("midweek-timer /prospects/rui/calls/1", String(Date.parse("2030-01-01T00:00Z") - 26 * MINUTE));
    const { page, shown, said, button } = timed(tab);
    expect(shown.textContent).toBe("4:00");
    page.pass(10_000);
    expect(said()).toBe("");
    button.click();
    expect(shown.textContent).toBe("30:00");
  });
});

describe("when somebody asks for a call", () => {
  const HOT = {
    id: "2030-01-01T00:00:00.000Z#rui",
    name: "Rui Costa, Porto Foods",
    why: "Replied",
    href: "/prospects/rui/calls/1",
  };

  function alerted(parts: Omit<PageParts, "elements"> = {}) {
    const place = element("output", { dataset: { alerts: "/events" } });
    const button = element("button");
    const page = pageWith({ elements: { "[data-alerts]": [place], "[data-notify]": [button] }, ...parts });
    return { page, place, button };
  }

  test("it stands on the page with a link to the call until it is taken away, and other pages hear of it", () => {
    const { page, place } = alerted();
    page.streams[0]?.say("hot", HOT.id, HOT);
    const [link, why, away] = place.children[0]?.children ?? [];
    expect([link?.textContent, link?.href, why?.textContent]).toEqual([
      "Rui Costa, Porto Foods asked for a call",
      "/prospects/rui/calls/1",
      "Replied",
    ]);
    expect(page.sent).toEqual([HOT]);
    expect(page.notified).toEqual([]);
    away?.click();
    expect(place.children).toEqual([]);
  });

  test("the browser says it too where it may, and a click leads to the call", () => {
    const { page, button } = alerted({ permission: "granted" });
    expect(button.hidden).toBe(true);
    page.streams[0]?.say("hot", HOT.id, HOT);
    expect(page.notified).toMatchObject([
      { title: "Rui Costa, Porto Foods asked for a call", body: "Replied", tag: HOT.id },
    ]);
    page.notified[0]?.click();
    expect(page.went).toEqual(["/prospects/rui/calls/1"]);
  });

  test("the browser is asked only by the button, which then goes", async () => {
    const { page, button } = alerted();
    expect(button.hidden).toBe(false);
    button.click();
    await new Promise((done) => setImmediate(done));
    expect(button.hidden).toBe(true);
    page.streams[0]?.say("hot", HOT.id, HOT);
    expect(page.notified).toHaveLength(1);
  });

  test("a phone that takes no notification still has it on the page", () => {
    const { page, place } = alerted({ permission: "granted", phone: true });
    page.streams[0]?.say("hot", HOT.id, HOT);
    expect(place.children).toHaveLength(1);
  });

  test("a page opened later goes on from what this browser has heard", () => {
    const site = new Map<string, string>();
    alerted({ site }).page.streams[0]?.say("ready", "2030-01-01T00:00:00.000Z", {});
    expect(alerted({ site }).page.streams[0]?.url).toBe("/events?after=2030-01-01T00%3A00%3A00.000Z");
    alerted({ site }).page.streams[0]?.say("hot", HOT.id, HOT);
    expect(alerted({ site }).page.streams[0]?.url).toBe(`/events?after=${encodeURIComponent(HOT.id)}`);
  });

  test("one page listens for all, and on the call's own page there is nothing to say", () => {
    const { page, place } = alerted({ lockTaken: true });
    expect(page.streams).toEqual([]);
    page.hearFromAnotherPage(HOT);
    page.hearFromAnotherPage("nonsense");
    expect(place.children).toHaveLength(1);
    const there = alerted({ path: HOT.href });
    there.page.streams[0]?.say("hot", HOT.id, HOT);
    expect(there.place.children).toEqual([]);
  });

  test("at most three stand there at once, and nothing listens where nobody calls", () => {
    const { page, place } = alerted();
    for (let one = 0; one < 5; one += 1) page.streams[0]?.say("hot", `${HOT.id}${one}`, { ...HOT, name: `Rui ${one}` });
    expect(place.children.map(({ children }) => children[0]?.textContent)).toEqual(
      [2, 3, 4].map((one) => `Rui ${one} asked for a call`),
    );
    expect(pageWith({ elements: {} }).streams).toEqual([]);
  });
});
