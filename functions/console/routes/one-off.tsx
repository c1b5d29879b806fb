/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { displayName } from "../../../shared/prospect/prospect.ts";
import { toLocal } from "../../../shared/time.ts";
import { comingEmail } from "../../../shared/touch/coming.ts";
import { sendOneOff } from "../../../shared/touch/one-off-send.ts";
import { articleChoices } from "../coming-view.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { OneOffPage } from "../pages/one-off.tsx";
import { show } from "../show.tsx";
import { ownProspect } from "./coming.tsx";

export const oneOffRoutes = (app: App) =>
  new Hono<Env>()
    .get("/one-off/:id", (c) => showOneOff(c, app, c.req.param("id")))
    .post("/one-off/:id", async (c) => {
      const { id } = await ownProspect(c, app, c.req.param("id"));
      const { articleId } = await c.req.parseBody();
      if (typeof articleId !== "string" || !articleId) return showOneOff(c, app, id, { error: "Choose an article." });
      const answer = await sendOneOff(app, { prospectId: id, articleId, by: c.get("viewer").name });
      if (answer.outcome === "refused") return showOneOff(c, app, id, { articleId, error: answer.why });
      const code = answer.insteadOfSlot ? "article-ordered-instead" : "article-ordered";
      return c.redirect(saying(`/prospects/${encodeURIComponent(id)}`, code), 303);
    });

type Refusal = { readonly articleId?: string; readonly error?: string };

async function showOneOff(c: Context<Env>, app: App, id: string, { articleId, error }: Refusal = {}) {
  const prospect = await ownProspect(c, app, id);
  const now = app.now();
  const { date } = toLocal(prospect.timeZone, now);
  const search = c.req.query("q") ?? "";
  const choices = {
    ...(await articleChoices(app, prospect, date, search)),
    action: `/one-off/${encodeURIComponent(id)}`,
    button: "Send it now",
    hidden: {},
    search,
    chosen: articleId,
    error,
  };
  const coming = await comingEmail(app, prospect);
  const slotAt = coming?.slot.date === date && "send" in coming.next ? coming.slot.at : undefined;
  const page = <OneOffPage prospect={prospect} now={now} slotAt={slotAt} choices={choices} />;
  return show(c, `Send an article to ${displayName(prospect)}`, page, error === undefined ? 200 : 422);
}
