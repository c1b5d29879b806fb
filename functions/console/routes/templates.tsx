/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { getCadences } from "../../../shared/cadence/store.ts";
import { AppError } from "../../../shared/error.ts";
import { putStepTaken } from "../../../shared/first-steps/store.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { sendTest } from "../../../shared/template/send-test.ts";
import { isTemplate, templateNames, templateOf, type TemplateFacts } from "../../../shared/template/templates.ts";
import { usesOf } from "../../../shared/template/uses.ts";
import { repIdsOf } from "../coming-view.ts";
import { inSetting, STILL_POLICY, stillHtml } from "../email-preview.ts";
import type { Env } from "../env.ts";
import { findProspects } from "../find-prospects.ts";
import { saying } from "../flash.ts";
import { TemplatePage, type Searched } from "../pages/template.tsx";
import { TemplatesPage } from "../pages/templates.tsx";
import { seenProspect } from "../seen.ts";
import { show } from "../show.tsx";
import { findingsOf } from "../template-findings.ts";
import { brokenText, lookAt, templatePath, viewOf, type TemplateQuery } from "../template-view.ts";

export const templateRoutes = (app: App) =>
  new Hono<Env>()
    .get("/templates", async (c) => {
      const cadences = await getCadences(app.table);
      const templates = await Promise.all(
        templateNames().map(async (name) => ({
          template: templateOf(name),
          uses: usesOf(name, cadences),
          findings: await findingsOf(app, name),
        })),
      );
      return show(c, "Templates", <TemplatesPage templates={templates} />);
    })
    .get("/templates/:name", (c) => showTemplate(c, app, queryOf(c)))
    .get("/templates/:name/html", async (c) => {
      const query = queryOf(c);
      const { preview, template } = await looked(c, app, query);
      if ("broken" in preview) throw new AppError("conflict", brokenText(template.name, preview.broken));
      c.header("Content-Security-Policy", STILL_POLICY);
      const setting = { dark: query.view === "dark", images: query.view !== "images-off" };
      return c.html(inSetting(stillHtml(preview.html, app.config.publicUrl), setting));
    })
    // Whoever comes back to a page that answered a form finds the template.
    .get("/templates/:name/:form{prospects|test}", (c) => c.redirect(templatePath(templateIn(c).name), 303))
    .post("/templates/:name/prospects", async (c) => {
      const form = await formOf(c);
      const search = form("q").slice(0, 200);
      const repIds = repIdsOf(c.get("chrome").reader);
      const found = await findProspects(app.table, repIds, { search, from: form("from") || undefined });
      return showTemplate(c, app, askedIn(form), { searched: { search, ...found } });
    })
    .post("/templates/:name/test", async (c) => {
      const query = askedIn(await formOf(c));
      const { template, prospect, article, rep, preview } = await looked(c, app, query);
      if ("broken" in preview)
        return showTemplate(c, app, query, { problem: brokenText(template.name, preview.broken) });
      const { memberId, name, email } = c.get("viewer");
      const order = { template: template.name, prospect, article, rep, to: { memberId, name, email } };
      const answer = await sendTest(app, order);
      if (answer.outcome === "not-sent") return showTemplate(c, app, query, { problem: answer.why });
      await app.table.write(putStepTaken("testAt", app.now()));
      return c.redirect(saying(templatePath(template.name, query), "test-sent"), 303);
    });

type Form = (name: string) => string;

async function formOf(c: Context<Env>): Promise<Form> {
  const form = await c.req.parseBody();
  return (name) => {
    const value = form[name];
    return typeof value === "string" ? value.trim() : "";
  };
}

const queryOf = (c: Context<Env>): TemplateQuery => askedIn((name) => c.req.query(name) ?? "");

const askedIn = (asked: Form): TemplateQuery => ({
  prospect: asked("prospect") || undefined,
  article: asked("article") || undefined,
  view: viewOf(asked("view")),
});

function templateIn(c: Context<Env>): TemplateFacts {
  const name = c.req.param("name");
  if (!isTemplate(name)) throw new AppError("not-found", "There is no such template.");
  return templateOf(name);
}

async function looked(c: Context<Env>, app: App, query: TemplateQuery) {
  const template = templateIn(c);
  const prospect: Prospect | undefined = query.prospect ? await seenProspect(c, app, query.prospect) : undefined;
  const { reps } = c.get("chrome").reader;
  return { template, prospect, ...(await lookAt(app, template, { prospect, articleId: query.article, reps })) };
}

/** What is on the page only after a form was sent. */
type Sent = { readonly searched?: Searched; readonly problem?: string };

async function showTemplate(c: Context<Env>, app: App, query: TemplateQuery, { searched, problem }: Sent = {}) {
  const { template, ...look } = await looked(c, app, query);
  const uses = usesOf(template.name, await getCadences(app.table));
  const findings = await findingsOf(app, template.name);
  const { email } = c.get("viewer");
  const page = (
    <TemplatePage {...{ template, ...look, uses, findings, query, searched, problem, viewerEmail: email }} />
  );
  return show(c, template.name, page, problem === undefined ? 200 : 409);
}
