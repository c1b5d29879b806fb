import { beforeEach, describe, expect, test } from "vitest";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { sendingPause } from "../../../shared/sending/watch.ts";
import { article, prospect } from "../../fixtures/world.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { deskOf } from "./desk.ts";
import type { Desk } from "./desk.ts";

let desk: Desk;
let mia: Awaited<ReturnType<Desk["as"]>>;
beforeEach(async () => {
  desk = await deskOf({ prospects: [prospect("rui")], articles: [article("rounds")] });
  await fillTeam(desk.world);
  mia = await desk.as(people.marketing);
});

const pause = () => sendingPause(desk.world.app);

describe("stop everything now", () => {
  test("asks once more on a page of its own, which says what cannot be called back", async () => {
    expect((await mia.open("/cadence")).text).toContain('href="/sending/stop"');
    const { text } = await mia.open("/sending/stop");
    expect(text).toContain("What was already handed to the mail provider cannot be called back.");
    expect(text).toContain('action="/sending/stop"');
    expect(await pause()).toBeUndefined();
  });

  test("stops every email until somebody resumes, and says since when, by whom and why", async () => {
    const { status, headers } = await mia.send("/sending/stop", { reason: "A wrong\r\nprice <1 €>" });
    expect([status, headers.get("Location")]).toEqual([303, "/sending?done=sending-stopped"]);
    const { text } = await mia.open("/sending");
    expect(text).toMatch(/Mon 23 Nov 2026, 09:00/);
    expect(text).toContain("Mia Berg");
    expect(text).toContain("A wrong price &lt;1 €&gt;.");
    await desk.world.pass("2026-11-25T15:30Z");
    expect(desk.world.emails()).toEqual([]);
    expect((await mia.send("/sending/resume", {})).headers.get("Location")).toBe("/sending?done=sending-resumed");
    await desk.world.pass("2026-11-25T16:30Z");
    expect(desk.world.emails()).toHaveLength(1);
  });

  test.each(["", "  ", "x".repeat(301)])("wants a reason for the others to read: %j", async (reason) => {
    const { status, text } = await mia.send("/sending/stop", { reason });
    expect([status, text.includes('id="reason-error"')]).toEqual([422, true]);
    expect(await pause()).toBeUndefined();
  });

  test("pressed twice keeps what was said first", async () => {
    await mia.send("/sending/stop", { reason: "A wrong price" });
    const { headers } = await mia.send("/sending/stop", { reason: "Again" });
    expect(headers.get("Location")).toBe("/sending?done=sending-stopped-before");
    expect(await pause()).toMatchObject({ cause: "by hand", says: "A wrong price", by: "Mia Berg" });
  });

  test("is for marketing and admins", async () => {
    for (const who of [people.rep, people.manager]) {
      const browser = await desk.as(who);
      for (const path of ["/sending/stop", "/sending/resume"])
        expect((await browser.send(path, { reason: "No" })).status).toBe(403);
    }
    expect(await pause()).toBeUndefined();
  });
});

describe("every page while sending is paused", () => {
  const banner = async (who: string) => {
    const { text } = await (await desk.as(who)).open("/account");
    return /<section class="flash bad paused".*?<\/section>/s.exec(text)?.[0] ?? "";
  };

  test("has the button to resume for those who may, and says to others who may", async () => {
    await mia.send("/sending/stop", { reason: "A wrong price" });
    expect(await banner(people.marketing)).toContain('action="/sending/resume"');
    expect(await banner(people.rep)).not.toContain("/sending");
    expect(await banner(people.rep)).toContain("when somebody of marketing or an admin resumes it");
  });

  test("leads to a look first where too much bounced", async () => {
    await pauseSending(desk.world.app, { cause: "bounce-rate", says: "6 of the 60 emails bounced" });
    expect(await banner(people.marketing)).toContain('href="/sending"');
    expect(await banner(people.marketing)).not.toContain("<form");
    expect((await mia.open("/sending")).text).toContain("Find out which addresses these were");
  });
});
