/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Context } from "hono";
import * as z from "zod";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { requestSignIn } from "../../../shared/member/request-sign-in.ts";
import { newSession } from "../../../shared/member/session.ts";
import { lookAtSignIn, useSignIn } from "../../../shared/member/use-sign-in.ts";
import type { Env } from "../env.ts";
import { ownPath, saying } from "../flash.ts";
import type { ConsoleOptions } from "../options.ts";
import { LinkPage, SignInPage } from "../pages/sign-in.tsx";
import type { SignInPageProps } from "../pages/sign-in.tsx";
import { show } from "../show.tsx";
import { browserIn, dropSession, keepBrowser, keepOwnerOut, keepSession, letOwnerIn } from "../sign-in/cookies.ts";
import { isOwnMachine } from "../sign-in/owner.ts";
import { consoleUrl, isHttps } from "../sign-in/place.ts";

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const Address = z.email().max(320);

/** A link in an email, which leads to a button: what looks through emails follows links, and would use this one up. */
const LINK = "/sign-in/link/:token";

export function signInRoutes(app: App, options: ConsoleOptions) {
  const showForm = (c: Context<Env>, form: Pick<SignInPageProps, "to" | "email" | "error">) =>
    show(
      c,
      "Sign in",
      <SignInPage {...form} owner={isOwnMachine(c, options)} elsewhere={options.oidc !== undefined} />,
      form.error === undefined ? 200 : 422,
    );
  const showLink = async (c: Context<Env>, token: string) => {
    const state = await lookAtSignIn(app, { token, browser: browserIn(c) });
    return show(c, "Sign in", <LinkPage outcome={state.outcome} />, state.outcome === "good" ? 200 : 410);
  };
  return new Hono<Env>()
    .get("/sign-in", (c) => showForm(c, { to: ownPath(c.req.query("to")), email: "" }))
    .post("/sign-in", async (c) => {
      const form = await c.req.parseBody();
      const to = ownPath(text(form["to"]));
      const email = text(form["email"]);
      if (!Address.safeParse(email).success) return showForm(c, { to, email, error: "Give an email address." });
      const browser = keepBrowser(c, isHttps(c, app, options));
      const url = consoleUrl(c, app, options);
      await mail(options, () => requestSignIn(app, { email, browser, to, url }));
      return c.redirect(saying("/sign-in", "link-asked"), 303);
    })
    .get(LINK, (c) => showLink(c, c.req.param("token")))
    .post(LINK, async (c) => {
      const token = c.req.param("token");
      const used = await useSignIn(app, { token, browser: browserIn(c) });
      if (used.outcome !== "good") return showLink(c, token);
      keepSession(c, await newSession(used.memberId, sealing(app)), isHttps(c, app, options));
      return c.redirect(ownPath(used.to), 303);
    })
    .post("/sign-in/owner", (c) => {
      if (!isOwnMachine(c, options))
        throw new AppError("forbidden", "Only who opens Midweek on its own machine, as localhost, is its owner.");
      dropSession(c);
      letOwnerIn(c);
      return c.redirect("/", 303);
    })
    .post("/sign-out", (c) => {
      dropSession(c);
      if (isOwnMachine(c, options)) keepOwnerOut(c);
      return c.redirect(saying("/sign-in", "signed-out"), 303);
    });
}

const sealing = (app: App) => ({ keys: app.config.linkKeys, now: app.now() });

/** Whatever comes of it, the answer is the same. */
function mail({ deliver = (work) => work() }: ConsoleOptions, work: () => Promise<void>): Promise<void> {
  return deliver(async () => {
    try {
      await work();
    } catch (error) {
      // oxlint-disable-next-line no-console -- whoever asked must not learn of it
      console.error(error);
    }
  });
}
