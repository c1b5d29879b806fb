/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { afterCall } from "../after-call.ts";
import type { Env } from "../env.ts";
import { WorklistPage, type Sentence } from "../pages/worklist.tsx";
import { show } from "../show.tsx";
import { asideOf } from "../worklist-aside.ts";
import { worklistOf } from "../worklist-view.ts";

export const worklistRoutes = (app: App) =>
  new Hono<Env>().get("/", async (c) => {
    const chrome = c.get("chrome");
    const next = chrome.flash && (await afterCall(app, c, c.req.query("about")));
    if (chrome.flash && next)
      c.set("chrome", { ...chrome, flash: { ...chrome.flash, text: `${chrome.flash.text} ${next}` } });
    return showWorklist(c, app);
  });

/** The worklist, and what there is to tell before it. */
export async function showWorklist(c: Context<Env>, app: App, notice?: Sentence, status: 200 | 409 = 200) {
  const { reader } = c.get("chrome");
  const [list, aside] = await Promise.all([worklistOf(app, reader), asideOf(app, c.get("viewer"), reader)]);
  return show(c, "Worklist", <WorklistPage {...list} aside={aside} reader={reader} notice={notice} />, status);
}
