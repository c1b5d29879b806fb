/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { addArticle } from "../../../shared/content/add-article.ts";
import { lookAtPage } from "../../../shared/content/look-at-page.ts";
import { type ArticleFormState, emptyForm, formOfPage, readArticleForm } from "../article-form.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { suggestionsFor, todayOf } from "../library-forms.ts";
import { AddPage, ArticleFormPage, type ArticleFormPageProps } from "../pages/article-add.tsx";
import { show } from "../show.tsx";

type Adding = Partial<Pick<ArticleFormPageProps, "warnings" | "problem" | "says">> & {
  readonly form: ArticleFormState;
};

function showWays(c: Context<Env>, address = "", addressError?: string) {
  const { local } = c.get("chrome");
  return show(c, "Add a piece", <AddPage {...{ local, address, addressError }} />, addressError ? 422 : 200);
}

/** By hand and by address: what was found is looked over by a person before it is kept. */
export const libraryAddRoutes = (app: App) => {
  const showForm = async (c: Context<Env>, { form, ...about }: Adding, status: 200 | 422 = 200) => {
    const props = {
      title: "A new piece",
      says: "As prospects and reps will see it.",
      action: "/library/add/hand",
      button: "Add it to the library",
      back: { href: "/library/add", text: "Add a piece" },
      warnings: [],
      suggestions: await suggestionsFor(app, form),
      form,
      ...about,
    };
    return show(c, props.title, <ArticleFormPage {...props} />, status);
  };
  return new Hono<Env>()
    .get("/library/add", (c) => showWays(c))
    .get("/library/add/hand", (c) => showForm(c, { form: emptyForm(todayOf(app)) }))
    .post("/library/add/address", async (c) => {
      const { address = "" } = await c.req.parseBody();
      if (typeof address !== "string" || !address.trim()) return showWays(c, "", "Give an address.");
      const page = await lookAtPage(app, address);
      if ("refused" in page) return showWays(c, address, `That was not read: ${page.refused}.`);
      return showForm(c, {
        form: formOfPage(page, todayOf(app)),
        warnings: page.warnings,
        says: "This is what the page says of itself. Look it over; nothing is kept yet.",
      });
    })
    .post("/library/add/hand", async (c) => {
      const read = readArticleForm(await c.req.parseBody({ all: true }));
      if (!("edit" in read)) return showForm(c, { form: read.state }, 422);
      const { edit, minutes, source } = read;
      const added = await addArticle(app, edit, { source, readingMinutes: minutes });
      if (added.outcome === "saved") return c.redirect(saying(`/library/${added.article.id}`, "article-added"), 303);
      const errors = { url: `In the library already: “${added.by.title}”.` };
      return showForm(c, { form: { ...read.state, errors } }, 422);
    });
};
