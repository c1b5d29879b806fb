import { beforeEach, describe, expect, test } from "vitest";
import { lookAtSignIn } from "../../../shared/member/use-sign-in.ts";
import { doorWords } from "../../../stacks/local/door-words.ts";
import { readSettings } from "../../../stacks/local/settings.ts";
import { fillTeam } from "../../shared/member/team.ts";
import { testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

let world: TestWorld;
beforeEach(async () => {
  world = await testWorld();
});

const terminal = { terminal: true };
const words = async (env: Record<string, string>, watched = terminal) =>
  (await doorWords(world.app, readSettings(env), watched)).join("\n");

test("a fresh start says that localhost is signed in as the owner, and prints no link", async () => {
  await fillTeam(world);
  const said = await words({});
  expect(said).toContain("signed in as the owner of this machine");
  expect(said).not.toContain("/sign-in");
});

describe.each([{ HOST: "0.0.0.0" }, { MIDWEEK_URL: "https://mail.northgate.example" }, { HOST: "192.0.2.7" }])(
  "with %o",
  (env) => {
    test("everybody signs in, and it is said how the first admin gets in", async () => {
      const said = await words(env);
      expect(said).not.toContain("owner");
      expect(said).toContain("members set you@your-company.example --name You --role admin");
      expect(said).toContain("members link you@your-company.example");
      expect(said).not.toMatch(/sign-in\/link/);
    });

    test("without SMTP the terminal, and no log, shows the admin a link that works", async () => {
      await fillTeam(world);
      const said = await words(env);
      const [, token = ""] = /\/sign-in\/link\/([\w-]{43})/.exec(said) ?? [];
      expect(await lookAtSignIn(world.app, { token, browser: undefined })).toMatchObject({ outcome: "good" });
      expect(await words(env, { terminal: false })).not.toMatch(/sign-in\/link/);
    });
  },
);

test("with SMTP links go out by email and none is printed", async () => {
  await fillTeam(world);
  const said = await words({
    MIDWEEK_URL: "https://mail.northgate.example",
    SMTP_URL: "smtp://mail.northgate.example",
  });
  expect(said).toContain("Everybody signs in at https://mail.northgate.example/sign-in.");
  expect(said).not.toMatch(/members link|sign-in\/link/);
});
