/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { App } from "../../../shared/app.ts";
import { signOutEverywhere } from "../../../shared/member/sign-out.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { AccountPage } from "../pages/account.tsx";
import { show } from "../show.tsx";
import { dropSession } from "../sign-in/cookies.ts";
import { OWNER } from "../sign-in/owner.ts";

/** More of what is the member's own, below who they are; made anew for every look. */
export type AccountSection = (c: Context<Env>, app: App) => Promise<Child>;

/** One's own sessions, and what `sections` add. */
export const accountRoutes = (app: App, sections: readonly AccountSection[] = []) =>
  new Hono<Env>()
    .get("/account", async (c) => {
      const viewer = c.get("viewer");
      const rep = c.get("chrome").reader.reps.find(({ id }) => id === viewer.repId);
      const more = await Promise.all(sections.map((section) => section(c, app)));
      return show(
        c,
        "Account",
        <AccountPage viewer={viewer} rep={rep}>
          {more}
        </AccountPage>,
      );
    })
    .post("/account/sign-out-everywhere", async (c) => {
      const viewer = c.get("viewer");
      if (viewer !== OWNER) await signOutEverywhere(app, viewer.memberId);
      dropSession(c);
      return c.redirect(saying("/sign-in", "signed-out-everywhere"), 303);
    });
