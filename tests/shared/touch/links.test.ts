import { describe, expect, test } from "vitest";
import type { Company } from "../../../shared/config.ts";
import { readLink } from "../../../shared/link.ts";
import type { Link } from "../../../shared/link.ts";
import { readEmail } from "../../../shared/local/outbox.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { getTouch } from "../../../shared/touch/store.ts";
import { ana, article, prospect, testConfig } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, batch } from "./afternoon.ts";

const PRICES = "https://northgate.example/prices";
const { callingLink: _, ...unbooked } = ana;

/** The email that Rui gets: its two parts, each of our links in it, in order, and how many links the touch says a reader sees. */
async function sentTo(own: Partial<Prospect>, company: Partial<Company> = {}, rep = ana) {
  const config = { ...testConfig, company: { ...testConfig.company, ...company } };
  const world = await atTheSlot({ prospects: [prospect("rui", own)], articles: [article("rounds")], config });
  await world.app.table.write(putRep(rep));
  await sendTouches(world.app, batch(["rui"]));
  const { html = "", text = "" } = readEmail(world.store, world.emails()[0]?.id ?? 0) ?? {};
  const ours = (part: string): Link[] =>
    [...part.matchAll(/http:\/\/localhost:4600\/(\w)\/([\w.-]+)/g)].flatMap(
      ([, , token = ""]) => readLink(config.linkKeys, token) ?? [],
    );
  const said = (part: string) => ours(part).map(({ kind, link }) => link ?? kind);
  const touch = await getTouch(world.app.table, "rui", SLOT);
  return { html, text, inHtml: said(html), inText: said(text), links: touch?.links };
}

describe("the links of an email that is measured", () => {
  test("go through us, the article first, and one is for machines only", async () => {
    const { inHtml, inText, links } = await sentTo({}, { pricingPage: PRICES });
    const clicks = inHtml.filter((name) => !["unsubscribe", "preferences", "open"].includes(name));
    expect(clicks).toEqual(["read", "read", "meeting", "pricing", "hidden"]);
    expect(inText).not.toContain("hidden");
    expect(inText).toEqual(expect.arrayContaining(["read", "meeting", "pricing"]));
    expect(links).toBe(3);
  });

  test("lead to a page where a call is asked for when the rep takes no bookings", async () => {
    const { inHtml, links } = await sentTo({}, {}, unbooked);
    expect(inHtml).toContain("call-me");
    expect(inHtml).not.toContain("meeting");
    expect(inHtml).not.toContain("pricing");
    expect(links).toBe(2);
  });
});

describe("an email that is not measured", () => {
  test("has the plain addresses and nothing hidden, and says of no link that it is measured", async () => {
    const { html, inHtml, links } = await sentTo({ tracking: "denied" }, { pricingPage: PRICES });
    expect(new Set(inHtml)).toEqual(new Set(["unsubscribe", "preferences"]));
    expect(html).toContain(`href="${PRICES}"`);
    expect(html).toContain(`href="${ana.callingLink}"`);
    expect(html).not.toContain('tabindex="-1"');
    expect(links).toBeUndefined();
  });

  test("still leads to where a call is asked for, because asking is the prospect's own act", async () => {
    const { inHtml } = await sentTo({ tracking: "denied" }, {}, unbooked);
    expect(new Set(inHtml)).toEqual(new Set(["unsubscribe", "preferences", "call-me"]));
  });
});
