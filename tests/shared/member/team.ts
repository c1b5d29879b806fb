import type { Member, Role } from "../../../shared/member/member.ts";
import { memberIdOf } from "../../../shared/member/member.ts";
import { putMember } from "../../../shared/member/store.ts";
import type { Rep } from "../../../shared/rep/rep.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { ana } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const bo: Rep = { ...ana, id: "bo", name: "Bo Lind", email: "bo@northgate.example", team: "South" };

const member = (email: string, name: string, role: Role, team?: string): Member => ({
  id: memberIdOf(email),
  email,
  name,
  role,
  team,
});

/** Somebody of each role: Ana calls in the North, Bo in the South, and each team has a manager. */
export const people = {
  rep: ana.email,
  otherRep: bo.email,
  marketing: "mia@northgate.example",
  manager: "nora@northgate.example",
  otherManager: "sam@northgate.example",
  managerOfAll: "vera@northgate.example",
  admin: "ada@northgate.example",
} as const;

export async function fillTeam({ app }: TestWorld): Promise<void> {
  await app.table.write(
    putRep({ ...ana, team: "North" }),
    putRep(bo),
    putMember(member(people.marketing, "Mia Berg", "marketing")),
    putMember(member(people.manager, "Nora Vik", "manager", "North")),
    putMember(member(people.otherManager, "Sam Ode", "manager", "South")),
    putMember(member(people.managerOfAll, "Vera Dahl", "manager")),
    putMember(member(people.admin, "Ada Holm", "admin")),
  );
}
