/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { mayEnter } from "../../../shared/member/access.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import { LIVE_POLICY, STILL_POLICY, isMeasured, stillHtml } from "../email-preview.ts";
import type { Env } from "../env.ts";
import type { LocalWorld, OutboxLine } from "../local-world.ts";
import { EMAIL_VIEWS, EmailPage } from "../pages/email.tsx";
import { OutboxPage } from "../pages/outbox.tsx";
import { seenProspect } from "../seen.ts";
import { show } from "../show.tsx";
import { OWNER } from "../sign-in/owner.ts";

const AT_ONCE = 50;

const prospectIdOf = (line: OutboxLine): string => line.tags["prospect"] ?? "";

/**
 * A link to sign in with is its member's alone: who could read it here would ask for one in another's name and be them. The owner of the machine has
 * its data anyway.
 */
const mayRead = (c: Context<Env>, { tags }: OutboxLine): boolean =>
  tags["member"] === undefined || c.get("viewer") === OWNER;

export const outboxRoutes = (app: App, { emails }: LocalWorld) => {
  const readEmail = async (c: Context<Env>, id: string) => {
    const email = /^\d{1,15}$/.test(id) ? emails.read(Number(id)) : undefined;
    if (!email || !mayRead(c, email)) throw new AppError("not-found", "There is no such email in the outbox.");
    if (!mayEnter(c.get("viewer"), "outbox")) await seenProspect(c, app, prospectIdOf(email));
    return email;
  };
  return new Hono<Env>()
    .get("/outbox", async (c) => {
      const before = Number(c.req.query("before")) || undefined;
      const lines = emails.list({ limit: AT_ONCE, before });
      const prospects = await getProspects(app.table, [...new Set(lines.map(prospectIdOf))]);
      const props = {
        lines: lines
          .filter((line) => mayRead(c, line))
          .map((line) => ({
            line,
            zone: prospects.get(prospectIdOf(line))?.timeZone ?? c.get("chrome").reader.zone,
          })),
        next: lines.length === AT_ONCE ? `/outbox?before=${lines.at(-1)?.id}` : undefined,
        first: before ? "/outbox" : undefined,
        canMove: c.get("chrome").moves.length > 0,
      };
      return show(c, "Outbox", <OutboxPage {...props} />);
    })
    .get("/outbox/:id", async (c) => {
      const email = await readEmail(c, c.req.param("id"));
      const prospect = (await getProspects(app.table, [prospectIdOf(email)])).get(prospectIdOf(email));
      const view = EMAIL_VIEWS.find((name) => name === c.req.query("view")) ?? "html";
      const zone = prospect?.timeZone ?? c.get("chrome").reader.zone;
      const measured = isMeasured(email.html, app.config.publicUrl);
      return show(c, email.subject, <EmailPage {...{ email, zone, view, measured, prospectId: prospect?.id }} />);
    })
    .get("/outbox/:id/attachments/:place", async (c) => {
      const { attachments } = await readEmail(c, c.req.param("id"));
      const attachment = attachments?.[Number(c.req.param("place"))];
      if (!attachment) throw new AppError("not-found", "There is no such attachment.");
      c.header("Content-Type", attachment.contentType);
      c.header("Content-Disposition", `attachment; filename="${attachment.fileName}"`);
      return c.body(attachment.content);
    })
    .get("/outbox/:id/html", async (c) => {
      const email = await readEmail(c, c.req.param("id"));
      const live = c.req.query("live") === "1";
      c.header("Content-Security-Policy", live ? LIVE_POLICY : STILL_POLICY);
      return c.html(live ? email.html : stillHtml(email.html, app.config.publicUrl));
    });
};
