import { createElement } from "react";
import type { App } from "../app.ts";
import { withoutAddresses } from "../no-address.ts";
import { nobodyYet } from "../nobody-yet.ts";
import type { MailResult, Rendering } from "../ports.ts";
import type { Places } from "../touch/compile.ts";
import { type About, hotWords, hrefOf } from "./about.ts";
import type { Notice } from "./notice.ts";
import type { Answer } from "./post.ts";

const PLACES: Places = { who: "both", why: "both", since: "both", there: "both", href: "both" };

/** Loaded with the first such email and not before: React and its templates cost 0.4 s. */
async function compile(company: string, withPhone: boolean): Promise<Rendering> {
  const [{ compileEmail }, { default: HotCallEmail }] = await Promise.all([
    import("../touch/compile.ts"),
    import("../../emails/letters/hot-call.tsx"),
  ]);
  const places: Places = withPhone ? { ...PLACES, phone: "both", phoneHref: "both" } : PLACES;
  return compileEmail(({ who = "", why = "", since = "", there = "", href = "", phone = "", phoneHref = "" }) => {
    const call = withPhone ? { phone: { text: phone, href: phoneHref } } : {};
    return {
      subject: `Asked for a call: ${who} (waiting ${since})`,
      body: createElement(HotCallEmail, { company, who, why, since, there, href, ...call }),
    };
  }, places);
}

const renderings = new Map<string, Promise<Rendering>>();

/** One or two at a time, as the company has one name and the prospect a phone number or none. */
function renderingFor(company: string, withPhone: boolean): Promise<Rendering> {
  const key = JSON.stringify([company, withPhone]);
  const known = renderings.get(key);
  if (known) return known;
  if (renderings.size > 10) renderings.clear();
  const rendering = compile(company, withPhone);
  renderings.set(key, rendering);
  rendering.catch(() => renderings.delete(key));
  return rendering;
}

export type Recipient = { readonly name?: string | undefined; readonly address: string };

/** Writes to somebody of the company that a prospect asked for a call. Without a company that is filled in nothing is sent. */
export async function emailHotCall(app: App, notice: Notice, about: About, to: Recipient): Promise<Answer> {
  const { company, publicUrl } = app.config;
  if (company.senderAddress === nobodyYet.senderAddress)
    return { outcome: "refused", says: "Settings are not filled in" };
  const { phone } = about.prospect;
  const [result] = await app.mailer.sendBulk({
    from: { name: company.name, address: company.senderAddress },
    replyTo: company.senderAddress,
    rendering: await renderingFor(company.name, phone !== undefined),
    entries: [
      {
        to,
        values: {
          ...hotWords(about, app.now()),
          href: `${publicUrl}${hrefOf(about.call)}`,
          ...(phone !== undefined && {
            phone,
            phoneHref: `tel:${phone.replaceAll(/[^\d+*#]/g, "")}`,
          }),
        },
        headers: {},
        // With the prospect's id, so that erasing them finds it; without a slot, so that nobody takes it for an email to them.
        tags: { prospect: about.prospect.id, notice: notice.id },
      },
    ],
  });
  return answerOf(result);
}

/** What may have gone out is not sent again, here as elsewhere. Servers name the address in their reasons, and this one gets into the log. */
function answerOf(result: MailResult | undefined): Answer {
  if (!result || result.outcome === "accepted") return { outcome: "told" };
  return { outcome: result.outcome === "throttled" ? "failed" : "refused", says: withoutAddresses(result.reason) };
}
