import { beforeEach, describe, expect, test } from "vitest";
import { syncChangedZones } from "../../../shared/cadence/schedules.ts";
import { DAY, HOUR } from "../../../shared/durations.ts";
import { addressHash } from "../../../shared/id.ts";
import { suppressionKey } from "../../../shared/keys.ts";
import { emailOfMessage, listOutbox } from "../../../shared/local/outbox.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { findByAddress, getProspect, putProspect } from "../../../shared/prospect/store.ts";
import { assignCadences } from "../../../shared/segment/assign.ts";
import { askToSignUp } from "../../../shared/sign-up/ask.ts";
import { confirmSignUp, lookAtSignUp } from "../../../shared/sign-up/confirm.ts";
import { saveSignUpForm } from "../../../shared/sign-up/save-form.ts";
import type { SignUpForm } from "../../../shared/sign-up/sign-up.ts";
import { getSignUpForm } from "../../../shared/sign-up/store.ts";
import { putSuppression } from "../../../shared/suppression/store.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { article, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const SITE = "http://localhost:4600";
const NINA = "nina@porto.example";
const CONSENT = "I would like to get articles from Northgate by email. I can leave at any time.";

let world: TestWorld;
let form: SignUpForm;
beforeEach(async () => {
  world = await testWorld({ articles: [article("rounds"), article("audits")] });
  form = await newForm();
});

async function newForm(changes: Partial<Parameters<typeof saveSignUpForm>[1]> = {}): Promise<SignUpForm> {
  const words = {
    name: "Footer",
    heading: "Read with us",
    text: "",
    consent: CONSENT,
    repId: "ana",
    tags: ["website"],
  };
  const id = await saveSignUpForm(world.app, { ...words, open: true, ...changes });
  return (await getSignUpForm(world.app.table, id))!;
}

const ask = (email = NINA, filled: object = {}) =>
  askToSignUp(world.app, form, { email, tracking: false, ...filled }, SITE);

const emails = (limit = 100) => listOutbox(world.store, { limit });

/** What the last email leads to. */
function lastSecret(): string {
  const [last] = emails(1);
  return /\/join\/confirm\/([\w-]+)/.exec(last?.text ?? "")![1]!;
}

const signedUp = async (email = NINA) => {
  const id = await findByAddress(world.app.table, email);
  return id === undefined ? undefined : getProspect(world.app.table, id);
};

/** As the next sweep finds it. */
const nextWednesday = async () => {
  await syncChangedZones(world.app);
  await world.pass("2026-11-25T18:00Z");
};

const bounced = () =>
  world.app.table.write(putSuppression({ addressHash: addressHash(NINA), reason: "bounced", at: 1 }));

