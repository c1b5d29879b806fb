import { describe, expect, test } from "vitest";
import { completeCall } from "../../../shared/call/complete.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { sendFollowUp } from "../../../shared/follow-up/send.ts";
import { getFollowUp } from "../../../shared/follow-up/store.ts";
import { requestSignIn } from "../../../shared/member/request-sign-in.ts";
import { newSecret } from "../../../shared/member/sign-in-link.ts";
import { ana, prospect } from "../../fixtures/world.ts";
import { people, fillTeam } from "../../shared/member/team.ts";
import { deskOf } from "./desk.ts";

/** Somebody asked, from a browser of their own, for a link to sign in as the admin. */
async function asked() {
  const desk = await deskOf();
  await fillTeam(desk.world);
  const url = "https://desk.northgate.example";
  await requestSignIn(desk.world.app, { email: people.admin, browser: newSecret(), to: "/", url });
  expect(desk.world.emails()).toHaveLength(1);
  return desk;
}

describe("an email with a link to sign in", () => {
  test.each([people.marketing, people.admin])(
    "is in the outbox of nobody who signed in, as %s: they would become whom they asked for",
    async (who) => {
      const desk = await asked();
      const { open } = await desk.as(who);
      const list = await open("/outbox");
      expect(list.status).toBe(200);
      expect(list.text).not.toContain('href="/outbox/1"');
      for (const path of ["/outbox/1", "/outbox/1?view=text", "/outbox/1/html", "/outbox/1/html?live=1"]) {
        const page = await open(path);
        expect(page.status, path).toBe(404);
        expect(page.text, path).not.toContain("/sign-in/link/");
      }
    },
  );

  test("can be looked at by who sits at the machine itself", async () => {
    const { open } = await asked();
    expect((await open("/outbox")).text).toContain('href="/outbox/1"');
    expect((await open("/outbox/1?view=text")).text).toContain("/sign-in/link/");
  });
});

test("a rep reads what was written to their own prospects, and to nobody else's", async () => {
  const rui = prospect("rui00000000");
  const desk = await deskOf({ prospects: [rui] });
  await fillTeam(desk.world);
  const { app } = desk.world;
  await openCallByHand(app, rui.id, "A quote");
  await completeCall(app, {
    prospectId: rui.id,
    number: 1,
    version: 1,
    repId: ana.id,
    notes: "",
    disposition: "connected",
    nextStep: { kind: "call", date: "2026-12-02" },
  });
  const draft = (await getFollowUp(app.table, rui.id, 1, 1))!;
  await sendFollowUp(app, { ...draft, invite: true, by: ana.id });
  const own = await desk.as(people.rep);
  const paths = ["/outbox/1", "/outbox/1/html", "/outbox/1/html?live=1", "/outbox/1/attachments/0"];
  for (const path of paths) expect((await own.open(path)).status, path).toBe(200);
  expect((await own.open("/outbox")).status).toBe(403);
  const other = await desk.as(people.otherRep);
  for (const path of paths) expect((await other.open(path)).status, path).toBe(404);
});
