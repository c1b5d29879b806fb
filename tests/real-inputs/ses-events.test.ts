import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { expect, test } from "vitest";
import { SesEvent } from "../../shared/feedback/ses-event.ts";

const folder = fileURLToPath(new URL("../../../shared/data/ses/", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
const events = files.filter((name) => !name.startsWith("feedback-"));
const older = files.filter((name) => name.startsWith("feedback-"));

const read = (name: string): unknown => JSON.parse(readFileSync(folder + name, "utf8"));
const Tagged = z.looseObject({ mail: z.looseObject({ tags: z.record(z.string(), z.unknown()) }) });

/** The sample as it would be, were the email one of our touches. */
function asOurs(sample: unknown): unknown {
  const envelope = z.looseObject({ detail: z.unknown() }).safeParse(sample);
  if (envelope.success) return { ...envelope.data, detail: asOurs(envelope.data.detail) };
  const { mail, ...rest } = Tagged.parse(sample);
  return { ...rest, mail: { ...mail, tags: { ...mail.tags, prospect: ["rui"], slot: ["2026-11-25"] } } };
}

const KINDS: Readonly<Record<string, string>> = {
  bounce: "bounced",
  click: "clicked",
  complaint: "complained",
  delivery: "delivered",
  deliverydelay: "delayed",
  open: "opened",
  reject: "rejected",
  renderingfailure: "rendering-failed",
  send: "sent",
  subscription: "subscription",
};

test.each(events)("%s is read, and none of ours", (name) => {
  expect(SesEvent.parse(read(name))).toBeUndefined();
});

test.each(events)("%s with our tags is what it says", (name) => {
  const what = /-([a-z]+)-record/.exec(name)?.[1] ?? "";
  const found = SesEvent.parse(asOurs(read(name)));
  expect(found).toMatchObject({ kind: KINDS[what], prospectId: "rui", slot: "2026-11-25" });
  expect(found?.messageId).toMatch(/^EXAMPLE/);
  expect(found?.at).toBeGreaterThanOrEqual(found?.sentAt ?? Infinity);
  if (found?.kind === "bounced") expect(found.bounce).toBe("permanent");
});

test("the older notifications are refused", () => {
  const shapes = older.length > 0 ? older.map(read) : [{ notificationType: "Bounce" }];
  for (const shape of shapes) expect(SesEvent.safeParse(shape).success).toBe(false);
});

test("there is a sample of most of what SES tells", () => {
  expect(events.length).toBeGreaterThanOrEqual(16);
});
