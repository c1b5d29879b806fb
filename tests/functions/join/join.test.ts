import { beforeEach, describe, expect, test } from "vitest";
import { joinApp } from "../../../functions/join/app.tsx";
import { listOutbox } from "../../../shared/local/outbox.ts";
import type { Mailer } from "../../../shared/ports.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { putCadence } from "../../../shared/cadence/store.ts";
import { findByAddress, getProspect } from "../../../shared/prospect/store.ts";
import { saveSegment } from "../../../shared/segment/save-segment.ts";
import { saveSignUpForm } from "../../../shared/sign-up/save-form.ts";
import { testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const CONSENT = "I would like <b>articles</b> from Northgate by email.";
const WORDS = {
  name: "Footer",
  heading: "Read with us",
  text: "One.\n\nTwo.",
  consent: CONSENT,
  repId: "ana",
  tags: [],
};

let world: TestWorld;
let id: string;
let failures: unknown[];

async function company(mailer?: Mailer): Promise<void> {
  world = await testWorld(mailer && { mailer });
  failures = [];
  id = await saveSignUpForm(world.app, { ...WORDS, open: true });
}
beforeEach(() => company());

const ask = async (path: string, fields?: Record<string, string>) => {
  const app = joinApp(world.app, (failure) => void failures.push(failure));
  const answer = await app.request(
    `http://localhost:4600${path}`,
    fields && { method: "POST", body: new URLSearchParams(fields) },
  );
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

const FILLED = { email: "nina@porto.example", agree: "yes", country: "New Zealand" };
const emails = () => listOutbox(world.store, { limit: 10 });
const linkIn = (text: string): string => /http:\/\/localhost:4600(\/join\/confirm\/[\w-]+)/.exec(text)![1]!;

describe("the form", () => {
  test("shows what people agree to, escaped and unticked, and runs nothing", async () => {
    const { status, text, headers } = await ask(`/join/${id}`);
    expect(status).toBe(200);
    expect(text).toContain("I would like &lt;b&gt;articles&lt;/b&gt;");
    expect(text).not.toMatch(/ checked|<script/);
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  });

  test("leads by way of the mailbox to a prospect, and only by the button", async () => {
    expect((await ask(`/join/${id}`, FILLED)).text).toContain("look in your mailbox");
    const link = linkIn(emails()[0]!.text);
    const last = (await ask(link)).text;
    expect(last).toContain("One last click");
    expect(last.match(/<button|class="button/g)).toHaveLength(1);
    expect(await findByAddress(world.app.table, FILLED.email)).toBeUndefined();
    expect((await ask(link, {})).text).toContain("it is settled");
    expect(await findByAddress(world.app.table, FILLED.email)).toBeDefined();
    expect([(await ask(link)).status, (await ask(link, {})).status]).toEqual([404, 404]);
  });

  test("shows who confirms all that was entered for them, and whether they are to be measured", async () => {
    await ask(`/join/${id}`, { ...FILLED, firstName: "<i>Rude", company: "Elsewhere", measure: "yes" });
    const measured = (await ask(linkIn(emails()[0]!.text))).text;
    expect(measured).toContain("&lt;i&gt;Rude, Elsewhere, NZ");
    expect(measured).toContain("You may see what I open and click");
    await ask(`/join/${id}`, { email: "rui@porto.example", agree: "yes" });
    const silent = (await ask(linkIn(emails()[0]!.text))).text;
    expect(silent).not.toContain("You may see what I open and click");
  });

  test("puts whoever confirms into the cadence of their segment at once", async () => {
    const early = { ...defaultCadence, id: "early", name: "Early" };
    await world.app.table.write(putCadence(early));
    await saveSegment(world.app, {
      name: "Website",
      rules: [{ of: "tags", is: "any", values: ["website"] }],
      cadenceId: "early",
    });
    id = await saveSignUpForm(world.app, { ...WORDS, tags: ["website"], open: true });
    await ask(`/join/${id}`, FILLED);
    await ask(linkIn(emails()[0]!.text), {});
    const prospectId = await findByAddress(world.app.table, FILLED.email);
    expect((await getProspect(world.app.table, prospectId!))?.cadenceId).toBe("early");
    expect(failures).toEqual([]);
  });

  test("says the same to who is known, unknown or asks too often", async () => {
    const first = await ask(`/join/${id}`, FILLED);
    await ask(linkIn(emails()[0]!.text), {});
    for (let i = 0; i < 5; i += 1) expect((await ask(`/join/${id}`, FILLED)).text).toBe(first.text);
    expect(emails()).toHaveLength(3);
  });

  test.each([
    ["email", { ...FILLED, email: "nina@" }, "Please enter your email address"],
    ["country", { ...FILLED, country: "Atlantis" }, "We do not know this country"],
    ["agreement", { ...FILLED, agree: "" }, "Please tick this"],
  ])("says what is wrong with the %s, keeps what was entered and mails nobody", async (_, fields, said) => {
    const { status, text } = await ask(`/join/${id}`, { ...fields, firstName: 'Nina "Q"' });
    expect(status).toBe(422);
    expect(text).toContain(said);
    expect(text).toContain("Nina &quot;Q&quot;");
    expect(emails()).toEqual([]);
  });

  test("mails nobody for a program that fills in what nobody sees, and does not tell it", async () => {
    const { status, text } = await ask(`/join/${id}`, { ...FILLED, website: "https://spam.example" });
    expect([status, text.includes("look in your mailbox")]).toEqual([200, true]);
    expect(emails()).toEqual([]);
  });

  test("that is none, or closed, takes nothing", async () => {
    id = await saveSignUpForm(world.app, { ...WORDS, open: false });
    expect((await ask(`/join/${id}`)).status).toBe(410);
    expect((await ask(`/join/${id}`, FILLED)).status).toBe(410);
    expect((await ask("/join/nobody", FILLED)).status).toBe(404);
    expect((await ask("/join/confirm/nothing")).status).toBe(404);
    expect(emails()).toEqual([]);
  });

  test("does not tell the person that our mailer is down, but tells us, without the address", async () => {
    await company({
      sendBulk: async () => [{ outcome: "throttled", reason: "busy" }],
      forget: async () => undefined,
    });
    expect((await ask(`/join/${id}`, FILLED)).status).toBe(200);
    expect(failures).toHaveLength(1);
    expect(String(failures[0])).not.toContain("nina");
  });
});
