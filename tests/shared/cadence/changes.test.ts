import { expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Cadence } from "../../../shared/cadence/cadence.ts";
import { changesBetween } from "../../../shared/cadence/changes.ts";

const words = (changes: Partial<Cadence>): string[] =>
  changesBetween(defaultCadence, { ...defaultCadence, ...changes });

const [wednesday, thursday] = [defaultCadence.slots[0]!, defaultCadence.slots[1]!];

test.each<[Partial<Cadence>, string[]]>([
  [{}, []],
  [{ version: 9 }, []],
  [{ name: "Early" }, ['Name changed from "Midweek" to "Early"']],
  [{ slots: [{ ...wednesday, time: "16:00" }, thursday] }, ["Wednesday moved from 15:00 to 16:00"]],
  [
    { slots: [{ ...wednesday, time: "16:00", kind: "resource" }, thursday] },
    ["Wednesday moved from 15:00 to 16:00 and carries a resource instead of a blog post"],
  ],
  [{ slots: [thursday] }, ["Slot removed: Wednesday 15:00, a blog post"]],
  [{ slots: [thursday, wednesday] }, []],
  [
    { caps: { per7Days: 1, per30Days: 4 } },
    ["Most emails in 7 days changed from 2 to 1", "Most emails in 30 days changed from 10 to 4"],
  ],
  [{ window: { from: "13:30", to: "16:30" } }, ["Send window changed from 13:00-17:00 to 13:30-16:30"]],
  [{ exits: ["opted out"] }, ["Customers do not leave any more"]],
  // Older rows have exits that end nothing any more.
  [{ exits: ["replied", "meeting booked", "customer", "opted out"] }, []],
  [
    { sectorRules: { neutralCaseStudy: false, blogPostInstead: true } },
    ["Case studies of no sector: no (before: yes)"],
  ],
  [
    { templates: { ...defaultCadence.templates, resource: "case-study" } },
    ["Template of resources changed from blog-post to case-study"],
  ],
  [{ paused: true }, ["Paused"]],
])("%j reads %j", (changes, said) => {
  expect(words(changes)).toEqual(said);
});

test("a slot that is new is told as one", () => {
  const before = { ...defaultCadence, slots: [wednesday] };
  expect(changesBetween(before, defaultCadence)).toEqual(["New slot: Thursday 15:00, a case study"]);
});
