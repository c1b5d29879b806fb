import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { attemptsBetween } from "../../shared/call/log.ts";
import { worklist } from "../../shared/call/store.ts";
import { recordEngagement } from "../../shared/engagement/record.ts";
import { listOutbox, readEmail } from "../../shared/local/outbox.ts";
import { findByAddress, getProspect, ownProspect, putProspect } from "../../shared/prospect/store.ts";
import { getReps } from "../../shared/rep/store.ts";
import { PHONE } from "./browser.ts";
import { inspection } from "./look.ts";
import type { RunningSite } from "./site.ts";
import { signInAs } from "./steps.ts";

type Visit = (options: object) => Promise<{ window: BrowserContext; page: Page }>;

/** Whoever looks for a name, reads it and taps needs some three seconds: twenty taps are a minute. */
const TAPS_IN_A_MINUTE = 20;

const repNamed = async ({ world: { app } }: RunningSite, name: string) =>
  (await getReps(app.table)).find((rep) => rep.name === name)!;

/** The prospect of this address, who from now on is this rep's. */
async function give(site: RunningSite, address: string, repName: string): Promise<string> {
  const { app } = site.world;
  const id = (await findByAddress(app.table, address))!;
  const prospect = (await getProspect(app.table, id))!;
  await app.table.write(...ownProspect(prospect, (await repNamed(site, repName)).id, app.now()));
  return id;
}

const asks = ({ world: { app } }: RunningSite, prospectId: string): Promise<unknown> =>
  recordEngagement(app, [
    { id: "r1", prospectId, kind: "reply", at: app.now(), text: "Could we talk about handovers this week?" },
  ]);

/** Counts what a thumb would do. */
function thumb() {
  let taps = 0;
  return {
    tap: async (act: Promise<unknown>): Promise<void> => {
      taps += 1;
      await act;
    },
    taps: () => taps,
  };
}

const TOMAS = "tomas.figueiredo@conservasmareal.example";

