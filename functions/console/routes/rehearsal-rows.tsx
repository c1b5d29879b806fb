/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import type { Words } from "../../../shared/rehearsal/packed.ts";
import { idsOf, quarterOf, rowsOf } from "../../../shared/rehearsal/read.ts";
import type { Rehearsed } from "../../../shared/rehearsal/rehearsal.ts";
import { isDate, placeOf } from "../../../shared/time.ts";
import type { Reader } from "../chrome.ts";
import type { Env } from "../env.ts";
import { RehearsalDayPage } from "../pages/rehearsal-day.tsx";
import type { DayView } from "../pages/rehearsal-day.tsx";
import { RehearsalProspectPage } from "../pages/rehearsal-prospect.tsx";
import { many, reasonWords, sectorWords } from "../rehearsal-words.ts";
import { chosen, toldOf } from "../rehearsal-view.ts";
import type { Filter } from "../rehearsal-view.ts";
import { show } from "../show.tsx";
import { longDate } from "../when.ts";
import { mustRehearsed, namesOf } from "./rehearsal.tsx";

const PAGE = 50;
const NOBODY = "Somebody who was erased";

/** Emails and skips of a dry run one by one: those of a day, and those of a prospect. */
export const rehearsalRowsRoutes = (app: App) =>
  new Hono<Env>()
    .get("/calendar/:id/days/:date", async (c) => {
      const { id, date } = c.req.param();
      if (!isDate(date)) throw new AppError("not-found", `"${date}" is no date.`);
      const { rehearsed, words } = await mustRehearsed(app, id);
      const { what = "", zone = "", rep = "", from = "" } = c.req.query();
      const asked = { date, filter: { what, zone, rep }, from: /^\d{1,7}$/.test(from) ? Number(from) : 0 };
      const view = await dayView(app, { rehearsed, words, reader: c.get("chrome").reader }, asked);
      return show(c, longDate(date), <RehearsalDayPage view={view} />);
    })
    .get("/calendar/:id/prospects/:prospectId", async (c) => {
      const { id, prospectId } = c.req.param();
      const { rehearsed, words } = await mustRehearsed(app, id);
      const quarter = await quarterOf(app.table, rehearsed, prospectId);
      if (!quarter) throw new AppError("not-found", "They were not there yet when this dry run was made.");
      const name = (await namesOf(app, [prospectId])).get(prospectId) ?? NOBODY;
      const segments = new Set(quarter.segments.map((n) => words.segments[n]));
      const labels = rehearsed.totals.segments.filter((one) => segments.has(one.name)).map(({ label }) => label);
      const told = quarter.rows.map(({ date, ...row }) =>
        Object.assign(toldOf(words, Object.assign(row, { zone: quarter.zone })), { date }),
      );
      const about = [
        `${many(told.filter(({ reason }) => reason === undefined).length, "email")} in ${many(rehearsed.weeks, "week")}, if they do not react`,
        placeOf(words.zones[quarter.zone] ?? ""),
        sectorWords(words.sectors[quarter.sector] ?? ""),
        ...labels,
      ].join(" · ");
      return show(c, name, <RehearsalProspectPage view={{ rehearsed, prospectId, name, about, told }} />);
    });

type Known = { readonly rehearsed: Rehearsed; readonly words: Words; readonly reader: Reader };
type Asked = { readonly date: string; readonly filter: Filter; readonly from: number };

async function dayView(app: App, known: Known, { date, filter, from }: Asked): Promise<DayView> {
  const { rehearsed, words, reader } = known;
  const rows = chosen(await rowsOf(app.table, rehearsed, date), words, filter);
  const shown = rows.slice(from, from + PAGE);
  const ids = await idsOf(
    app.table,
    rehearsed,
    shown.map(({ person }) => person),
  );
  const names = await namesOf(app, [...ids.values()]);
  const reps = new Map(reader.reps.map(({ id, name }) => [id, name]));
  const pageFrom = (start: number): string =>
    `/calendar/${rehearsed.id}/days/${date}?${new URLSearchParams({ ...filter, from: String(start) }).toString()}`;
  return {
    rehearsed,
    date,
    filter,
    choices: choicesOf(known, reps),
    found: rows.length,
    told: shown.map((row) => {
      const prospectId = ids.get(row.person) ?? "";
      const rep = reps.get(words.reps[row.rep] ?? "") ?? "No rep yet";
      return Object.assign(toldOf(words, row), { prospectId, name: names.get(prospectId) ?? NOBODY, rep });
    }),
    next: from + PAGE < rows.length ? pageFrom(from + PAGE) : undefined,
    first: from > 0 ? pageFrom(0) : undefined,
  };
}

const all = (text: string) => ({ value: "", text });

function choicesOf({ words, rehearsed }: Known, reps: ReadonlyMap<string, string>): DayView["choices"] {
  const reasons = Object.keys(rehearsed.totals.skipped).map((value) => ({ value, text: reasonWords(value) }));
  return {
    what: [all("Emails and skips"), { value: "sent", text: "Emails" }, ...reasons],
    zone: [all("All time zones"), ...words.zones.map((value) => ({ value, text: placeOf(value) }))],
    rep: [all("All reps"), ...words.reps.map((id) => ({ value: id || "-", text: reps.get(id) ?? "No rep yet" }))],
  };
}
