import { beforeAll, expect, test } from "vitest";
import { keepDraft } from "../../../shared/cadence/draft.ts";
import { getCadence, putCadence } from "../../../shared/cadence/store.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { DAY } from "../../../shared/durations.ts";
import { orderRehearsal } from "../../../shared/rehearsal/order.ts";
import { getRehearsals } from "../../../shared/rehearsal/store.ts";
import { workDue } from "../../../stacks/local/work.ts";
import { shelf, three } from "../../shared/rehearsal/company.ts";
import { deskOf } from "./desk.ts";
import type { Desk } from "./desk.ts";

const work = (desk: Desk) => workDue(desk.world, ({ error }) => expect.unreachable(String(error)));
const plain = (html: string): string => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

async function ordered(desk: Desk, fields: Record<string, string> = {}): Promise<string> {
  const reply = await desk.send("/calendar", { weeks: "4", label: "Until Christmas", ...fields });
  expect(reply.status).toBe(303);
  return reply.headers.get("Location")?.replace(/\?.*/, "") ?? "";
}

let desk: Desk;
let page: string;
beforeAll(async () => {
  desk = await deskOf({ prospects: three, articles: shelf });
  page = await ordered(desk);
});

test("the calendar shows the slots of the month, by the reader's clock, and says how to see what they bring", async () => {
  const fresh = await deskOf({ prospects: three, articles: shelf });
  const text = plain((await fresh.open("/calendar")).text);
  expect(text).toContain("November 2026");
  expect(text).toMatch(/15:00 Blog post 2 time zones|15:00 Blog post 3 time zones/);
  expect(text).toContain("in Lisbon");
  expect(text).toContain("None yet Choose how many weeks");
  expect(plain((await fresh.open("/calendar?month=2027-02")).text)).toContain("February 2027");
  expect(plain((await fresh.open("/calendar?month=nonsense")).text)).toContain("November 2026");
});

test("weeks that there cannot be are sent back with what was typed", async () => {
  for (const weeks of ["0", "27", "", "many", "-1", "1.5"]) {
    const reply = await desk.send("/calendar", { weeks, label: "My own" });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain("A whole number from 1 to 26.");
    expect(reply.text).toContain('value="My own"');
  }
});

test("while it is worked out the page shows how far it is and looks again; then what it came to", async () => {
  const waiting = await desk.open(page);
  expect(waiting.text).toContain("<progress");
  expect(waiting.headers.get("Refresh")).toBe(`2; url=${page}`);
  await work(desk);
  const done = await desk.open(page);
  expect(done.headers.get("Refresh")).toBeNull();
  const text = plain(done.text);
  expect(text).toContain("Until Christmas");
  expect(text).toContain("Emails 14");
  expect(text).toContain("No rep to send in the name of");
  expect(text).toContain("1 prospect of 3 has nothing left");
  expect(text).toContain("Emails a week 3.5");
  expect(text).toMatch(/Auckland Pacific\/Auckland never/);
  expect(text).toContain("as of November 2024");
  expect(done.text).toMatch(/<svg[^>]*aria-labelledby="day-plot-title"/);
});

test("a day shows every email and skip, and only those that one asks for", async () => {
  await work(desk);
  const all = plain((await desk.open(`${page}/days/2026-11-25`)).text);
  expect(all).toContain("3 prospects shown");
  expect(all).toMatch(/15:00 Lisbon About post-\d/);
  expect(all).toContain("No email: No rep to send in the name of");
  const skips = plain((await desk.open(`${page}/days/2026-11-25?what=no-rep`)).text);
  expect(skips).toContain("1 prospect shown");
  expect(plain((await desk.open(`${page}/days/2026-11-25?zone=Europe/Lisbon&rep=ana`)).text)).toContain(
    "1 prospect shown",
  );
  expect((await desk.open(`${page}/days/never`)).status).toBe(404);
});

test("a prospect's own quarter, and nobody's who was not there", async () => {
  await work(desk);
  const text = plain((await desk.open(`${page}/prospects/rui`)).text);
  expect(text).toContain("8 emails in 4 weeks");
  expect(text).toContain("About case-0");
  expect((await desk.open(`${page}/prospects/nobody`)).status).toBe(404);
});

test("all of it as a file: a line for each email and skip", async () => {
  await work(desk);
  const { text, headers } = await desk.open(`${page}/slots.csv`);
  expect(headers.get("Content-Type")).toContain("text/csv");
  const lines = text.trim().split("\r\n");
  expect(lines).toHaveLength(1 + 24);
  expect(lines.filter((line) => line.includes(",email,"))).toHaveLength(14);
  expect(text).toContain(
    "2026-11-26,15:00,Europe/Lisbon,rui,Rui,Porto Foods,food,,Ana Sousa,email,,,case-0,About case-0,case-study",
  );
});

