/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { removeMember } from "../../../shared/member/remove-member.ts";
import { setMember } from "../../../shared/member/set-member.ts";
import { getMember, getMembers, memberByEmail, repOf } from "../../../shared/member/store.ts";
import { changeRep } from "../../../shared/rep/change.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { freshMemberForm, memberFormOf, refusedMemberForm, textIn } from "../member-form.ts";
import type { MemberFormState } from "../member-form.ts";
import { MemberPage, MembersPage } from "../pages/members.tsx";
import { show } from "../show.tsx";

const SAVED = saying("/members", "member-saved");

/** Who may sign in and as what. */
export const membersRoutes = (app: App) =>
  new Hono<Env>()
    .get("/members", (c) => showMembers(c, app, freshMemberForm))
    .post("/members", async (c) => {
      const form = await c.req.parseBody();
      const [email, name, role, team] = ["email", "name", "role", "team"].map((field) => textIn(form, field));
      try {
        if (await memberByEmail(app.table, email ?? ""))
          throw new AppError("invalid", "email: they are a member already; choose them in the list");
        await setMember(app, { email: email ?? "", name, role, team });
      } catch (error) {
        return showMembers(c, app, refusedMemberForm(form, error));
      }
      return c.redirect(SAVED, 303);
    })
    .get("/members/:id", (c) => showMember(c, app, {}))
    .post("/members/:id", async (c) => {
      const { member } = await read(app, c);
      const form = await c.req.parseBody();
      const [name, role, team] = ["name", "role", "team"].map((field) => textIn(form, field));
      try {
        if (!name) throw new AppError("invalid", "name: give their name");
        await setMember(app, { email: member.email, name, role, team });
      } catch (error) {
        return showMember(c, app, { form: refusedMemberForm(form, error) });
      }
      return c.redirect(SAVED, 303);
    })
    .post("/members/:id/rep", async (c) => {
      const { rep } = await read(app, c);
      const form = await c.req.parseBody();
      const [title = "", phone = "", callingLink = ""] = ["title", "phone", "callingLink"].map((field) =>
        textIn(form, field),
      );
      try {
        await changeRep(app, rep?.id ?? "", { title, phone, callingLink });
      } catch (error) {
        return showMember(c, app, { repForm: refusedMemberForm(form, error) });
      }
      return c.redirect(saying("/members", "rep-saved"), 303);
    })
    .post("/members/:id/remove", async (c) => {
      const { member } = await read(app, c);
      try {
        await removeMember(app, member.email);
      } catch (error) {
        return showMember(c, app, { form: refusedMemberForm({}, error) });
      }
      return c.redirect(saying("/members", "member-removed"), 303);
    });

type Refusal = { readonly form?: MemberFormState; readonly repForm?: MemberFormState };

const showMembers = async (c: Context<Env>, app: App, form: MemberFormState) => {
  const { reps } = c.get("chrome").reader;
  const lines = (await getMembers(app.table)).map((member) => ({ member, rep: repOf(member.id, reps) }));
  return show(c, "Members", <MembersPage lines={lines} form={form} />, statusOf(form));
};

async function showMember(c: Context<Env>, app: App, refusal: Refusal) {
  const line = await read(app, c);
  const fresh = memberFormOf(line.member, line.rep);
  const form = withValues(refusal.form ?? fresh, fresh);
  const repForm = refusal.repForm ?? fresh;
  const status = refusal.form || refusal.repForm ? 422 : 200;
  return show(c, line.member.name, <MemberPage line={line} form={form} repForm={repForm} />, status);
}

const statusOf = ({ errors }: MemberFormState): 200 | 422 => (Object.keys(errors).length ? 422 : 200);

/** A form that was not sent shows what is kept. */
const withValues = (form: MemberFormState, fresh: MemberFormState): MemberFormState => ({
  values: { ...fresh.values, ...form.values },
  errors: form.errors,
});

async function read(app: App, c: Context<Env>) {
  const member = await getMember(app.table, c.req.param("id") ?? "");
  if (!member) throw new AppError("not-found", "There is no such member.");
  return { member, rep: repOf(member.id, c.get("chrome").reader.reps) };
}
