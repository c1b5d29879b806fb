/** @jsxImportSource hono/jsx */
import { Role } from "../../../shared/member/member.ts";
import type { Member } from "../../../shared/member/member.ts";
import type { Rep } from "../../../shared/rep/rep.ts";
import type { MemberFormState } from "../member-form.ts";
import { Chip } from "../parts/chip.tsx";
import { Empty } from "../parts/empty.tsx";
import { InputField, Refused, SelectField } from "../parts/field.tsx";

export const ROLE_WORDS: { readonly [role in Role]: string } = {
  rep: "Rep: own prospects and calls",
  marketing: "Marketing: library, cadence, all prospects, no calls",
  manager: "Manager: the team's prospects and calls",
  admin: "Admin: everything",
};

const ROLES = Role.options.map((value) => ({ value, text: ROLE_WORDS[value] }));

type MemberLine = { readonly member: Member; readonly rep: Rep | undefined };

const teamOf = ({ member, rep }: MemberLine): string =>
  (member.role === "manager" ? (member.team ?? "All teams") : rep?.team) ?? "";

const Row = ({ line }: { line: MemberLine }) => (
  <tr>
    <th scope="row">
      <a class="title" href={`/members/${line.member.id}`} dir="auto">
        {line.member.name}
      </a>
      <span class="under address">{line.member.email}</span>
    </th>
    <td>
      <Chip tone={line.member.role === "admin" ? "solid" : "tint"}>{line.member.role}</Chip>
    </td>
    <td dir="auto">{teamOf(line)}</td>
  </tr>
);

const List = ({ lines }: { lines: readonly MemberLine[] }) =>
  lines.length === 0 ? (
    <Empty title="No members yet">Reps are members once they are imported; add others here.</Empty>
  ) : (
    <div class="scroll">
      <table class="people">
        <thead>
          <tr>
            <th scope="col">Member</th>
            <th scope="col">Role</th>
            <th scope="col">Team</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );

const RoleAndTeam = ({ values, errors }: MemberFormState) => (
  <>
    <SelectField name="role" label="Role" value={values["role"]} error={errors["role"]} choices={ROLES} />
    <InputField
      name="team"
      label="Team (optional)"
      hint="A manager sees the reps of the team, without one those of all teams. A rep's team says which manager sees them."
      value={values["team"]}
      error={errors["team"]}
    />
  </>
);

export type MembersPageProps = { readonly lines: readonly MemberLine[]; readonly form: MemberFormState };

export const MembersPage = ({ lines, form }: MembersPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Members</h1>
        <p>Who may sign in, and what each sees. Every rep is one.</p>
      </div>
    </div>
    <div class="split">
      <List lines={lines} />
      <form class="card form" method="post" action="/members">
        <h2>Add a member</h2>
        <Refused errors={form.errors} problem={form.errors[""]} />
        <InputField
          name="email"
          label="Email address"
          type="email"
          value={form.values["email"]}
          error={form.errors["email"]}
          hint="Links to sign in go there."
          required
        />
        <InputField name="name" label="Name" value={form.values["name"]} error={form.errors["name"]} required />
        <RoleAndTeam values={{ role: "manager", ...form.values }} errors={form.errors} />
        <div class="buttons">
          <button class="primary" type="submit">
            Add member
          </button>
        </div>
      </form>
    </div>
  </>
);

export type MemberPageProps = {
  readonly line: MemberLine;
  readonly form: MemberFormState;
  readonly repForm: MemberFormState;
};

const RepForm = ({ id, form: { values, errors } }: { id: string; form: MemberFormState }) => (
  <form class="card form" method="post" action={`/members/${id}/rep`}>
    <h2>What prospects see</h2>
    <Refused errors={errors} problem={errors[""]} />
    <InputField name="title" label="Title (optional)" value={values["title"]} error={errors["title"]} />
    <InputField name="phone" label="Phone (optional)" type="tel" value={values["phone"]} error={errors["phone"]} />
    <InputField
      name="callingLink"
      label="Calling link (optional)"
      type="url"
      hint="Where prospects book a call. Without one, emails offer to be called instead."
      value={values["callingLink"]}
      error={errors["callingLink"]}
    />
    <div class="buttons">
      <button class="primary" type="submit">
        Save what prospects see
      </button>
    </div>
  </form>
);

export const MemberPage = ({ line: { member, rep }, form, repForm }: MemberPageProps) => (
  <>
    <a class="crumb" href="/members">
      Members
    </a>
    <div class="head">
      <div>
        <h1 dir="auto">{member.name}</h1>
        <p class="address">{member.email}</p>
      </div>
    </div>
    <div class="split">
      <form class="card form" method="post" action={`/members/${member.id}`}>
        <h2>Role</h2>
        <Refused errors={form.errors} problem={form.errors[""]} />
        <InputField name="name" label="Name" value={form.values["name"]} error={form.errors["name"]} required />
        <RoleAndTeam {...form} />
        <div class="buttons">
          <button class="primary" type="submit">
            Save member
          </button>
        </div>
      </form>
      <div class="stack">
        {rep && <RepForm id={member.id} form={repForm} />}
        {!(rep && member.role === "rep") && (
          <form class="card form" method="post" action={`/members/${member.id}/remove`}>
            <h2>Remove</h2>
            <p>
              {rep
                ? "They stay a rep and sign in as one. What they are besides is taken away at once."
                : "They may no longer sign in, and who is signed in is out at once."}
            </p>
            <div class="buttons">
              <button type="submit">Remove {member.name}</button>
            </div>
          </form>
        )}
      </div>
    </div>
  </>
);
