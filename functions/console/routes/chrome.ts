import { Hono } from "hono";
import { AppError } from "../../../shared/error.ts";
import type { Env } from "../env.ts";
import { ownPath, saying } from "../flash.ts";
import type { LocalWorld } from "../local-world.ts";
import { keepRep } from "../reader.ts";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Whose work to show. */
export const repRoutes = () =>
  new Hono<Env>().post("/rep", async (c) => {
    const form = await c.req.parseBody();
    const repId = text(form["rep"]);
    const { seen } = c.get("chrome").reader;
    if (repId && !seen.some(({ id }) => id === repId)) throw new AppError("not-found", "There is no such rep.");
    keepRep(c, repId);
    return c.redirect(ownPath(text(form["back"])), 303);
  });

/** Moves the clock of the one-machine world on; to where is looked up, never taken from the form. */
export const timeRoutes = ({ time }: LocalWorld) =>
  new Hono<Env>().post("/time", async (c) => {
    const form = await c.req.parseBody();
    const move = (await time.moves()).find(({ id }) => id === text(form["move"]));
    if (!move) throw new AppError("invalid", "The clock cannot be moved there any more. Choose again.");
    if (move.to > time.now()) await time.move(move.to);
    return c.redirect(saying(ownPath(text(form["back"])), "time-moved"), 303);
  });