test("days stand on one line in every table", async () => {
  await work(desk);
  for (const path of [page, `${page}/prospects/rui`])
    expect((await desk.open(path)).text, path).toMatch(/<th scope="row" class="date"><a [^>]*>Thu 26 Nov 2026</);
});

test("one week is no weeks, and less than one email a week is not none", async () => {
  const one = await deskOf({ prospects: three.slice(0, 1), articles: shelf.slice(0, 1) });
  const shortest = await ordered(one, { weeks: "1", label: "" });
  const longer = await ordered(one, { weeks: "13" });
  await work(one);
  expect(plain((await one.open("/calendar")).text)).toContain("1 week Done 1 week 1 email to 1 prospect by");
  expect(plain((await one.open(`${shortest}/prospects/rui`)).text)).toContain("1 email in 1 week,");
  expect(plain((await one.open(longer)).text)).toContain("Emails a week 0.1");
});

test("two of them side by side show what differs first, and a draft can be saved from there, once", async () => {
  const own = await deskOf({ prospects: three, articles: shelf });
  const { app } = own.world;
  const cadence = { ...defaultCadence, slots: defaultCadence.slots.slice(0, 1) };
  const one = await orderRehearsal(app, { weeks: 4, label: "As saved", by: "Ana" });
  const draftId = await keepDraft(app, { cadence, base: 1, whose: { memberId: "owner", name: "Owner" } });
  const other = await orderRehearsal(app, { weeks: 4, label: "Wednesdays only", by: "Ana", cadence, draftId });
  const path = `/calendar/compare?one=${one}&other=${other}`;
  expect((await own.open(path)).headers.get("Refresh")).toBe(`2; url=${path}`);
  await work(own);
  const { text } = await own.open(path);
  expect(plain(text)).toContain("Emails −6 14 8");
  expect(plain(text)).toMatch(/Thu 26 Nov 2026 −2 2 0/);
  expect(text).toContain(`action="/cadence/drafts/${draftId}/save"`);
  expect((await own.send(`/cadence/drafts/${draftId}/save`, {})).status).toBe(303);
  const after = (await own.open(path)).text;
  expect(plain(after)).toContain("The change of Midweek is saved, as version 2.");
  expect(after).not.toMatch(/not saved yet|\/cadence\/drafts\//);
  expect(plain((await own.open(`/calendar/compare?one=${one}&other=${one}`)).text)).toContain("Nothing differs");
  expect((await own.open(`/calendar/compare?one=${one}&other=gone`)).status).toBe(404);
});

test("a draft that is gone, or somebody else's, has no button that would fail", async () => {
  const own = await deskOf({ prospects: three, articles: shelf });
  const { app } = own.world;
  const whose = { memberId: "mia", name: "Mia Lund" };
  const draftId = await keepDraft(app, { cadence: { ...defaultCadence, quietAfter: 6 }, base: 1, whose });
  const one = await orderRehearsal(app, { weeks: 1, label: "As saved", by: "Mia" });
  const other = await orderRehearsal(app, { weeks: 1, label: "As changed", by: "Mia", draftId });
  await work(own);
  const path = `/calendar/compare?one=${one}&other=${other}`;
  const hers = (await own.open(path)).text;
  expect(hers).toContain("It is Mia Lund&#39;s, so only they save it.");
  await own.world.pass(app.now() + DAY);
  const gone = (await own.open(path)).text;
  expect(gone).toContain("The change is not kept any more");
  for (const text of [hers, gone]) expect(text).not.toContain("/cadence/drafts/");
});

test("a cadence that waits to be begun can be tried as if it ran", async () => {
  const own = await deskOf({ prospects: three, articles: shelf, cadence: { ...defaultCadence, paused: true } });
  expect((await own.open("/calendar")).text).toContain('name="unpaused"');
  const at = await ordered(own, { unpaused: "yes" });
  await work(own);
  expect(plain((await own.open(at)).text)).toContain("Emails 14");
  expect((await getCadence(own.world.app.table, "default"))?.paused).toBe(true);
});

test("it can be stopped, and says why it failed", async () => {
  const own = await deskOf({ prospects: three, articles: shelf });
  const at = await ordered(own);
  expect((await own.send(`${at}/stop`, {})).status).toBe(303);
  expect(plain((await own.open(at)).text)).toContain("It was stopped");
  await own.world.app.table.write({ kind: "remove", key: { pk: "CADENCES", sk: "CADENCE#default" } });
  const failed = await ordered(own);
  await work(own);
  expect(plain((await own.open(failed)).text)).toContain("Nothing would be sent: say first who you are");
  await own.world.app.table.write(putCadence(defaultCadence));
  for (let n = 0; n < 4; n += 1) await ordered(own);
  const refused = await own.send("/calendar", { weeks: "4", label: "One more" });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("4 dry runs are under way already");
  expect(await getRehearsals(own.world.app.table)).toHaveLength(6);
});
