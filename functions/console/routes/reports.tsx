/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { mayEnter } from "../../../shared/member/access.ts";
import { orderReport } from "../../../shared/report/order.ts";
import type { Dimension } from "../../../shared/report/report.ts";
import { getReport, getReportHead } from "../../../shared/report/store.ts";
import type { Env } from "../env.ts";
import { ownPath, saying } from "../flash.ts";
import { DeliverabilityPage } from "../pages/deliverability.tsx";
import { ReportPage } from "../pages/report.tsx";
import { ReportsPage } from "../pages/reports.tsx";
import { TouchClaims } from "../parts/report-claims.tsx";
import { reportCsv } from "../report-csv.ts";
import { REPORTS, isReportName } from "../report-names.ts";
import type { ReportName } from "../report-names.ts";
import { askedOf, linesOf } from "../report-view.ts";
import type { Asked, Column, Line } from "../report-view.ts";
import { show } from "../show.tsx";

const asked = (c: Context<Env>, sort?: Column): Asked => askedOf((name) => c.req.query(name), sort);

const read = async (app: App, of: Dimension, wanted: Asked): Promise<Line[]> =>
  linesOf(of, await getReport(app.table, of), wanted);

/** Dates and cohorts are read in their own order. */
const sortOf = (name: ReportName): Column => (name === "slots" || name === "touches" ? "name" : "sent");

async function overview(c: Context<Env>, app: App) {
  const wanted = asked(c, "name");
  const [head, [all], slots] = await Promise.all([
    getReportHead(app.table),
    read(app, "all", wanted),
    read(app, "slot", wanted),
  ]);
  const viewer = c.get("viewer");
  const beside = [
    ...(mayEnter(viewer, "team")
      ? [{ path: "/team", text: "Team", says: "What each rep's calls came to, and what is said of calling beside it." }]
      : []),
    ...(mayEnter(viewer, "desk")
      ? [{ path: "/experiments", text: "Experiments", says: "Two subjects or two articles held against each other." }]
      : []),
  ];
  const { reader } = c.get("chrome");
  const page = { reader, head, asked: wanted, total: all?.counts, slots, beside };
  return show(c, "Reports", <ReportsPage {...page} />);
}

async function oneReport(c: Context<Env>, app: App, name: ReportName) {
  const { of, title } = REPORTS[name];
  const wanted = asked(c, sortOf(name));
  const [head, lines] = await Promise.all([getReportHead(app.table), read(app, of, wanted)]);
  const page = { reader: c.get("chrome").reader, head, asked: wanted, name, lines };
  return show(
    c,
    title,
    <ReportPage {...page}>
      {name === "touches" && <TouchClaims lines={lines} team={mayEnter(c.get("viewer"), "team")} />}
    </ReportPage>,
  );
}

async function deliverability(c: Context<Env>, app: App) {
  const wanted = asked(c, "bouncedForGood");
  const [head, weeks, domains] = await Promise.all([
    getReportHead(app.table),
    read(app, "week", { ...wanted, sort: "name" }),
    read(app, "domain", wanted),
  ]);
  const page = { reader: c.get("chrome").reader, head, asked: wanted, weeks, domains };
  return show(c, "Deliverability", <DeliverabilityPage {...page} />);
}

const FILES: { readonly [name: string]: { readonly of: Dimension; readonly one: string; readonly sort: Column } } = {
  ...Object.fromEntries(
    Object.entries(REPORTS).map(([name, { of, one }]) => [
      name,
      { of, one, sort: isReportName(name) ? sortOf(name) : "sent" },
    ]),
  ),
  domains: { of: "domain", one: "Domain", sort: "bouncedForGood" },
  weeks: { of: "week", one: "Week", sort: "name" },
};

async function file(c: Context<Env>, app: App, name: string) {
  const found = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (!found) throw noSuch();
  const wanted = asked(c, found.sort);
  const [{ asOf = 0, day = "" }, lines] = await Promise.all([getReportHead(app.table), read(app, found.of, wanted)]);
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header(
    "Content-Disposition",
    `attachment; filename="${["midweek", name, wanted.range, day].filter(Boolean).join("-")}.csv"`,
  );
  return c.body(reportCsv(found.one, lines, { range: wanted.range, asOf }));
}

const noSuch = (): AppError => new AppError("not-found", "There is no such report.");

/** What became of emails: pages and files of what was last worked out, and having it worked out again. */
export const reportRoutes = (app: App) =>
  new Hono<Env>()
    .get("/reports", (c) => overview(c, app))
    .post("/reports", async (c) => {
      const { back } = await c.req.parseBody();
      const outcome = await orderReport(app);
      const path = typeof back === "string" && back.startsWith("/reports") ? ownPath(back) : "/reports";
      return c.redirect(saying(path, outcome === "ordered" ? "report-ordered" : "report-under-way"), 303);
    })
    .get("/reports/deliverability", (c) => deliverability(c, app))
    .get("/reports/:name", (c) => {
      const name = c.req.param("name");
      if (name.endsWith(".csv")) return file(c, app, name.slice(0, -4));
      if (!isReportName(name)) throw noSuch();
      return oneReport(c, app, name);
    });
