import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { ACCEPTED } from "../../../shared/lint/accepted.ts";
import support from "../../../shared/lint/css-support.json" with { type: "json" };
import { droppedBy } from "../../../shared/lint/dropped.ts";

const Versions = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string())));
const Whole = z.object({
  last_update_date: z.string(),
  data: z.array(z.object({ slug: z.string(), title: z.string(), stats: Versions })),
});
const whole = Whole.parse(createRequire(import.meta.url)("caniemail/caniemail.json"));
const clients = Object.keys(support.clients);
const features: { readonly [slug: string]: readonly string[] } = support.features;

describe("our excerpt of caniemail", () => {
  test("is of the package's version, with all its features", () => {
    expect(support.updated).toBe(whole.last_update_date);
    expect(Object.keys(features)).toEqual(whole.data.map(({ slug }) => slug));
  });

  test("says of every feature and client what the package says of the latest version", () => {
    for (const { slug, title, stats } of whole.data) {
      const latest = clients.map((client) => {
        const [family = "", platform = ""] = client.split(".");
        return Object.values(stats[family]?.[platform] ?? {}).at(-1)?.[0] ?? "u";
      });
      expect([slug, ...features[slug]!.slice(0, 2)]).toEqual([slug, title.trim(), latest.join("")]);
    }
  });

  test("has the four families and nothing that is gone", () => {
    expect(new Set(clients.map((client) => client.split(".")[0]))).toEqual(
      new Set(["gmail", "outlook", "apple-mail", "yahoo"]),
    );
    expect(clients).not.toContain("outlook.windows-mail");
  });

  test("what was accepted is dropped by somebody, or need not be in the list", () => {
    for (const slug of Object.keys(ACCEPTED))
      expect({ slug, by: droppedBy(slug).length > 0 }).toEqual({ slug, by: true });
  });

  test("a feature nobody knows is dropped by nobody", () => expect(droppedBy("css-made-up")).toEqual([]));
});
