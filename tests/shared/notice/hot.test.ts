import { describe, expect, test } from "vitest";
import { handOverCall } from "../../../shared/call/hand-over.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { getCall, putCall } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { newId } from "../../../shared/id.ts";
import { prospectPk } from "../../../shared/keys.ts";
import { deliverNotice } from "../../../shared/notice/deliver.ts";
import { claimHot, hotCallsAfter } from "../../../shared/notice/hot.ts";
import { getOutlets } from "../../../shared/notice/outlets-store.ts";
import { saveOutlets } from "../../../shared/notice/save-outlets.ts";
import { putNotice } from "../../../shared/notice/store.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { HOUR, MINUTE } from "../../../shared/time.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { MONDAY, ana, prospect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { officeOf, rui, SLACK } from "./office.ts";

describe("when somebody asks for a call", () => {
  test("their rep gets an email at once: who, why, the number, the time there and the way to the call", async () => {
    const { world, ask, emails } = await officeOf();
    await world.pass(MONDAY + 12_000);
    await ask(MONDAY);
    await world.pass(MONDAY + 12_000);
    const [email, ...others] = emails();
    expect(others).toEqual([]);
    expect(email?.to).toEqual({ name: "Ana Sousa", address: "ana@northgate.example" });
    expect(email?.from.address).toBe("hello@northgate.example");
    expect(email?.subject).toBe("Asked for a call: Rui Costa, Porto Foods (waiting 12 s)");
    for (const part of [email?.html, email?.text]) {
      expect(part).toContain("Mon 23 Nov 2026, 09:00 in Lisbon");
      expect(part).toContain("tel:+351912345678");
      expect(part).toContain(`http://localhost:4600/prospects/${rui.id}/calls/1`);
    }
    expect(email?.text).toMatch(/repl/i);
  });

  test("at night the email says from when to call", async () => {
    const { world, ask, emails } = await officeOf();
    await world.pass(MONDAY + 12 * HOUR);
    await ask();
    await world.pass(MONDAY + 12 * HOUR);
    expect(emails()[0]?.text).toMatch(
      /It is Mon 23 Nov 2026, 21:00 in Lisbon\. Call from Tue 24 Nov 2026, \d\d:\d\d in Lisbon\./,
    );
  });

  test("without a phone number the email has no link to one", async () => {
    const { world, ask, emails } = await officeOf({ prospects: [{ ...rui, phone: undefined }] });
    await ask();
    await world.pass(MONDAY);
    expect(emails()[0]?.html).not.toContain("tel:");
  });

  test("Slack is told too, with nothing that Slack takes for its own and no email address", async () => {
    const { world, to } = await officeOf({ prospects: [prospect(rui.id, { lastName: "<!channel> & Sons" })] });
    await saveOutlets(world.app, { alertReps: true, slackUrl: SLACK });
    await putHot(world, "Replied: write to rui@portofoods.example & <https://evil.example|me>");
    const message = JSON.parse(to(SLACK)[0]?.body ?? "{}");
    expect(message.text).toContain("Rui &lt;!channel&gt; &amp; Sons, Porto Foods (waiting 0 s)");
    expect(message.blocks[0].text.text).toContain("(an address) &amp; &lt;https://evil.example|me&gt;");
    expect(message.blocks[0].text.text).toContain(`<http://localhost:4600/prospects/${rui.id}/calls/1|Open the call>`);
    expect(JSON.stringify(message)).not.toContain("@");
  });

  test("of each time they ask those who call hear once, however many notices carry it", async () => {
    const { world, ask, emails, waiting } = await officeOf();
    await ask();
    const [notice] = await waiting();
    const again = Array.from({ length: 3 }, () => ({ ...notice!, id: newId() }));
    await world.app.table.write(...again.map(putNotice));
    await Promise.all([notice!, ...again].map((one) => deliverNotice(world.app, one)));
    expect(emails()).toHaveLength(1);
    await world.pass(MONDAY + 10 * MINUTE);
    await ask();
    await world.pass(MONDAY + 10 * MINUTE);
    expect(emails()).toHaveLength(2);
    expect(await waiting()).toEqual([]);
  });

  test("nobody is told any more once they have been called", async () => {
    const { world, ask, emails, waiting } = await officeOf();
    await ask();
    const calls = { prospectId: rui.id, number: 1, version: 1, repId: "ana", notes: "" };
    await completeCall(world.app, { ...calls, disposition: "no answer" });
    await world.pass(MONDAY);
    expect(emails()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test("an erased prospect is spoken of nowhere, and no copy of the email is kept", async () => {
    const { world, ask, emails, waiting, posts } = await officeOf();
    await ask();
    await world.pass(MONDAY);
    await saveOutlets(world.app, { alertReps: true, slackUrl: SLACK });
    await ask(MONDAY + 1);
    await eraseProspect(world.app, rui.id);
    await world.pass(MONDAY + MINUTE);
    expect([...emails(), ...posts, ...(await waiting())]).toEqual([]);
  });

  test("who is erased while a notice of them is told comes back into no list", async () => {
    const { world } = await officeOf();
    const { table } = world.app;
    await eraseProspect(world.app, rui.id);
    const notice = { id: "late", at: MONDAY, what: "opened", prospectId: rui.id, number: 1, version: 1 } as const;
    expect(await claimHot(world.app, notice, MONDAY)).toBe(false);
    expect(await hotCallsAfter(table, "", 10)).toEqual([]);
    expect((await table.query({ pk: prospectPk(rui.id) })).items).toEqual([]);
  });
});

/** Puts a hot call with these words in place of Rui's, and has it told. */
async function putHot(world: TestWorld, why: string): Promise<void> {
  await recordEngagement(world.app, [{ id: "r", prospectId: rui.id, kind: "reply", at: MONDAY, text: "Call" }]);
  const call = (await getCall(world.app.table, rui.id, 1))!;
  await world.app.table.write(putCall({ ...call, why }, "present"));
  await world.pass(MONDAY);
}

describe("who hears of it", () => {
  test("the rep to whom it is handed over does, and nobody else a second time", async () => {
    const { world, ask, emails, to } = await officeOf();
    await world.app.table.write(putRep({ ...ana, id: "bo", name: "Bo Lind", email: "bo@northgate.example" }));
    await saveOutlets(world.app, { alertReps: true, slackUrl: SLACK });
    await ask();
    await world.pass(MONDAY);
    const give = { prospectId: rui.id, number: 1, version: 1, to: "bo", by: "ana", why: "Off sick" };
    expect(await handOverCall(world.app, give)).toMatchObject({ outcome: "done" });
    await world.pass(MONDAY + MINUTE);
    expect(emails().map((email) => email.to.address)).toEqual(["bo@northgate.example", "ana@northgate.example"]);
    expect(to(SLACK)).toHaveLength(1);
  });

  test("reps do not, where the company does not want it", async () => {
    const { world, ask, emails } = await officeOf();
    await saveOutlets(world.app, { alertReps: false });
    await ask();
    await world.pass(MONDAY);
    expect(emails()).toEqual([]);
  });

  test("for a prospect of no rep it is the address set for that, or nobody", async () => {
    const nobodys = { prospects: [{ ...rui, repId: undefined }] };
    const { world, ask, emails } = await officeOf(nobodys);
    await ask();
    await world.pass(MONDAY);
    expect(emails()).toEqual([]);
    await saveOutlets(world.app, { alertReps: false, fallbackEmail: "desk@northgate.example" });
    await world.pass(MONDAY + MINUTE);
    await ask();
    await world.pass(MONDAY + MINUTE);
    expect(emails().map(({ to }) => to.address)).toEqual(["desk@northgate.example"]);
  });

  test("an email that is refused for good is not tried again, and Settings can say so without the address", async () => {
    const sendBulk = async () => [
      { outcome: "refused" as const, reason: "550 <ana@northgate.example>: no such mailbox" },
    ];
    const { world, ask, waiting } = await officeOf({ mailer: { sendBulk, forget: async () => undefined } });
    await ask();
    await world.pass(MONDAY);
    expect(await waiting()).toEqual([]);
    const { failures } = await getOutlets(world.app.table);
    expect(failures["rep"]).toEqual({ at: MONDAY, says: "550 <(an address)>: no such mailbox" });
  });
});
