import { describe, expect, test } from "vitest";
import { requestSignIn } from "../../../shared/member/request-sign-in.ts";
import { newSecret } from "../../../shared/member/sign-in-link.ts";
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
