import { Command } from "commander";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { LINK_LASTS } from "../../../shared/member/sign-in-link.ts";
import { useSignIn } from "../../../shared/member/use-sign-in.ts";
import { memberByEmail } from "../../../shared/member/store.ts";
import { addMembers } from "../../../stacks/commands/members.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

let world: TestWorld;
beforeEach(async () => {
  world = await testWorld();
});

/** What the command line answers to these words. */
async function members(...words: readonly string[]): Promise<string> {
  const program = new Command();
  addMembers(program, {
    options: (command) => command.option("--json"),
    within: (_options, _standing, act) => act(world.app),
  });
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await program.parseAsync(["members", ...words], { from: "user" });
    return said.mock.calls.join("");
  } finally {
    said.mockRestore();
  }
}

test("the first admin gets in by the command line", async () => {
  await members("set", "ada@northgate.example", "--name", "Ada Holm", "--role", "admin");
  expect(await memberByEmail(world.app.table, "ada@northgate.example")).toMatchObject({ role: "admin" });
});

test("everybody who may sign in is listed with role and team", async () => {
  await fillTeam(world);
  const lines = (await members()).trim().split("\n");
  expect(lines).toHaveLength(7);
  expect(lines.find((line) => line.includes(people.manager))).toMatch(/^manager .* Nora Vik, North$/);
  expect(lines.find((line) => line.includes(people.rep))).toMatch(/^rep .* Ana Sousa, North$/);
});

test("a member is removed, a rep keeps being one, and the last admin stays", async () => {
  await fillTeam(world);
  expect(await members("remove", people.marketing)).toContain("may no longer sign in");
  await members("set", people.rep, "--role", "manager");
  expect(await members("remove", people.rep)).toContain("as a rep and nothing else");
  await expect(members("remove", people.admin)).rejects.toThrow(/last admin/);
  await expect(members("set", people.admin, "--role", "boss")).rejects.toThrow(
    '--role: choose one of rep, marketing, manager, admin, not "boss"',
  );
});

test("all that is wrong is said at once, by the options it is typed with, and nobody is let in", async () => {
  const set = (...rest: string[]) => members("set", ...rest);
  await expect(set("a@b.example", "--role", "emperor", "--team", "x".repeat(81))).rejects.toThrow(
    /^--name: give their name; --role: choose one of .*, not "emperor"; --team: at most 80 characters$/,
  );
  await expect(set("a@b.example")).rejects.toThrow(/^--name: give their name; --role: choose one of [a-z, ]+$/);
  await expect(set("ab", "--role", "emperor")).rejects.toThrow(/^email: give an email address; --role: .*"emperor"$/);
  expect(await memberByEmail(world.app.table, "a@b.example")).toBeUndefined();
});

test("a command there is not is said, with those there are", async () => {
  const those = "there are members list, members set, members remove and members link";
  await expect(members("frob")).rejects.toThrow(`there is no command "members frob"; ${those}`);
  await expect(members("frob", "--json", "x")).rejects.toThrow(/there is no command "members frob"/);
  await expect(members("list", "frob")).rejects.toThrow('members list takes no "frob"');
});

describe("a link printed for who sees the terminal", () => {
  const token = (link: string): string => link.trim().split("/").at(-1) ?? "";
  const used = (link: string) => useSignIn(world.app, { token: token(link), browser: undefined });

  test("signs in once, in any browser, within 15 minutes, and no email is sent", async () => {
    await fillTeam(world);
    const link = await members("link", people.admin);
    expect(link).toMatch(/^http:\/\/localhost:4600\/sign-in\/link\/[\w-]{43}\n$/);
    expect(await used(link)).toMatchObject({ outcome: "good" });
    expect(await used(link)).toEqual({ outcome: "gone" });
    const late = await members("link", people.admin);
    await world.pass(world.app.now() + LINK_LASTS);
    expect(await used(late)).toEqual({ outcome: "gone" });
    expect(world.emails()).toEqual([]);
  });

  test("is for members only", async () => {
    await expect(members("link", "eve@northgate.example")).rejects.toThrow(/^email: there is no member/);
  });
});
