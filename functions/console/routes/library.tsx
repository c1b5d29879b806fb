/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import type { Article } from "../../../shared/content/article.ts";
import { getLibrary } from "../../../shared/content/store.ts";
import { AppError } from "../../../shared/error.ts";
import type { Env } from "../env.ts";
import { ArticlePage } from "../pages/article.tsx";
import { LibraryPage, type SectorCount } from "../pages/library.tsx";
import { show } from "../show.tsx";

const AT_ONCE = 50;

export const libraryRoutes = (app: App) =>
  new Hono<Env>()
    .get("/library", async (c) => {
      const library = await getLibrary(app.table);
      const from = Math.max(0, Number.parseInt(c.req.query("from") ?? "0", 10) || 0);
      const next = from + AT_ONCE < library.length ? `/library?from=${from + AT_ONCE}` : undefined;
      const props = {
        articles: library.slice(from, from + AT_ONCE),
        total: library.length,
        caseStudies: caseStudiesBySector(library),
        next,
        first: from > 0 ? "/library" : undefined,
        local: c.get("chrome").local,
      };
      return show(c, "Library", <LibraryPage {...props} />);
    })
    .get("/library/:id", async (c) => {
      const article = (await getLibrary(app.table)).find(({ id }) => id === c.req.param("id"));
      if (!article) throw new AppError("not-found", "There is no such piece in the library.");
      return show(c, article.title, <ArticlePage article={article} />);
    });

/** Most first. */
function caseStudiesBySector(library: readonly Article[]): SectorCount[] {
  const studies = library.filter(({ kind }) => kind === "case-study");
  return [...Map.groupBy(studies, ({ sector }) => sector)]
    .map(([sector, ofSector]) => ({ sector, count: ofSector.length }))
    .toSorted((a, b) => b.count - a.count || (a.sector ?? "").localeCompare(b.sector ?? ""));
}