/** What the rep's day is for, in a real browser. `siteOf` is the site that runs for the test. */
export function repDay(visit: Visit, siteOf: () => RunningSite): void {
  test("a rep in Auckland gets from the notification about somebody in Lisbon to a call, a follow-up and an invite, by thumb and within a minute", async () => {
    const site = siteOf();
    const { app, store } = site.world;
    const id = await give(site, TOMAS, "Aroha Whitcombe");
    const { page } = await visit(PHONE);
    await signInAs(page, site, "aroha@tidewick.example");
    await page.getByText("Nobody to call right now").waitFor();
    await asks(site, id);
    const { tap, taps } = thumb();

    // The page tells her by itself; it is 09:00 in Lisbon and 22:00 in Auckland.
    await tap(page.getByRole("link", { name: /^Tomás Figueiredo.* asked for a call$/ }).click());
    await page.getByText("Could we talk about handovers this week?").first().waitFor();
    await page.getByText(/It is 09:\d\d in Lisbon now/).waitFor();
    expect(await page.getByRole("link", { name: "+351 21 000 0141" }).first().getAttribute("href")).toBe(
      "tel:+351210000141",
    );
    await tap(page.getByRole("link", { name: "After the call" }).first().click());
    await tap(page.getByLabel("We spoke").check());
    await tap(page.getByLabel("Next step", { exact: true }).selectOption("A demo"));
    await tap(page.locator("[data-hour]").first().check());
    await tap(page.getByRole("button", { name: "Save and plan what comes next" }).click());
    await page.getByRole("heading", { name: "Follow-up to Tomás Figueiredo" }).waitFor();
    expect(await page.getByLabel(/^With a calendar invite for .* Lisbon/).isChecked()).toBe(true);
    await tap(page.getByRole("button", { name: "Send", exact: true }).click());
    await page.getByText("The follow-up is sent, with the calendar invite.").waitFor();
    expect(taps()).toBeLessThanOrEqual(TAPS_IN_A_MINUTE);

    // It is logged, agreed, written to the prospect in her name, and on both calendars.
    const aroha = await repNamed(site, "Aroha Whitcombe");
    const [logged] = await attemptsBetween(app.table, aroha.id, 0, app.now());
    expect(logged).toMatchObject({ disposition: "connected", nextStep: { kind: "demo" }, attempt: 1 });
    const { calls } = await worklist(app.table, aroha.id);
    expect(calls).toMatchObject([{ prospectId: id, lane: "agreed", step: { kind: "demo" } }]);
    const [mailed] = listOutbox(store, { limit: 1 });
    expect(mailed).toMatchObject({ to: { address: TOMAS }, from: { name: "Aroha Whitcombe" } });
    const [invite] = readEmail(store, mailed!.id)?.attachments ?? [];
    expect(invite?.contentType).toContain("method=REQUEST");
    expect(invite?.content).toContain("BEGIN:VEVENT");
  });

  test("the same by keyboard alone, and every page on the way can be used by everybody, in the dark too", async () => {
    const site = siteOf();
    const id = await give(site, TOMAS, "Aroha Whitcombe");
    await asks(site, id);
    const { page } = await visit({ ...PHONE, colorScheme: "dark" });
    const { look, lookAt, found } = inspection(["dark", "light"]);
    await signInAs(page, site, "aroha@tidewick.example");
    await look(page, "Aroha Whitcombe's worklist");
    await pressOn(page, "link", "Tomás Figueiredo");
    await look(page, "Tomás Figueiredo");
    await pressOn(page, "radio", "We spoke", "Space");
    await page.getByLabel("Next step", { exact: true }).focus();
    await page.keyboard.type("A meeting");
    await pressOn(page, "radio", /\d\d:\d\d/, "Space");
    await pressOn(page, "button", "Save and plan what comes next");
    await look(page, "Follow-up to Tomás Figueiredo");
    await pressOn(page, "button", "Send");
    await page.getByText("The follow-up is sent, with the calendar invite.").waitFor();
    for (const path of ["/coming", `/coming/${id}`, `/one-off/${id}`, "/no-drop", "/account", "/api/v1/docs"])
      await lookAt(page, path);
    expect(found).toEqual([]);
  });

  test("of two reps who take the same call at once one has it, and the other is told who", async () => {
    const site = siteOf();
    const { app } = site.world;
    const id = (await findByAddress(app.table, TOMAS))!;
    await app.table.write(...(await withoutRep(site, id)));
    await asks(site, id);
    const [one, other] = [await visit(PHONE), await visit(PHONE)];
    await signInAs(one.page, site, "aroha@tidewick.example");
    await signInAs(other.page, site, "marcus@tidewick.example");
    const take = (page: Page) => page.getByRole("listitem").filter({ hasText: "Tomás Figueiredo" }).getByRole("button");
    await take(one.page).waitFor();
    await take(other.page).waitFor();
    await take(one.page).click();
    await one.page.getByText("It is your call now, and nobody else's.").waitFor();
    await take(other.page).click();
    await other.page
      .getByText(/Aroha Whitcombe/)
      .first()
      .waitFor();
    expect((await worklist(app.table, (await repNamed(site, "Aroha Whitcombe")).id)).calls).toHaveLength(1);
    expect((await worklist(app.table, (await repNamed(site, "Marcus Thorne")).id)).calls).toEqual([]);
  });
}

/** The prospect is nobody's from now on. */
async function withoutRep({ world: { app } }: RunningSite, id: string) {
  const prospect = (await getProspect(app.table, id))!;
  const { repId: _owner, ...rest } = prospect;
  return putProspect(rest, prospect);
}

/** Finds it as a keyboard would, by moving the focus there, and presses the key. */
async function pressOn(
  page: Page,
  role: "link" | "button" | "radio",
  name: string | RegExp,
  key = "Enter",
): Promise<void> {
  const found = page.getByRole(role, { name, exact: typeof name === "string" }).first();
  await found.focus();
  await page.keyboard.press(key);
}
