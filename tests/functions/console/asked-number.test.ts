import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedNumber, numberGiven } from "../../../functions/console/asked-number.ts";
import type { JudgedSignal } from "../../../shared/engagement/signal.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { MINUTE } from "../../../shared/time.ts";
import { MONDAY, prospect } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";
import { words } from "./rep-desk.ts";

const asked = (id: string, text: string, at = MONDAY): JudgedSignal => ({
  id,
  prospectId: "rui00000000",
  kind: "form",
  at,
  text,
  human: 1,
  rule: "own-words",
  reason: "",
});
const evidence = [{ at: MONDAY, text: "Asked for a call", signalId: "s1" }];
const onFile = { phone: "+351912345678", country: "PT" };

describe("the number somebody asks to be called on", () => {
  test.each([
    ["Please call me on 21 123 4567. When: after four", "+351211234567"],
    ["Please call me on +44 20 7946 0958.", "+442079460958"],
    ["Please call me on extension 12 of the mill.", undefined],
    ["Please call me on 912 345 678.", undefined],
    ["Please call me on +351 912-345-678. When: now", undefined],
    ["Please call me.", undefined],
    ["Please call me. When: on Monday.", undefined],
  ])("%s: %s", (text, number) => {
    expect(askedNumber(evidence, [asked("s1", text)], onFile)).toBe(number);
  });

  test("is the latest of those the call stands on", () => {
    const ledger = [
      asked("s1", "Please call me on 21 123 4567."),
      asked("s2", "Please call me on 21 765 4321.", MONDAY + 1),
      asked("s3", "Please call me on 21 999 9999.", MONDAY + 2),
    ];
    expect(askedNumber([...evidence, { at: MONDAY, text: "", signalId: "s2" }], ledger, onFile)).toBe("+351217654321");
  });

  test("is found whatever they wrote as time, and whatever they wrote as number", () => {
    const plain = fc.string({ minLength: 1 }).map((text) => text.replaceAll(/[.\n]/g, " "));
    fc.assert(
      fc.property(plain, fc.string(), (phone, when) => {
        expect(numberGiven(`Please call me on ${phone}.${when && ` When: ${when}`}`)).toBe(phone);
      }),
    );
  });
});

test("the call's page has it beside the one on file, both to be tapped", async () => {
  const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678" });
  const { world, open } = await deskOf({ prospects: [rui] });
  const { human: _human, rule: _rule, reason: _reason, ...signal } = asked("s1", "Please call me on 21 123 4567.");
  await recordEngagement(world.app, [signal]);
  await world.pass(world.app.now() + MINUTE);
  const { text } = await open(`/prospects/${rui.id}/calls/1`);
  expect(words(text)).toContain("They asked to be called on another number than the one on file: +351 912 345 678");
  expect(text).toMatch(/class="button primary tel" href="tel:\+351211234567"/);
  expect(text).toContain('href="tel:+351912345678"');
});