describe("asking for our emails", () => {
  test("mails a link and makes nobody a prospect yet", async () => {
    await ask();
    expect(emails().map(({ to, subject }) => [to.address, subject])).toEqual([
      [NINA, "Please confirm: emails from Northgate"],
    ]);
    expect(emails()[0]!.text).toContain(CONSENT);
    expect(await signedUp()).toBeUndefined();
  });

  test("measures nothing in that email, and keeps no address where anybody could list it", async () => {
    await ask();
    const { html, values, tags } = emails()[0]!;
    expect(html).not.toContain("<img");
    expect([Object.keys(values), Object.keys(tags)]).toEqual([["link"], ["signUp"]]);
    const rows = world.store.sql<{ pk: string; sk: string }>("SELECT pk, sk FROM items").all();
    expect(rows.filter(({ pk, sk }) => `${pk}${sk}`.includes("porto"))).toEqual([]);
  });

  test("reaches one address three times a day at most, and one form mails at most 300 in an hour", async () => {
    for (let i = 0; i < 5; i += 1) await ask();
    expect(emails()).toHaveLength(3);
    world.clock.standAt(world.app.now() + DAY + HOUR);
    for (let i = 0; i < 320; i += 1) await ask(`n${i}@porto.example`);
    expect(emails(1000)).toHaveLength(303);
    expect((await getSignUpForm(world.app.table, form.id))?.asked).toBe(303);
  });

  test("reaches one mailbox no more often for being written in many ways", async () => {
    for (let i = 0; i < 5; i += 1) await ask(`nina+${i}@porto.example`);
    expect(emails()).toHaveLength(3);
    for (const name of ["ninasousa", "nina.sousa", "n.i.n.a.sousa+x"]) await ask(`${name}@gmail.com`);
    await ask("ni.nasousa@googlemail.com");
    expect(emails()).toHaveLength(6);
    await ask("ni.na@porto.example");
    expect(emails()[0]?.to.address).toBe("ni.na@porto.example");
  });

  test("leaves most of a warm-up's day to prospects, whoever fills in however many forms", async () => {
    const warmUp = { startsOn: "2026-01-01", emailsPerDay: Array.from({ length: 100 }, () => 60) };
    const { company } = world.app.config;
    const app = { ...world.app, config: { ...world.app.config, company: { ...company, warmUp } } };
    const other = await newForm({ name: "Fair" });
    for (let i = 0; i < 20; i += 1)
      await askToSignUp(app, i % 2 ? form : other, { email: `n${i}@porto.example`, tracking: false }, SITE);
    expect(emails()).toHaveLength(12);
  });

  test("never mails an address that bounced, and a closed form mails nobody", async () => {
    await bounced();
    await ask();
    form = await newForm({ open: false });
    await ask("other@porto.example");
    expect(emails()).toEqual([]);
  });
});

