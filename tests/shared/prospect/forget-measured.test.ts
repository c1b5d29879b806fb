import { describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { attemptsBetween, putLoggedAttempt } from "../../../shared/call/log.ts";
import type { LoggedAttempt } from "../../../shared/call/log.ts";
import { heatCall, openCall } from "../../../shared/call/open.ts";
import { callsOf, getCall, getCalls, noCalls, openCallNumber, putCall } from "../../../shared/call/store.ts";
import { noGateway, withClick } from "../../../shared/engagement/gateway.ts";
import { getGateway, putGateway } from "../../../shared/engagement/store.ts";
import { Conflict } from "../../../shared/error.ts";
import { engagementKey, hotToldKey, prospectPk, signalKey } from "../../../shared/keys.ts";
import type { Table } from "../../../shared/ports.ts";
import { notesOf, putNote } from "../../../shared/prospect/note.ts";
import { changePreferences } from "../../../shared/prospect/preferences.ts";
import { recordConsent } from "../../../shared/prospect/record-consent.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { readAll } from "../../../shared/read-all.ts";
import { SLOT, WEDNESDAY, addProspect, smallWorld } from "../../functions/track/small-world.ts";

const ID = "ana000000001";
/** Where Ana gets her mail. */
const DOMAIN = "customer.example";
const brief = { questions: ["Why?"], nextStepToAskFor: "A date", voicemail: { text: "Hello", seconds: 2 } };

/** Ana, called because she opened and clicked; she also replied once. */
async function risen(): Promise<App> {
  const { app } = await smallWorld();
  const ana = await addProspect(app);
  await app.table.writeMany([
    ...(["open", "click", "visit", "reply", "booking"] as const).map((kind) => ({
      kind: "put" as const,
      item: { ...signalKey(ID, kind), data: { id: kind, prospectId: ID, kind, at: WEDNESDAY } },
    })),
    { kind: "put", item: { ...engagementKey(ID), data: { prospectId: ID, emails: [], version: 3 } } },
  ]);
  const evidence = ["open", "click"].map((signalId) => ({ at: WEDNESDAY, text: "Opened “Shift handover”", signalId }));
  const opening = { lane: "warming", why: "1 open in the last 14 days", evidence, dueAt: WEDNESDAY, brief } as const;
  await app.table.write(...openCall(ana, noCalls(ID), opening, WEDNESDAY));
  const clicked = { prospectId: ID, signalId: "click", slot: SLOT, at: WEDNESDAY, asks: false };
  const nobody = noGateway(DOMAIN);
  const [anas, colleagues] = [clicked, { ...clicked, prospectId: "eva", signalId: "evas" }];
  const both = withClick(withClick(nobody, anas, WEDNESDAY), colleagues, WEDNESDAY);
  await app.table.write(putGateway(both, nobody));
  return app;
}

const clickers = async (app: App): Promise<string[]> =>
  (await getGateway(app.table, DOMAIN)).clicks.map(({ prospectId }) => prospectId);

const signalsLeft = async (app: App): Promise<string[]> =>
  (await readAll(app.table, { pk: prospectPk(ID), prefix: "SIGNAL#" })).map(({ sk }) => sk.slice("SIGNAL#".length));

const deny = (app: App) => changePreferences(app, ID, { topics: [], atMostWeekly: false, measure: false });

const keeping = (app: App): App => ({
  ...app,
  config: { ...app.config, company: { ...app.config.company, eraseOnWithdrawal: false } },
});

describe("a prospect who withdraws consent to be measured", () => {
  test("has opens, clicks, what they led to believe and the call task on them erased, not what was told", async () => {
    const app = await risen();
    await deny(app);
    expect(await signalsLeft(app)).toEqual(["booking", "reply"]);
    expect(await app.table.get(engagementKey(ID))).toBeUndefined();
    expect(await openCallNumber(app.table, ID)).toBeUndefined();
    expect(JSON.stringify(await callsOf(app.table, ID))).not.toContain("Opened");
    expect((await notesOf(app.table, ID)).map(({ text }) => text)).toContain(
      "Call 1 taken back: withdrew consent to be measured",
    );
  });

  test("leaves in what is counted of calls that one was made, and not when a link was followed that led to it", async () => {
    const app = await risen();
    const at = WEDNESDAY + 60_000;
    const attempt: LoggedAttempt = {
      at,
      repId: "dana",
      prospectId: ID,
      number: 1,
      attempt: 1,
      lane: "hot",
      disposition: "no answer",
      nextStep: { kind: "declined" },
      openedAt: WEDNESDAY,
      dueAt: WEDNESDAY,
      goodHour: true,
      touchNumber: 2,
      askedAt: WEDNESDAY,
      callableAt: WEDNESDAY,
    };
    const told = { ...hotToldKey(ID, WEDNESDAY), data: { noticeId: "n" } };
    await app.table.write(putLoggedAttempt(attempt), { kind: "put", item: told });
    const call = (await getCall(app.table, ID, 1))!;
    const tried = { at, repId: "dana", disposition: "no answer", notes: "", nextStep: { kind: "declined" } } as const;
    await app.table.write(putCall({ ...call, attempts: [tried] }, "present"));
    await deny(app);
    const [line] = await attemptsBetween(app.table, "dana", 0, at);
    expect(line).toMatchObject({ disposition: "no answer", number: 1 });
    expect(line).not.toHaveProperty("askedAt");
    expect(await readAll(app.table, { pk: prospectPk(ID), prefix: "ASKED#" })).toEqual([]);
  });

  test("keeps all of it where the company does not erase, and is not measured from then on all the same", async () => {
    const app = keeping(await risen());
    const gateway = await getGateway(app.table, DOMAIN);
    await deny(app);
    expect(await signalsLeft(app)).toHaveLength(5);
    expect(await openCallNumber(app.table, ID)).toBe(1);
    expect(gateway.clicks.map(({ prospectId }) => prospectId)).toEqual([ID, "eva"]);
    expect(await getGateway(app.table, DOMAIN)).toEqual(gateway);
    expect(await getProspect(app.table, ID)).toMatchObject({ tracking: "denied" });
  });

  test("is in the profile of the domain no more; how many clicked stays, and so does the colleague", async () => {
    const app = await risen();
    await deny(app);
    expect(await clickers(app)).toEqual(["eva"]);
    expect((await getGateway(app.table, DOMAIN)).slots).toMatchObject([{ date: SLOT, early: 2 }]);
  });

  test("has no note left of what a machine did, and the others as they were", async () => {
    const app = await risen();
    const note = (text: string, at: number) => putNote({ prospectId: ID, at, text });
    await app.table.write(
      note("Call 7 taken back: a machine did it: went through the email's links", WEDNESDAY - 2),
      note("Asked to start again", WEDNESDAY - 1),
    );
    await deny(app);
    expect((await notesOf(app.table, ID)).slice(0, 2)).toEqual([
      { prospectId: ID, at: WEDNESDAY - 2, text: "Call 7 taken back: the reason is erased" },
      { prospectId: ID, at: WEDNESDAY - 1, text: "Asked to start again" },
    ]);
  });

  test("is forgotten as well when a rep notes what was said on the phone", async () => {
    const app = await risen();
    await recordConsent(app, ID, { tracking: "denied", how: "by Rui Costa in the console: said so" });
    expect(await signalsLeft(app)).toEqual(["booking", "reply"]);
    expect(await openCallNumber(app.table, ID)).toBeUndefined();
  });

  test("who agrees loses nothing", async () => {
    const app = await risen();
    await recordConsent(app, ID, { tracking: "granted", how: "on the phone" });
    expect(await signalsLeft(app)).toHaveLength(5);
    expect(await openCallNumber(app.table, ID)).toBe(1);
  });
});

const crash = (): Promise<void> => Promise.reject(new Error("crash"));

describe("forgetting", () => {
  test.each([1, 2, 3])("that crashed at write %i is finished by asking again, and says so once", async (crashAt) => {
    const app = await risen();
    let writes = 0;
    const orCrash = (write: () => Promise<void>) => ((writes += 1) === crashAt ? crash() : write());
    const table: Table = {
      ...app.table,
      write: (...all) => orCrash(() => app.table.write(...all)),
      writeMany: (all) => orCrash(() => app.table.writeMany(all)),
    };
    await expect(deny({ ...app, table })).rejects.toThrow("crash");
    await deny(app);
    expect(await signalsLeft(app)).toEqual(["booking", "reply"]);
    expect(await openCallNumber(app.table, ID)).toBeUndefined();
    const taken = (await notesOf(app.table, ID)).filter(({ text }) => text.includes("taken back"));
    expect(taken).toHaveLength(1);
  });

  test("goes again with what is there when the call changes in between", async () => {
    const app = await risen();
    let races = 0;
    const table: Table = {
      ...app.table,
      write: async (...all) => {
        const closes = all.some((write) => write.kind === "put" && write.item.sk === "CALLS");
        if (closes && (races += 1) <= 2) throw new Conflict([0]);
        await app.table.write(...all);
      },
    };
    await deny({ ...app, table });
    expect(races).toBe(3);
    expect((await getCalls(app.table, ID)).open).toBeNull();
  });

  test("keeps what they reply in the middle of it", async () => {
    const app = await risen();
    let replied = false;
    const reply = async (): Promise<void> => {
      replied = true;
      const call = (await callsOf(app.table, ID))[0]!;
      const ana = (await getProspect(app.table, ID))!;
      const evidence = [{ at: WEDNESDAY, text: "Replied: “call me”", signalId: "reply-2" }];
      const data = { id: "reply-2", prospectId: ID, kind: "reply", at: WEDNESDAY };
      await app.table.write(
        { kind: "put", item: { ...signalKey(ID, "reply-2"), data } },
        heatCall(call, ana, { lane: "hot", why: "Asked for it: replied", evidence, dueAt: WEDNESDAY }),
      );
    };
    const table: Table = {
      ...app.table,
      query: async (query) => {
        if (query.prefix === "CALL#" && !replied) await reply();
        return app.table.query(query);
      },
    };
    await deny({ ...app, table });
    expect(await callsOf(app.table, ID)).toMatchObject([
      { state: "open", lane: "hot", evidence: [{ signalId: "reply-2" }] },
    ]);
  });

  test("gives up after five lost races, and asking again is all it takes", async () => {
    const app = await risen();
    const table: Table = {
      ...app.table,
      write: (...all) =>
        all.some((write) => write.kind === "put" && write.item.sk === "CALLS")
          ? Promise.reject(new Conflict([0]))
          : app.table.write(...all),
    };
    await expect(deny({ ...app, table })).rejects.toThrow(Conflict);
    expect(await signalsLeft(app)).toHaveLength(5);
    await deny(app);
    expect(await signalsLeft(app)).toEqual(["booking", "reply"]);
  });
});
