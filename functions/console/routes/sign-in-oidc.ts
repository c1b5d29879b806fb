import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { AppError, messageOf } from "../../../shared/error.ts";
import { newSession, seal, unseal } from "../../../shared/member/session.ts";
import { memberByEmail } from "../../../shared/member/store.ts";
import type { Member } from "../../../shared/member/member.ts";
import type { Env } from "../env.ts";
import { ownPath } from "../flash.ts";
import type { ConsoleOptions, OidcSettings } from "../options.ts";
import { ELSEWHERE_LASTS, dropElsewhere, elsewhereIn, keepElsewhere, keepSession } from "../sign-in/cookies.ts";
import { consoleUrl, isHttps } from "../sign-in/place.ts";
import { Journey, providerOf } from "../sign-in/provider.ts";
import type { Identity } from "../sign-in/provider.ts";

const CALLBACK = "/sign-in/oidc/callback";
const AGAIN = "Try again, or have a link mailed to you.";

/** Signing in with an account at the company's own provider. */
export function oidcRoutes(app: App, oidc: OidcSettings, options: ConsoleOptions) {
  const provider = providerOf(oidc);
  const sealing = () => ({
    keys: app.config.linkKeys,
    now: app.now(),
    purpose: "midweek sign-in elsewhere" as const,
  });
  return new Hono<Env>()
    .get("/sign-in/oidc", async (c) => {
      const to = ownPath(c.req.query("to"));
      const { url, journey } = await said(provider.begin(consoleUrl(c, app, options) + CALLBACK, to));
      keepElsewhere(c, await seal(journey, sealing(), ELSEWHERE_LASTS), isHttps(c, app, options));
      return c.redirect(url.href, 303);
    })
    .get(CALLBACK, async (c) => {
      const kept = elsewhereIn(c);
      dropElsewhere(c);
      const journey = Journey.safeParse(kept && (await unseal(kept, sealing())));
      if (!journey.success)
        throw new AppError("forbidden", `This sign-in was begun in another browser, or too long ago. ${AGAIN}`);
      // What the provider sent, at the address it was told: the one of this request may be that behind a proxy.
      const back = new URL(consoleUrl(c, app, options) + CALLBACK + new URL(c.req.url).search);
      const member = await memberOf(app, await said(provider.finish(back, journey.data)));
      const session = await newSession(member.id, { keys: app.config.linkKeys, now: app.now() });
      keepSession(c, session, isHttps(c, app, options));
      return c.redirect(ownPath(journey.data.to), 303);
    });
}

/** What went wrong at the provider is for the log, without what it may hold of anybody. */
async function said<Of>(answer: Promise<Of>): Promise<Of> {
  try {
    return await answer;
  } catch (error) {
    // oxlint-disable-next-line no-console -- the log is the only place where the details may stand
    console.error(`signing in elsewhere: ${messageOf(error)}`);
    throw new AppError("forbidden", `Signing in with your company's account did not work. ${AGAIN}`);
  }
}

async function memberOf(app: App, { email, verified }: Identity): Promise<Member> {
  if (email === undefined || !verified)
    throw new AppError("forbidden", `Your company's account says no verified email address. ${AGAIN}`);
  const member = await memberByEmail(app.table, email);
  if (!member)
    throw new AppError(
      "forbidden",
      `You are signed in there as ${email}, but that is no member here. Whoever is an admin can add you on the page Members.`,
    );
  return member;
}
