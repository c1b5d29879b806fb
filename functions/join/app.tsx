/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { Hono } from "hono";
import type { App } from "../../shared/app.ts";
import { assignCadence } from "../../shared/segment/assign-one.ts";
import { askToSignUp } from "../../shared/sign-up/ask.ts";
import { confirmSignUp, lookAtSignUp } from "../../shared/sign-up/confirm.ts";
import { getSignUpForm } from "../../shared/sign-up/store.ts";
import { linksBase } from "../track/base.ts";
import { NoSuchLink, Short } from "../track/pages/short.tsx";
import { show } from "../track/pages/show.ts";
import { toStandardError } from "../track/report.ts";
import type { Report } from "../track/report.ts";
import { AskPage, Closed, ConfirmPage, LookInMailbox, Welcome } from "./pages.tsx";
import { readJoinForm } from "./read-form.ts";

/**
 * Forms by which people ask for our emails, and the link by which they confirm. There are no cookies, so no other site can do anything in somebody's name:
 * a form only has an email mailed, and the secret in it is all the authority there is.
 */
export function joinApp(app: App, report: Report = toStandardError): Hono {
  const http = linksBase(app, report);
  http.get("/join/confirm/:secret", (c) => showConfirm(app, c));
  http.post("/join/confirm/:secret", (c) => confirm(app, c, report));
  http.get("/join/:form", (c) => showForm(app, c));
  http.post("/join/:form", (c) => takeForm(app, c, report));
  return http;
}

const formOf = (app: App, c: Context) => getSignUpForm(app.table, c.req.param("form") ?? "");

async function showForm(app: App, c: Context) {
  const { company } = app.config;
  const form = await formOf(app, c);
  if (!form) return show(c, <NoSuchLink company={company} />, 404);
  if (!form.open) return show(c, <Closed company={company} />, 410);
  return show(c, <AskPage company={company} form={form} />);
}

async function takeForm(app: App, c: Context, report: Report) {
  const { company, publicUrl } = app.config;
  const form = await formOf(app, c);
  if (!form) return show(c, <NoSuchLink company={company} />, 404);
  if (!form.open) return show(c, <Closed company={company} />, 410);
  const read = await readJoinForm(c);
  if ("wrong" in read) return show(c, <AskPage company={company} form={form} {...read} />, 422);
  // Who fills in what nobody sees is a program; it is told the same.
  if (!read.trapped) await askToSignUp(app, form, read.filled, publicUrl).catch(report);
  return show(c, <LookInMailbox company={company} />);
}

async function showConfirm(app: App, c: Context) {
  const { company } = app.config;
  const found = await lookAtSignUp(app, c.req.param("secret") ?? "");
  if (found === "gone") return gone(app, c);
  return show(c, <ConfirmPage company={company} signUp={found.signUp} />);
}

async function confirm(app: App, c: Context, report: Report) {
  const done = await confirmSignUp(app, c.req.param("secret") ?? "");
  if (done === "gone") return gone(app, c);
  // Else the next look at everybody does it.
  await assignCadence(app, done.prospectId).catch(report);
  return show(c, <Welcome company={app.config.company} />);
}

const gone = (app: App, c: Context) =>
  show(
    c,
    <Short company={app.config.company} title="This link is used or too old">
      <p>If you confirmed already, all is well. Else fill in the form once more, and a new link comes.</p>
    </Short>,
    404,
  );
