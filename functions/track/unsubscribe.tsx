/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { App } from "../../shared/app.ts";
import { signLink } from "../../shared/link.ts";
import type { Link } from "../../shared/link.ts";
import { getProspect } from "../../shared/prospect/store.ts";
import { suppress } from "../../shared/suppression/suppress.ts";
import { linkOf } from "./link-of.ts";
import { NoSuchLink } from "./pages/short.tsx";
import { show } from "./pages/show.ts";
import { AskToUnsubscribe, Unsubscribed } from "./pages/unsubscribe-page.tsx";
import { longDate } from "./words.ts";

/** Asks; changes nothing, because scanners follow every link of an email. */
export const askToUnsubscribe = (app: App) => async (c: Context) => {
  const link = linkOf(app, c, "unsubscribe");
  if (!link) return show(c, <NoSuchLink company={app.config.company} />, 404);
  const prospect = await getProspect(app.table, link.prospectId);
  const preferences = prospect && preferencesPath(app, link);
  const { company } = app.config;
  if (prospect?.standing.state === "ended" && prospect.standing.reason === "opted out")
    return show(c, <Unsubscribed company={company} preferences={preferences} />);
  return show(c, <AskToUnsubscribe company={company} prospect={prospect} preferences={preferences} />);
};

/**
 * Acts, for the button of the page and for the one click of a mail client (RFC 8058) alike. The token is the only authority and the body says nothing
 * more, so none is asked for: who wants to leave never fails on a form.
 */
export const unsubscribe = (app: App) => async (c: Context) => {
  const link = linkOf(app, c, "unsubscribe");
  if (!link) return show(c, <NoSuchLink company={app.config.company} />, 404);
  const from = link.slot ? `the email of ${longDate(link.slot)}` : "an email";
  const text = `Opted out by the link in ${from}`;
  const note = { text, ...(link.slot && { optedOutOf: link.slot }) };
  const result = await suppress(app, link.prospectId, "opted out", note);
  const preferences = result === "unknown-prospect" ? undefined : preferencesPath(app, link);
  return show(c, <Unsubscribed company={app.config.company} preferences={preferences} />);
};

/** Relative, so that it holds behind any host name and prefix. */
const preferencesPath = (app: App, { prospectId, slot }: Link): string =>
  `../p/${signLink(app.config.linkKeys, { kind: "preferences", prospectId, slot })}`;
