/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { startCadence } from "../../../shared/cadence/start.ts";
import { getCompany, saveCompany } from "../../../shared/company.ts";
import { areTemplatesFlawed } from "../cadence-templates.ts";
import { freshCompanyForm, readCompanyForm } from "../company-form.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import type { LocalWorld } from "../local-world.ts";
import { SettingsPage } from "../pages/settings.tsx";
import { show } from "../show.tsx";

export const settingsRoutes = (app: App, local: LocalWorld | undefined) =>
  new Hono<Env>()
    .get("/settings", async (c) => {
      const form = freshCompanyForm(await getCompany(app.table));
      return show(c, "Settings", <SettingsPage form={form} {...c.get("chrome")} />);
    })
    .post("/settings", async (c) => {
      const read = readCompanyForm(await c.req.parseBody());
      if ("state" in read) return show(c, "Settings", <SettingsPage form={read.state} {...c.get("chrome")} />, 422);
      await saveCompany(app, read.company);
      // Only a company that is filled in sends, so this is when its cadence begins; the first email waits for the last of the first steps.
      await startCadence(app, { paused: true });
      await local?.settingsChanged();
      // The app itself may hear of the change a minute later.
      const flawed = await areTemplatesFlawed({ table: app.table, config: { ...app.config, company: read.company } });
      return c.redirect(saying("/settings", flawed ? "company-saved-flawed" : "company-saved"), 303);
    });
