/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { saveSignUpForm } from "../../../shared/sign-up/save-form.ts";
import { getSignUpForm, getSignUpForms } from "../../../shared/sign-up/store.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { FormPage, FormsPage } from "../pages/forms.tsx";
import { show } from "../show.tsx";
import { newSignUpForm, readSignUpForm, signUpFormOf } from "../sign-up-form.ts";
import type { SignUpFormState } from "../sign-up-form.ts";

/** Forms by which people ask for our emails. */
export const formsRoutes = (app: App) =>
  new Hono<Env>()
    .get("/forms", async (c) => {
      const forms = await getSignUpForms(app.table);
      return show(
        c,
        "Sign-up forms",
        <FormsPage forms={forms} url={app.config.publicUrl} reader={c.get("chrome").reader} />,
      );
    })
    .get("/forms/new", (c) => page(c, app, { state: newSignUpForm(app.config.company.name) }))
    .post("/forms/new", async (c) => {
      const read = readSignUpForm(await c.req.parseBody());
      if ("state" in read) return page(c, app, read, 422);
      const id = await saveSignUpForm(app, read.words);
      return c.redirect(saying(`/forms/${id}`, "form-saved"), 303);
    })
    .get("/forms/:id", async (c) => {
      const form = await mustForm(app, c);
      return page(c, app, { state: signUpFormOf(form), form });
    })
    .post("/forms/:id", async (c) => {
      const form = await mustForm(app, c);
      const body = await c.req.parseBody();
      const read = readSignUpForm(body);
      if ("state" in read) return page(c, app, { ...read, form }, 422);
      const seen = { id: form.id, updatedAt: Number(body["updatedAt"]) };
      await saveSignUpForm(app, read.words, seen);
      return c.redirect(saying(`/forms/${form.id}`, "form-saved"), 303);
    });

type Shown = { readonly state: SignUpFormState; readonly form?: Awaited<ReturnType<typeof mustForm>> };

const page = (c: Context<Env>, app: App, shown: Shown, status: 200 | 422 = 200) => {
  const title = shown.form?.name ?? "New sign-up form";
  return show(c, title, <FormPage {...shown} url={app.config.publicUrl} reader={c.get("chrome").reader} />, status);
};

async function mustForm(app: App, c: Context<Env>) {
  const form = await getSignUpForm(app.table, c.req.param("id") ?? "");
  if (!form) throw new AppError("not-found", "There is no such form.");
  return form;
}
