import { apiApp } from "../../../functions/api/app.ts";
import { memberIdOf } from "../../../shared/member/member.ts";
import type { Role } from "../../../shared/member/member.ts";
import { putMember } from "../../../shared/member/store.ts";
import { newToken } from "../../../shared/member/tokens.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { putRep } from "../../../shared/rep/store.ts";
import type { Rep } from "../../../shared/rep/rep.ts";
import { ana, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const ben: Rep = { ...ana, id: "ben", name: "Ben Okafor", email: "ben@northgate.example", team: "north" };
const anaOfNorth: Rep = { ...ana, team: "north" };
const cleo: Rep = { ...ana, id: "cleo", name: "Cleo Lind", email: "cleo@northgate.example", team: "south" };

export const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678", crmId: "crm-7" });
export const siv = prospect("siv00000000", { firstName: "Siv", repId: "cleo" });

/** Who may ask, and a stranger with a token that nobody made. */
export type Who = "ana" | "ben" | "cleo" | "manager" | "marketing" | "admin" | "stranger";

const OTHERS: readonly (readonly [name: "manager" | "marketing" | "admin", role: Role])[] = [
  ["manager", "manager"],
  ["marketing", "marketing"],
  ["admin", "admin"],
];

type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };

export type Office = {
  readonly world: TestWorld;
  readonly api: ReturnType<typeof apiApp>;
  readonly tokens: { readonly [who in Who]: string };
  get(who: Who, path: string): Promise<Answer>;
  post(who: Who, path: string, body: unknown): Promise<Answer>;
};

/** Ana and Ben of the team north, whose manager there is one of; Cleo of the south; and their programs. */
export async function officeOf(prospects: Prospect[] = [rui, siv]): Promise<Office> {
  const world = await testWorld({ prospects });
  const { app } = world;
  await app.table.write(putRep(anaOfNorth), putRep(ben), putRep(cleo));
  const tokens: { [who in Who]: string } = {
    ana: "",
    ben: "",
    cleo: "",
    manager: "",
    marketing: "",
    admin: "",
    stranger: `mwa_${"x".repeat(43)}`,
  };
  const idOfMember = async (who: Who): Promise<string> => memberIdOf(`${who}@northgate.example`);
  for (const [name, role] of OTHERS) {
    const email = `${name}@northgate.example`;
    const team = role === "manager" ? "north" : undefined;
    await app.table.write(putMember({ id: memberIdOf(email), name, email, role, team }));
  }
  for (const who of ["ana", "ben", "cleo", "manager", "marketing", "admin"] as const)
    tokens[who] = (await newToken(app, { memberId: await idOfMember(who), kind: "api", name: "CRM" })).token;
  const api = apiApp(app);
  const ask = async (who: Who, path: string, request: RequestInit): Promise<Answer> => {
    const headers = { Authorization: `Bearer ${tokens[who]}`, "Content-Type": "application/json" };
    const response = await api.request(`http://localhost:4600${path}`, { ...request, headers });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  return {
    world,
    api,
    tokens,
    get: (who, path) => ask(who, path, {}),
    post: (who, path, body) => ask(who, path, { method: "POST", body: JSON.stringify(body) }),
  };
}
