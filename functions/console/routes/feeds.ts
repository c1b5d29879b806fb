import { Hono } from "hono";
import { stream } from "hono/streaming";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { mayEnter, repsSeen } from "../../../shared/member/access.ts";
import type { Env } from "../env.ts";
import { callsCsv, csvName, daysAsked, stretchOf, todayOf } from "../feeds.ts";

/** `/calls.csv?from=&to=`: the calls of whom the viewer sees; dates are those of the viewer's own zone. */
export const feedRoutes = (app: App) =>
  new Hono<Env>().get("/calls.csv", async (c) => {
    const viewer = c.get("viewer");
    if (!mayEnter(viewer, "calls")) throw new AppError("forbidden", "Calls are for reps and their managers.");
    const { zone, reps, now } = c.get("chrome").reader;
    const days = daysAsked(c.req.query("from"), c.req.query("to"), todayOf(zone, now));
    const pieces = callsCsv(app, repsSeen(viewer, reps), stretchOf(days, zone));
    // What cannot be read at all is said before the file begins.
    const first = await pieces.next();
    c.header("Content-Type", "text/csv; charset=utf-8");
    c.header("Content-Disposition", `attachment; filename="${csvName(days)}"`);
    return stream(c, async (out) => {
      if (!first.done) await out.write(first.value);
      for await (const piece of pieces) await out.write(piece);
    });
  });
