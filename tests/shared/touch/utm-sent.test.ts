import { expect, test } from "vitest";
import { trackApp } from "../../../functions/track/app.ts";
import type { Company } from "../../../shared/config.ts";
import { getEngagement, signalsOf } from "../../../shared/engagement/store.ts";
import { linkUrl } from "../../../shared/link.ts";
import { readEmail } from "../../../shared/local/outbox.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { MINUTE } from "../../../shared/time.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { getTouch } from "../../../shared/touch/store.ts";
import { ana, article, prospect, testConfig } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, batch } from "./afternoon.ts";

const utm = { on: true, source: "midweek", medium: "email", campaign: "{cadence}-{slot}" };
const PRICES = "https://northgate.example/prices";
const TAGGED =
  "https://northgate.example/blog/rounds?utm_source=midweek&utm_medium=email&utm_campaign=default-2026-11-25";

async function sentTo(own: Partial<Prospect>, company: Partial<Company>) {
  const config = { ...testConfig, company: { ...testConfig.company, pricingPage: PRICES, ...company } };
  const world = await atTheSlot({ prospects: [prospect("rui", own)], articles: [article("rounds")], config });
  await sendTouches(world.app, batch(["rui"]));
  const email = readEmail(world.store, world.emails()[0]?.id ?? 0);
  const follow = async (): Promise<string | null> => {
    const link = linkUrl(world.app.config, { kind: "click", prospectId: "rui", slot: SLOT, link: "read" });
    const headers = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
    await world.pass(world.app.now() + 20 * MINUTE);
    const answer = await trackApp(world.app).request(new URL(link).pathname, { headers });
    await world.pass(world.app.now() + MINUTE);
    return answer.headers.get("Location");
  };
  return { world, email, follow };
}

test("a click goes where the email said, parameters and all, and the touch keeps that", async () => {
  const { world, follow } = await sentTo({}, { utm });
  expect((await getTouch(world.app.table, "rui", SLOT))?.target).toBe(TAGGED);
  expect(await follow()).toBe(TAGGED);
});

test("who is not measured gets the plain address with the same parameters", async () => {
  const { email } = await sentTo({ tracking: "denied" }, { utm });
  expect(email?.html).toContain(TAGGED.replaceAll("&", "&amp;"));
  expect(email?.text).toContain(TAGGED);
});

test("the calling link and the pricing page stay as they are", async () => {
  const { email } = await sentTo({ tracking: "denied" }, { utm });
  expect(email?.html).toContain(`href="${ana.callingLink}"`);
  expect(email?.html).toContain(`href="${PRICES}"`);
});

test("nothing in them says who the prospect is: two get the same address", async () => {
  const { email, world } = await sentTo({ tracking: "denied", firstName: "Rui", company: "Porto Foods" }, { utm });
  const target = (await getTouch(world.app.table, "rui", SLOT))?.target ?? "";
  expect(email?.text).toContain(target);
  expect(target).not.toMatch(/rui|porto|customer|food/i);
});

test("they change nothing of the score: a click with them is worth what it is worth without", async () => {
  const told = async (company: Partial<Company>) => {
    const { world, follow } = await sentTo({}, company);
    await follow();
    const [engagement, signals] = await Promise.all([
      getEngagement(world.app.table, "rui"),
      signalsOf(world.app.table, "rui"),
    ]);
    // Every signal has an id of its own, whatever it is of.
    const said = JSON.stringify({ engagement, signals }, (name, value: unknown) =>
      /^(?:id|signalId)$/.test(name) ? "" : value,
    );
    return { said, clicks: signals.length };
  };
  const without = await told({});
  const withUtm = await told({ utm });
  expect(without.clicks).toBe(1);
  expect(withUtm).toEqual(without);
  expect(withUtm.said).not.toContain("utm_");
});
