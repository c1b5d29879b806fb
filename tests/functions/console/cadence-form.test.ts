import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cadenceForm, readCadenceForm, rowsOf } from "../../../functions/console/cadence-form.ts";
import { Cadence, defaultCadence } from "../../../shared/cadence/cadence.ts";
import { mistakesIn } from "../../../shared/cadence/rules.ts";
import { templateNames, templateOf } from "../../../shared/template/templates.ts";

const kept = { id: "default", paused: false, version: 1 };
const { values } = cadenceForm(defaultCadence);
const read = (changes: Record<string, string>) => readCadenceForm({ ...values, ...changes }, kept);

function errorsOf(changes: Record<string, string>) {
  const found = read(changes);
  return "state" in found ? found.state.errors : {};
}

const minute = (least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .map((at) => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`);

const kinds = fc.constantFrom("blog-post", "case-study", "resource");
const carrying = (kind: "blog-post" | "case-study" | "resource") =>
  fc.constantFrom(...templateNames().filter((name) => templateOf(name).carries.includes(kind)));

/** Any cadence that may be saved. */
const anyCadence: fc.Arbitrary<Cadence> = fc
  .record({
    name: fc.stringMatching(/^[A-Za-z][A-Za-z é-]{0,40}[a-z]$/),
    slots: fc.uniqueArray(
      fc.record({ weekday: fc.constantFrom("wednesday", "thursday"), time: minute(13 * 60, 16 * 60), kind: kinds }),
      { minLength: 1, maxLength: 2, selector: ({ weekday }) => weekday },
    ),
    caps: fc.record({ per7Days: fc.integer({ min: 1, max: 7 }), per30Days: fc.integer({ min: 1, max: 30 }) }),
    quietAfter: fc.integer({ min: 1, max: 100 }),
    longRhythmDays: fc.integer({ min: 7, max: 365 }),
    exits: fc.constantFrom(["customer", "opted out"], ["opted out"]),
    sectorRules: fc.record({ neutralCaseStudy: fc.boolean(), blogPostInstead: fc.boolean() }),
    templates: fc.record({
      "blog-post": carrying("blog-post"),
      "case-study": carrying("case-study"),
      resource: carrying("resource"),
    }),
  })
  .map((parts) => Cadence.parse({ ...kept, window: { from: "13:00", to: "17:00" }, ...parts }));

describe("the form of a cadence", () => {
  test("shown and sent back unchanged, is the cadence again", () => {
    fc.assert(
      fc.property(anyCadence, (cadence) => {
        const again = readCadenceForm(cadenceForm(cadence).values, kept);
        const slots = cadence.slots.toSorted((one, other) => (one.weekday > other.weekday ? -1 : 1));
        expect(again).toEqual({ cadence: { ...cadence, slots } });
      }),
    );
  });

  test("whatever is sent, the answer is a cadence without a mistake, or what was typed with the mistakes beside it", () => {
    const field = fc.constantFrom(...Object.keys(values), "slots.2.weekday", "slots.3.time", "nonsense");
    const typed = fc.oneof(
      fc.string(),
      fc.constantFrom("", "0", "-1", "1e3", "٣", "24:00", "13:00", "16:59", "wednesday", "yes", "resource"),
    );
    fc.assert(
      fc.property(fc.dictionary(field, typed), (changes) => {
        const found = read(changes);
        if ("cadence" in found) {
          expect(mistakesIn(found.cadence)).toEqual({});
          return;
        }
        expect(Object.keys(found.state.errors).length).toBeGreaterThan(0);
        for (const [name, text] of Object.entries(changes)) expect(found.state.values[name]).toBe(text.trim());
      }),
    );
  });

  test.each<[Record<string, string>, string, string]>([
    [{ "slots.0.time": "18:00" }, "slots.0.time", "between 13:00 and 17:00"],
    [{ "slots.1.weekday": "wednesday" }, "slots.1.weekday", "two emails on one date"],
    [{ "window.to": "18:00" }, "window.to", "promises"],
    [{ "caps.per7Days": "two" }, "caps.per7Days", "from 1 to 7"],
    [{ quietAfter: "1.000" }, "quietAfter", "from 1 to 100"],
    [{ "slots.0.kind": "poem" }, "slots.0.kind", "what the slot carries"],
    [{ "templates.case-study": "sign-in" }, "templates.case-study", "no such template"],
    [{ "templates.resource": "" }, "templates.resource", "no such template"],
    [{ name: "" }, "name", "Give it a name"],
  ])("%j is told at %s", (changes, field, says) => {
    expect(Object.keys(errorsOf(changes))).toEqual([field]);
    expect(errorsOf(changes)[field]).toContain(says);
  });

  test("a row without a day is no slot, and a mistake below it stands where it was made", () => {
    expect(read({ "slots.0.weekday": "" })).toMatchObject({ cadence: { slots: [{ weekday: "thursday" }] } });
    const wrong = errorsOf({ "slots.0.weekday": "", "slots.1.time": "12:00" });
    expect(Object.keys(wrong)).toEqual(["slots.1.time"]);
    expect(errorsOf({ "slots.0.weekday": "", "slots.1.weekday": "" })).toEqual({
      "slots.0.weekday": "A cadence has at least one slot. Choose a day.",
    });
  });

  test("boxes that are not ticked are not sent, and mean no; who opts out leaves in any case", () => {
    const { customersLeave: _, "sectorRules.blogPostInstead": __, ...sent } = values;
    expect(readCadenceForm(sent, kept)).toMatchObject({
      cadence: { exits: ["opted out"], sectorRules: { neutralCaseStudy: true, blogPostInstead: false } },
    });
  });

  test("shows a row for each slot an older cadence has, and two at least", () => {
    expect(rowsOf(cadenceForm(defaultCadence))).toEqual([0, 1]);
    const [slot] = defaultCadence.slots;
    expect(rowsOf(cadenceForm({ ...defaultCadence, slots: [slot!, slot!, slot!] }))).toEqual([0, 1, 2]);
  });
});
