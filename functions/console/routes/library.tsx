/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import type { Article } from "../../../shared/content/article.ts";
import { mustArticle } from "../../../shared/content/change.ts";
import { stateOf } from "../../../shared/content/state.ts";
import { getLibrary } from "../../../shared/content/store.ts";
import { lintArticle } from "../../../shared/lint/check-templates.ts";
import { mayEnter } from "../../../shared/member/access.ts";
import { getRunway } from "../../../shared/runway/store.ts";
import { ownTemplate } from "../../../shared/template/template-for.ts";
import { formOf } from "../article-form.ts";
import type { Env } from "../env.ts";
import { suggestionsFor, todayOf } from "../library-forms.ts";
import { coverageOf, libraryView, readAsked } from "../library-view.ts";
import { ArticlePage } from "../pages/article.tsx";
import { LibraryPage } from "../pages/library.tsx";
import { Findings } from "../parts/findings.tsx";
import { PICTURES_POLICY } from "../policy.ts";
import { show } from "../show.tsx";
import { libraryAddRoutes } from "./library-add.tsx";
import { libraryEditRoutes } from "./library-edit.tsx";
import { libraryFeedRoutes } from "./library-feeds.tsx";
import { libraryRunwayRoutes } from "./library-runway.tsx";

const mayChange = (c: Context<Env>): boolean => mayEnter(c.get("viewer"), "desk");

/** Prospects of each sector as the runway last counted them; undefined before the first time. */
async function peopleBySector(app: App): Promise<ReadonlyMap<string, number> | undefined> {
  const rows = (await getRunway(app.table)).filter(({ of }) => of === "sector");
  return rows.length === 0 ? undefined : new Map(rows.map(({ id, people }) => [id, people]));
}

async function deskOn(app: App, article: Article) {
  return {
    suggestions: await suggestionsFor(app, formOf(article)),
    preview: `/templates/${ownTemplate(article)}?article=${encodeURIComponent(article.id)}`,
    findings: <Findings findings={await lintArticle(app, article)} />,
  };
}

/** What prospects get to read. */
export const libraryRoutes = (app: App) =>
  new Hono<Env>()
    .get("/library", async (c) => {
      const library = await getLibrary(app.table);
      const today = todayOf(app);
      const asked = readAsked(c.req.query());
      const props = {
        view: libraryView(library, asked, today),
        asked,
        coverage: coverageOf(library, await peopleBySector(app), today),
        mayChange: mayChange(c),
        local: c.get("chrome").local,
      };
      c.header("Content-Security-Policy", PICTURES_POLICY);
      return show(c, "Library", <LibraryPage {...props} />);
    })
    // Before what could be an article of that id.
    .route("/", libraryAddRoutes(app))
    .route("/", libraryFeedRoutes(app))
    .route("/", libraryRunwayRoutes(app))
    .route("/", libraryEditRoutes(app))
    .get("/library/:id", async (c) => {
      const article = await mustArticle(app, c.req.param("id"));
      const props = {
        article,
        state: stateOf(article, todayOf(app)),
        zone: c.get("chrome").reader.zone,
        desk: mayChange(c) ? await deskOn(app, article) : undefined,
      };
      c.header("Content-Security-Policy", PICTURES_POLICY);
      return show(c, article.title, <ArticlePage {...props} />);
    });
