import { readFileSync } from "node:fs";
import * as z from "zod";
import { describe, expect, test } from "vitest";
import { judgeSignal } from "../../shared/engagement/human.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../shared/data/user-agents/${name}`, import.meta.url), "utf8"));

const { items } = z
  .object({
    items: z.array(
      z.object({
        ua: z.string(),
        class: z.string(),
        who: z.string(),
        human: z.enum(["yes", "no", "maybe", "unknown"]),
      }),
    ),
  })
  .parse(read("mail-machines.json"));
const crawlers = z
  .array(z.object({ instances: z.array(z.string()).default([]) }))
  .parse(read("crawler-user-agents.json"));

const anHourLater = { at: 3_600_000, method: "GET" } as const;
const isPerson = (kind: "open" | "click", userAgent: string): boolean =>
  judgeSignal({ kind, userAgent, ...anHourLater }, 0).human;

describe("user agents met in mail", () => {
  const machines = items.filter((item) => item.human === "no" || item.human === "unknown");
  test.each(machines)("$who ($ua) is no person, whatever it does", ({ ua }) => {
    expect([isPerson("open", ua), isPerson("click", ua)]).toEqual([false, false]);
  });

  const people = items.filter((item) => item.human === "yes");
  test.each(people)("a person is not lost: $ua", ({ ua }) => {
    expect([isPerson("open", ua), isPerson("click", ua)]).toEqual([true, true]);
  });

  const proxies = items.filter((item) => item.class === "proxy-open");
  test.each(proxies)("$who: an open may be a person, a click is none", ({ ua }) => {
    expect([isPerson("open", ua), isPerson("click", ua)]).toEqual([true, false]);
  });

  test("at least 97 in 100 crawlers are known, though our table names hardly any", () => {
    const all = crawlers.flatMap((crawler) => crawler.instances);
    const missed = all.filter((userAgent) => isPerson("click", userAgent));
    expect(all.length).toBeGreaterThan(1000);
    expect(missed.length / all.length).toBeLessThan(0.03);
  });
});
