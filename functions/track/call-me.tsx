/** @jsxImportSource hono/jsx */
import { createHash } from "node:crypto";
import type { Context } from "hono";
import * as z from "zod";
import type { App } from "../../shared/app.ts";
import type { Signal } from "../../shared/engagement/signal.ts";
import { idOf } from "../../shared/id.ts";
import type { Link } from "../../shared/link.ts";
import { getProspect } from "../../shared/prospect/store.ts";
import { getRep } from "../../shared/rep/store.ts";
import { DAY } from "../../shared/durations.ts";
import { line } from "../../shared/touch/line.ts";
import { readFormBody } from "./form-body.ts";
import { linkOf } from "./link-of.ts";
import { notice } from "./notice.ts";
import { CallAsked, CallMePage, LONGEST } from "./pages/call-me-page.tsx";
import { NoSuchLink, NothingKept } from "./pages/short.tsx";
import { show } from "./pages/show.ts";
import type { Report } from "./report.ts";

const field = (longest: number) =>
  z
    .string()
    .max(longest)
    .default("")
    .transform((text) => line(text, longest));

const CallMeForm = z.object({ phone: field(LONGEST.phone), when: field(LONGEST.when) });
type CallMeForm = z.infer<typeof CallMeForm>;

/** Asks; coming here is a click, and only the button is a wish for a call, because scanners follow every link of an email. */
export const showCallMe = (app: App, report: Report) => async (c: Context) => {
  const { company } = app.config;
  const asked = await whoAsks(app, c);
  if (typeof asked === "string") return refuse(app, c, asked);
  await notice(app, c, asked.link, report);
  return show(c, <CallMePage company={company} rep={asked.rep} />);
};

/**
 * Queues the wish for a call; unlike an open it must not get lost, so a queue that is down is a failure that the person is told of. There are no
 * cookies, so no other site can send this form in somebody's name: the signed token is all the authority there is.
 */
export const askForCall = (app: App) => async (c: Context) => {
  const asked = await whoAsks(app, c);
  if (typeof asked === "string") return refuse(app, c, asked);
  const form = await readFormBody(c, CallMeForm);
  if (form.phone !== "" && !hasNumber(form.phone))
    return show(c, <CallMePage company={app.config.company} rep={asked.rep} wrong={form} />, 422);
  await app.signals.send([wishOf(asked.link, form, app.now())]);
  return show(c, <CallAsked company={app.config.company} rep={asked.rep} />);
};

/** The shortest numbers one can be called on from elsewhere have about seven digits. */
const FEWEST_DIGITS = 6;

const hasNumber = (phone: string): boolean => phone.replaceAll(/\D/g, "").length >= FEWEST_DIGITS;

type Refusal = "no-link" | "unknown-prospect";

async function whoAsks(app: App, c: Context): Promise<Refusal | { link: Link; rep: string | undefined }> {
  const link = linkOf(app, c, "call-me");
  if (!link) return "no-link";
  const prospect = await getProspect(app.table, link.prospectId);
  if (!prospect) return "unknown-prospect";
  const rep = prospect.repId === undefined ? undefined : await getRep(app.table, prospect.repId);
  return { link, rep: rep?.name };
}

const refuse = (app: App, c: Context, why: Refusal) =>
  show(c, why === "no-link" ? <NoSuchLink {...app.config} /> : <NothingKept {...app.config} />, 404);

const WISHES_WITH_WORDS = 4;

/** 0 without words, else 1 to 4, the same for the same words. */
const placeOf = (words: string): number =>
  words === "" ? 0 : 1 + (createHash("sha256").update(words).digest().readUInt32BE() % WISHES_WITH_WORDS);

/**
 * Only what was said and when: asking is the person's own act and is not measured. The same words on the same day are one wish, however often the
 * button is pressed. Of a forwarded email anybody can send this form, and every wish is kept for good: so a link has at most five wishes a UTC day, one
 * that says nothing and four that do. Words share those four by their hash; a wish whose place is taken changes nothing, which two different
 * ones can meet before there are five: the task is open by then.
 */
function wishOf({ prospectId, slot }: Link, { phone, when }: CallMeForm, at: number): Signal {
  const text = `Please call me${phone && ` on ${phone}`}.${when && ` When: ${when}`}`;
  return {
    id: idOf(["call-me", prospectId, slot, placeOf(phone || when ? text : ""), Math.floor(at / DAY)].join(" ")),
    prospectId,
    kind: "form",
    at,
    method: "POST",
    text,
    ...(slot && { slot }),
  };
}
