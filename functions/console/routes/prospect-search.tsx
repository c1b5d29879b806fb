/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { displayName } from "../../../shared/prospect/prospect.ts";
import { findByAddress } from "../../../shared/prospect/store.ts";
import { repIdsOf } from "../coming-view.ts";
import type { Env } from "../env.ts";
import { findProspects } from "../find-prospects.ts";
import type { FoundLine, FoundProspects } from "../find-prospects.ts";
import { FoundPage } from "../pages/found.tsx";
import { prospectIfSeen } from "../seen.ts";
import { show } from "../show.tsx";

/** Longer than any name or address. */
const LONGEST = 300;

/** Looking for a prospect. What is typed comes in the form's body, as names and addresses have no place in the addresses of pages. */
export const prospectSearchRoutes = (app: App) =>
  new Hono<Env>()
    // Whoever comes back to the answer finds them all.
    .get("/prospects/find", (c) => c.redirect("/prospects", 303))
    .post("/prospects/find", async (c) => {
      const form = await c.req.parseBody();
      const text = (name: string): string => {
        const value = form[name];
        return typeof value === "string" ? value.trim() : "";
      };
      const search = text("q").slice(0, LONGEST);
      const { reader } = c.get("chrome");
      const byAddress = search.includes("@");
      const { lines: found, next } = byAddress
        ? await findAddress(c, app, search)
        : await findProspects(app.table, repIdsOf(reader), { search, from: text("from") || undefined });
      const names = new Map(reader.reps.map((rep) => [rep.id, rep.name]));
      const repName = ({ repId }: FoundLine) => (repId && names.get(repId)) ?? "None yet";
      const lines = reader.rep ? found : found.map((line) => Object.assign({ repName: repName(line) }, line));
      return show(c, "Prospects", <FoundPage {...{ lines, reader, next, search, byAddress }} />);
    });

/** An address is nobody's or one prospect's, whoever's work is looked at just now. */
async function findAddress(c: Context<Env>, app: App, address: string): Promise<FoundProspects> {
  const id = await findByAddress(app.table, address);
  const prospect = id === undefined ? undefined : await prospectIfSeen(c, app, id);
  if (!prospect) return { lines: [], next: undefined };
  const { company, sector, timeZone, repId, standing } = prospect;
  const about = { timeZone, repId, state: standing.state, ...(company && { company }), ...(sector && { sector }) };
  return { lines: [{ id: prospect.id, name: displayName(prospect), ...about }], next: undefined };
}
