import { beforeEach, describe, expect, test } from "vitest";
import { memberIdOf } from "../../../shared/member/member.ts";
import { getMembers, memberByEmail } from "../../../shared/member/store.ts";
import { getRep } from "../../../shared/rep/store.ts";
import { ana } from "../../fixtures/world.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { deskOf } from "./desk.ts";
import type { Desk } from "./desk.ts";

let desk: Desk;
let admin: Pick<Desk, "open" | "send">;
beforeEach(async () => {
  desk = await deskOf();
  await fillTeam(desk.world);
  admin = await desk.as(people.admin);
});

const found = (email: string) => memberByEmail(desk.world.app.table, email);
const pageOf = (email: string): string => `/members/${memberIdOf(email)}`;

describe("members", () => {
  test("are listed with role and team, reps too", async () => {
    const { text } = await admin.open("/members");
    for (const words of ["Ana Sousa", "Bo Lind", "Nora Vik", "All teams", people.marketing])
      expect(text).toContain(words);
  });

  test("are added and may sign in", async () => {
    const kim = { email: "Kim@Northgate.example", name: "Kim Roe", role: "manager", team: "South" };
    const saved = await admin.send("/members", kim);
    expect(saved.headers.get("Location")).toBe("/members?done=member-saved");
    expect(await found("kim@northgate.example")).toMatchObject({ name: "Kim Roe", role: "manager", team: "South" });
  });

  test.each([
    [{ email: "kim" }, "email", "Give an email address."],
    [{ name: " " }, "name", "Give their name."],
    [{ role: "boss" }, "role", "Choose one of rep, marketing, manager, admin, not &quot;boss&quot;."],
    [{ role: "rep" }, "role", "is no rep yet"],
    [{ email: people.marketing }, "email", "They are a member already"],
  ])("%o is refused beside its field and nothing is lost", async (wrong, field, words) => {
    const before = await getMembers(desk.world.app.table);
    const form = { email: "kim@northgate.example", name: "Kim Roe", role: "manager", team: "South", ...wrong };
    const page = await admin.send("/members", form);
    expect(page.status).toBe(422);
    expect(new RegExp(`id="${field}-error">([^<]*)`).exec(page.text)?.[1]).toContain(words);
    expect(page.text).toContain('value="South"');
    expect(await getMembers(desk.world.app.table)).toEqual(before);
  });

  test("change role and team", async () => {
    expect((await admin.open(pageOf(people.manager))).text).toContain('value="North"');
    await admin.send(pageOf(people.manager), { name: "Nora Vik", role: "manager", team: "" });
    expect((await found(people.manager))?.team).toBeUndefined();
    await admin.send(pageOf(ana.email), { name: ana.name, role: "rep", team: "South" });
    expect((await getRep(desk.world.app.table, "ana"))?.team).toBe("South");
  });

  test("are removed, but for the last admin", async () => {
    await admin.send(`${pageOf(people.marketing)}/remove`, {});
    expect(await found(people.marketing)).toBeUndefined();
    const kept = await admin.send(`${pageOf(people.admin)}/remove`, {});
    expect(kept.status).toBe(422);
    expect(kept.text).toContain("This is the last admin");
    expect(await found(people.admin)).toBeDefined();
    const demoted = await admin.send(pageOf(people.admin), { name: "Ada Holm", role: "marketing", team: "" });
    expect(demoted.text).toContain("This is the last admin");
  });

  test("who are none are not there", async () => {
    expect((await admin.open("/members/nobody")).status).toBe(404);
    expect((await admin.send("/members/nobody", { role: "admin" })).status).toBe(404);
    expect((await admin.send("/members/nobody/remove", {})).status).toBe(404);
    expect((await admin.send(`${pageOf(people.admin)}/rep`, { title: "x" })).status).toBe(404);
  });
});

describe("what prospects see of a rep", () => {
  const path = `${pageOf(ana.email)}/rep`;

  test("can be changed, and a calling link taken away", async () => {
    expect((await admin.open(pageOf(ana.email))).text).toContain(`value="${ana.callingLink}"`);
    await admin.send(path, { title: "Account lead", phone: "+351 210 000 001", callingLink: "" });
    const rep = await getRep(desk.world.app.table, "ana");
    expect(rep).toMatchObject({ title: "Account lead", phone: "+351210000001", team: "North" });
    expect(rep).not.toHaveProperty("callingLink");
  });

  test.each([
    [{ phone: "210" }, "phone", "with its country"],
    [{ callingLink: "javascript:alert(1)" }, "callingLink", "whole web address"],
  ])("%o is refused beside its field", async (wrong, field, words) => {
    const page = await admin.send(path, { title: "", phone: "", callingLink: "", ...wrong });
    expect(page.status).toBe(422);
    expect(new RegExp(`id="${field}-error">([^<]*)`).exec(page.text)?.[1]).toContain(words);
    expect(await getRep(desk.world.app.table, "ana")).toMatchObject({ callingLink: ana.callingLink });
  });
});

test("an account says who one is", async () => {
  const manager = await (await desk.as(people.manager)).open("/account");
  for (const words of ["Nora Vik", people.manager, "Manager: ", "North", "Sign out everywhere"])
    expect(manager.text).toContain(words);
});
