/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { mustArticle } from "../../../shared/content/change.ts";
import { editArticle } from "../../../shared/content/edit-article.ts";
import { retireArticle } from "../../../shared/content/retire-article.ts";
import { tagArticle } from "../../../shared/content/tag-article.ts";
import { type ArticleFormState, formOf, readArticleForm, tagsOf, tickedIn } from "../article-form.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { suggestionsFor } from "../library-forms.ts";
import { ArticleFormPage } from "../pages/article-add.tsx";
import { show } from "../show.tsx";

const placeOf = (id: string): string => `/library/${encodeURIComponent(id)}`;

/** What people change of an article that is there. */
export const libraryEditRoutes = (app: App) => {
  const showForm = async (c: Context<Env>, id: string, form: ArticleFormState, status: 200 | 422 = 200) => {
    const { title } = await mustArticle(app, id);
    const props = {
      title: "Edit",
      says: "What you change here stays as you set it, also when the article is imported again.",
      action: `${placeOf(id)}/edit`,
      button: "Save",
      back: { href: placeOf(id), text: title },
      warnings: [],
      suggestions: await suggestionsFor(app, form),
      form,
    };
    return show(c, `Edit ${title}`, <ArticleFormPage {...props} />, status);
  };
  return new Hono<Env>()
    .get("/library/:id/edit", async (c) => {
      const article = await mustArticle(app, c.req.param("id"));
      return showForm(c, article.id, formOf(article));
    })
    .post("/library/:id/edit", async (c) => {
      const { id } = await mustArticle(app, c.req.param("id"));
      const read = readArticleForm(await c.req.parseBody({ all: true }));
      if (!("edit" in read)) return showForm(c, id, read.state, 422);
      const saved = await editArticle(app, { id, seen: read.seen }, read.edit);
      if (saved.outcome === "saved") return c.redirect(saying(placeOf(id), "article-saved"), 303);
      const errors = { url: `Another piece stands there: “${saved.by.title}”.` };
      return showForm(c, id, { ...read.state, errors }, 422);
    })
    .post("/library/:id/retire", async (c) => {
      const { id } = await retireArticle(app, c.req.param("id"), true);
      return c.redirect(saying(placeOf(id), "article-retired"), 303);
    })
    .post("/library/:id/bring-back", async (c) => {
      const { id } = await retireArticle(app, c.req.param("id"), false);
      return c.redirect(saying(placeOf(id), "article-back"), 303);
    })
    .post("/library/:id/tags", async (c) => {
      const tags = tagsOf(tickedIn(await c.req.parseBody({ all: true }), "suggested"));
      const { id } = await tagArticle(app, c.req.param("id"), tags);
      return c.redirect(saying(placeOf(id), "tags-confirmed"), 303);
    });
};
