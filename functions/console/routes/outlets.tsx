/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { addWebhook, removeWebhook } from "../../../shared/notice/endpoints.ts";
import { getOutlets } from "../../../shared/notice/outlets-store.ts";
import { saveOutlets } from "../../../shared/notice/save-outlets.ts";
import { testOutlet } from "../../../shared/notice/test-outlet.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import {
  type FormState,
  freshEndpointForm,
  freshHotForm,
  readEndpointForm,
  readHotForm,
  refusedEndpoint,
} from "../outlets-form.ts";
import { AddedPage } from "../pages/outlet-added.tsx";
import { OutletsPage } from "../pages/outlets.tsx";
import { show } from "../show.tsx";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Where notices of call tasks go. */
export const outletRoutes = (app: App) => {
  const showPage = async (c: Context<Env>, forms: { hot?: FormState; adding?: FormState } = {}) => {
    const outlets = await getOutlets(app.table);
    const { hot = freshHotForm(outlets), adding = freshEndpointForm } = forms;
    const { reader } = c.get("chrome");
    const status = forms.hot || forms.adding ? 422 : 200;
    return show(c, "Outlets", <OutletsPage {...{ outlets, hot, adding, reader }} />, status);
  };
  return new Hono<Env>()
    .get("/outlets", (c) => showPage(c))
    .post("/outlets", async (c) => {
      const read = readHotForm(await c.req.parseBody(), app.config.publicUrl);
      if ("state" in read) return showPage(c, { hot: read.state });
      await saveOutlets(app, read.settings);
      return c.redirect(saying("/outlets", "outlets-saved"), 303);
    })
    .post("/outlets/add", async (c) => {
      const read = readEndpointForm(await c.req.parseBody(), app.config.publicUrl);
      if ("state" in read) return showPage(c, { adding: read.state });
      try {
        // Shown in the answer itself: an address that shows a secret would show it again. Sent twice, the form is refused.
        return show(c, "Added", <AddedPage {...await addWebhook(app, read.endpoint)} />, 201);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== "invalid") throw error;
        return showPage(c, { adding: refusedEndpoint(read.values, error.message) });
      }
    })
    .post("/outlets/remove", async (c) => {
      await removeWebhook(app, text((await c.req.parseBody())["id"]));
      return c.redirect(saying("/outlets", "outlet-removed"), 303);
    })
    .post("/outlets/test", async (c) => {
      const { well } = await testOutlet(app, text((await c.req.parseBody())["which"]));
      return c.redirect(saying("/outlets", well ? "outlet-well" : "outlet-ill"), 303);
    });
};
