import type { Command } from "commander";
import type { App } from "../../shared/app.ts";
import { AppError } from "../../shared/error.ts";
import type { Member } from "../../shared/member/member.ts";
import { removeMember } from "../../shared/member/remove-member.ts";
import { signInLinkByHand } from "../../shared/member/request-sign-in.ts";
import type { MemberChange, MemberFlaw } from "../../shared/member/member-flaws.ts";
import { flawsOfChange, setMember } from "../../shared/member/set-member.ts";
import { getMembers, memberByEmail, repOf } from "../../shared/member/store.ts";
import { getReps } from "../../shared/rep/store.ts";
import { answer } from "./answer.ts";
import type { CommonOptions } from "./answer.ts";
import { nameTheCommands } from "./group.ts";
import type { Place } from "./place.ts";

type Line = { readonly email: string; readonly name: string; readonly role: string; readonly team: string | undefined };

async function linesOf(app: App): Promise<Line[]> {
  const [members, reps] = await Promise.all([getMembers(app.table), getReps(app.table)]);
  return members.map((member) => ({
    email: member.email,
    name: member.name,
    role: member.role,
    team: member.role === "manager" ? member.team : repOf(member.id, reps)?.team,
  }));
}

const lineWords = ({ email, name, role, team }: Line): string =>
  `${role.padEnd(10)} ${email.padEnd(40)} ${name}${team ? `, ${team}` : ""}`;

const listWords = (lines: readonly Line[]): string =>
  lines.length
    ? lines.map(lineWords).join("\n")
    : "Nobody may sign in yet: members set <email> --name <name> --role admin";

/** Who may sign in, for who may use the command line; it asks for no role, because it is how the first admin gets in. */
export function addMembers(program: Command, place: Place): void {
  const members = program.command("members").description("who may sign in to the console, and as what");
  const list = place
    .options(members.command("list", { isDefault: true }))
    .description("everybody who may sign in; every rep may")
    .action(async (options: CommonOptions) => {
      const lines = await place.within(options, "there", linesOf);
      answer(options, lines, () => listWords(lines));
    });
  addSet(members, place);
  place
    .options(members.command("remove <email>"))
    .description("they may no longer sign in, and who is signed in is out; a rep stays a rep")
    .action(async (email: string, options: CommonOptions) => {
      const outcome = await place.within(options, "there", (app) => removeMember(app, email));
      answer(options, { email, outcome }, () =>
        outcome === "removed" ? `${email} may no longer sign in` : `${email} signs in as a rep and nothing else`,
      );
    });
  addLink(members, place);
  nameTheCommands(members, list);
}

type SetOptions = CommonOptions & { readonly name?: string; readonly role?: string; readonly team?: string };

const optionOf = ({ field, says }: MemberFlaw): string => `${field === "email" ? field : `--${field}`}: ${says}`;

/** All that is wrong is said at once, by the names that are typed here. */
async function setOrRefuse(app: App, change: MemberChange): Promise<Member> {
  const flaws = await flawsOfChange(app, change);
  if (flaws.length > 0) throw new AppError("invalid", flaws.map(optionOf).join("; "));
  return setMember(app, change);
}

function addSet(members: Command, place: Place): void {
  place
    .options(members.command("set <email>"))
    .description("let somebody sign in, or change what they may do; it holds at once")
    .option("--name <name>", "what they are called; needed for somebody new")
    .option("--role <role>", "rep, marketing, manager or admin")
    .option("--team <team>", 'whose work a manager sees, or which manager sees a rep\'s; "" = none')
    .action(async (email: string, options: SetOptions) => {
      const { name, role, team } = options;
      const member = await place.within(options, "there", (app) => setOrRefuse(app, { email, name, role, team }));
      answer(options, member, () => `${member.name} <${member.email}> signs in with the role ${member.role}`);
    });
}

function addLink(members: Command, place: Place): void {
  place
    .options(members.command("link <email>"))
    .description("print a link that signs them in, once, within 15 minutes, in any browser: only for who may see it")
    .action(async (email: string, options: CommonOptions) => {
      const link = await place.within(options, "there", async (app) => {
        const member = await memberByEmail(app.table, email);
        if (!member) throw new AppError("not-found", `email: there is no member ${email}`);
        return signInLinkByHand(app, member, app.config.publicUrl);
      });
      answer(options, { link }, () => link);
    });
}
