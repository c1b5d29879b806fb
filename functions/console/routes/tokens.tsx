/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { mayEnter } from "../../../shared/member/access.ts";
import { TokenKind, tokensOf } from "../../../shared/member/tokens-store.ts";
import { newToken, revokeToken } from "../../../shared/member/tokens.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { NewTokenPage, Tokens } from "../parts/tokens.tsx";
import type { TokenFormState } from "../parts/tokens.tsx";
import { show } from "../show.tsx";
import { OWNER } from "../sign-in/owner.ts";

/** For the account page. The owner of a machine is no member, so nothing can come in their place. */
export async function tokensSection(c: Context<Env>, app: App, refused?: TokenFormState) {
  const viewer = c.get("viewer");
  if (viewer === OWNER) return null;
  const tokens = await tokensOf(app.table, viewer.memberId);
  return <Tokens viewer={viewer} tokens={tokens} zone={c.get("chrome").reader.zone} refused={refused} />;
}

export const tokenRoutes = (app: App) =>
  new Hono<Env>()
    .post("/account/tokens", async (c) => {
      const viewer = c.get("viewer");
      const form = await c.req.parseBody();
      const kind = TokenKind.safeParse(form["kind"]).data;
      if (!kind) throw new AppError("invalid", "kind: choose what the token is for");
      if (viewer === OWNER) throw new AppError("forbidden", "Sign in as a member first; a token speaks for one.");
      if (kind === "feed" && (viewer.repId === undefined || !mayEnter(viewer, "calls")))
        throw new AppError("forbidden", "Only reps have calls to show in a calendar.");
      const given = form[`name-${kind}`];
      const name = typeof given === "string" ? given.trim() : "";
      try {
        const { token } = await newToken(app, { memberId: viewer.memberId, kind, name });
        const value = kind === "feed" ? `${app.config.publicUrl}/feeds/${token}.ics` : token;
        // Not a redirect: what is shown once must not be in an address, where histories and logs keep it.
        return show(c, "Copy it now", <NewTokenPage kind={kind} name={name} value={value} />, 201);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== "invalid") throw error;
        const said = error.message.replace(/^name: /, "");
        const refused = { kind, name, error: `${said.charAt(0).toUpperCase()}${said.slice(1)}.` };
        return show(c, "Account", await tokensSection(c, app, refused), 422);
      }
    })
    .post("/account/tokens/:id/revoke", async (c) => {
      if (!(await revokeToken(app, c.get("viewer").memberId, c.req.param("id"))))
        throw new AppError("not-found", "There is no such token, or it was revoked already.");
      return c.redirect(`${saying("/account", "token-revoked")}#tokens`, 303);
    });