describe("confirming", () => {
  test("makes a prospect of the form's rep, with the ground, its words, tags and the country's clock", async () => {
    await ask("nina@porto.example", { firstName: "Nina", country: "PT", tracking: true });
    expect(await confirmSignUp(world.app, lastSecret())).toMatchObject({ prospectId: expect.any(String) });
    const nina = await signedUp();
    expect(nina).toMatchObject({
      firstName: "Nina",
      repId: "ana",
      tags: ["website"],
      tracking: "granted",
      standing: { state: "active" },
      mailConsent: { basis: "double opt-in", source: `form Footer: ${CONSENT}`, at: world.app.now() },
    });
    expect((await notesOf(world.app.table, nina!.id))[0]?.text).toContain(CONSENT);
    expect((await getSignUpForm(world.app.table, form.id))?.confirmed).toBe(1);
  });

  test("gets them the next Wednesday's email, in their own afternoon", async () => {
    await ask(NINA, { country: "JP" });
    await confirmSignUp(world.app, lastSecret());
    const nina = (await signedUp())!;
    expect([nina.timeZone, nina.timeZoneFrom]).toEqual(["Asia/Tokyo", "country"]);
    await nextWednesday();
    const [touch] = await touchesOf(world.app.table, nina.id);
    expect(touch).toMatchObject({ date: "2026-11-25", outcome: "sent" });
    expect(emailOfMessage(world.store, touch!.messageId!)?.at).toBe(Date.parse("2026-11-25T06:00Z"));
  });

  test("is done once; looking at the link does nothing, and it is over after four days", async () => {
    await ask();
    const secret = lastSecret();
    expect(await lookAtSignUp(world.app, secret)).toMatchObject({ signUp: { email: NINA } });
    expect(await signedUp()).toBeUndefined();
    const answers = await Promise.all([confirmSignUp(world.app, secret), confirmSignUp(world.app, secret)]);
    expect(answers.filter((answer) => answer === "gone")).toHaveLength(1);
    await ask("late@porto.example");
    const late = lastSecret();
    world.clock.standAt(world.app.now() + 4 * DAY);
    expect(await confirmSignUp(world.app, late)).toBe("gone");
    for (const wrong of ["", "x", "../x", "a".repeat(43)]) expect(await confirmSignUp(world.app, wrong)).toBe("gone");
  });

  test("silence about being measured stays silence", async () => {
    await ask();
    await confirmSignUp(world.app, lastSecret());
    expect((await signedUp())?.tracking).toBe("unknown");
  });

  test("who opted out earlier is written to again, by their own latest word", async () => {
    const rui = prospect("rui00000000", { email: NINA, tags: ["fair"] });
    await world.app.table.write(...putProspect(rui, undefined));
    await suppress(world.app, rui.id, "opted out");
    await ask(NINA, { firstName: "Nina" });
    await confirmSignUp(world.app, lastSecret());
    const after = await signedUp();
    expect(after).toMatchObject({ id: rui.id, standing: { state: "active" }, firstName: "Rui" });
    expect(after?.tags).toEqual(["fair", "website"]);
    expect(await world.app.table.get(suppressionKey(addressHash(NINA)))).toBeUndefined();
    await nextWednesday();
    expect((await touchesOf(world.app.table, rui.id)).map(({ outcome }) => outcome)).toEqual(["sent"]);
  });

  test("who comes back to a cadence that is gone meanwhile is in the default one with the next look at everybody", async () => {
    const rui = prospect("rui00000000", { email: NINA, cadenceId: "gone" });
    await world.app.table.write(...putProspect(rui, undefined));
    await suppress(world.app, rui.id, "opted out");
    await assignCadences(world.app);
    await ask();
    await confirmSignUp(world.app, lastSecret());
    await assignCadences(world.app);
    expect((await signedUp())?.cadenceId).toBe("default");
  });

  test("the country that somebody known tells puts them in their own afternoon, unless theirs is known better", async () => {
    const assumed = { country: undefined, timeZoneFrom: "company default" } as const;
    await world.app.table.write(...putProspect(prospect("rui00000000", { email: NINA, ...assumed }), undefined));
    await ask(NINA, { country: "JP" });
    await confirmSignUp(world.app, lastSecret());
    expect(await signedUp()).toMatchObject({ country: "JP", timeZone: "Asia/Tokyo", timeZoneFrom: "country" });
    const own = prospect("eva00000000", { email: "eva@x.example", country: undefined, timeZoneFrom: "own column" });
    await world.app.table.write(...putProspect(own, undefined));
    await ask("eva@x.example", { country: "JP" });
    await confirmSignUp(world.app, lastSecret());
    expect((await signedUp("eva@x.example"))?.timeZone).toBe("Europe/Lisbon");
  });

  test("a customer stays one, with the ground noted", async () => {
    const standing = { state: "ended", reason: "customer" } as const;
    await world.app.table.write(...putProspect(prospect("rui00000000", { email: NINA, standing }), undefined));
    await ask();
    await confirmSignUp(world.app, lastSecret());
    expect(await signedUp()).toMatchObject({ standing, mailConsent: { basis: "double opt-in" } });
  });

  test("who bounced after asking is not mailed, whatever was confirmed", async () => {
    await ask();
    await bounced();
    await confirmSignUp(world.app, lastSecret());
    await nextWednesday();
    const nina = (await signedUp())!;
    expect((await touchesOf(world.app.table, nina.id)).map(({ reason }) => reason)).toEqual(["suppressed"]);
  });
});

test("two people who change a form at once: the second is told, and nothing of the first is lost", async () => {
  const seen = { id: form.id, updatedAt: form.updatedAt };
  const { name, heading, text, consent, repId, tags, open } = form;
  const words = { name, heading, text, consent, repId, tags, open };
  await saveSignUpForm(world.app, { ...words, heading: "First" }, seen);
  const second = saveSignUpForm(world.app, { ...words, heading: "Second" }, seen);
  await expect(second).rejects.toThrow("Somebody else changed");
  expect((await getSignUpForm(world.app.table, form.id))?.heading).toBe("First");
  await expect(saveSignUpForm(world.app, { ...words, repId: "nobody" })).rejects.toThrow("no such rep");
});
