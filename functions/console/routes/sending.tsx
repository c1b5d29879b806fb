/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { resumeSending } from "../../../shared/sending/resume.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { SendingPage, StopPage } from "../pages/sending.tsx";
import { show } from "../show.tsx";

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const MOST_REASON = 300;

/** A line, because it stands in one on every page. */
const lineOf = (reason: string): string => reason.replaceAll(/\s+/g, " ");

const wrongWith = (reason: string): string | undefined => {
  if (reason === "") return "Say why, so that the others know whether it may go on.";
  return reason.length > MOST_REASON ? `At most ${MOST_REASON} characters.` : undefined;
};

/** Stops all emails and lets them go on. */
export const sendingRoutes = (app: App) =>
  new Hono<Env>()
    .get("/sending", (c) => {
      const { pause, reader } = c.get("chrome");
      return show(c, "Sending", <SendingPage pause={pause} zone={reader.zone} />);
    })
    .get("/sending/stop", (c) => show(c, "Stop everything now?", <StopPage />))
    .post("/sending/stop", async (c) => {
      const reason = lineOf(text((await c.req.parseBody())["reason"]));
      const error = wrongWith(reason);
      if (error !== undefined) return show(c, "Stop everything now?", <StopPage reason={reason} error={error} />, 422);
      const outcome = await pauseSending(app, { cause: "by hand", says: reason, by: c.get("viewer").name });
      return c.redirect(saying("/sending", outcome === "paused" ? "sending-stopped" : "sending-stopped-before"), 303);
    })
    .post("/sending/resume", async (c) => {
      const outcome = await resumeSending(app);
      return c.redirect(saying("/sending", outcome === "resumed" ? "sending-resumed" : "sending-ran-already"), 303);
    });
