import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { addressHash, newId } from "../id.ts";
import { suppressionKey } from "../keys.ts";
import type { Write } from "../ports.ts";
import { zoneOfCountry } from "../prospect/country-zones.ts";
import { putNote } from "../prospect/note.ts";
import { Prospect } from "../prospect/prospect.ts";
import { findByAddress, getProspect, putProspect } from "../prospect/store.ts";
import { atLeastAsSure } from "../prospect/zone-source.ts";
import { forgetWords } from "../segment/store.ts";
import { getSuppressions } from "../suppression/store.ts";
import type { Suppression } from "../suppression/suppression.ts";
import { zonesChanged } from "../cadence/store.ts";
import type { SignUp, SignUpForm } from "./sign-up.ts";
import { countSignUp, getSignUp, getSignUpForm, useSignUp } from "./store.ts";

/** "gone": it was confirmed, is over, or never was; nobody is told which. */
export type Found = { readonly signUp: SignUp; readonly form: SignUpForm } | "gone";

/** What would be confirmed, without doing it: what looks through emails for harmful links follows them too. */
export async function lookAtSignUp(app: App, secret: string): Promise<Found> {
  const signUp = await getSignUp(app.table, secret);
  if (!signUp || signUp.until <= app.now()) return "gone";
  const form = await getSignUpForm(app.table, signUp.formId);
  return form ? { signUp, form } : "gone";
}

const TRIES = 5;

/**
 * The address is theirs, and they want our emails: a new prospect of the form's rep, or the one there is with a ground to be mailed. Their own latest word
 * undoes an earlier "no"; what a mailbox provider said (bounced, complained) it does not. Throws `Conflict` after five lost races.
 */
export async function confirmSignUp(app: App, secret: string): Promise<{ readonly prospectId: string } | "gone"> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await lookAtSignUp(app, secret);
    if (found === "gone") return "gone";
    try {
      const { prospectId, writes } = await welcome(app, found);
      await app.table.write(useSignUp(secret), countSignUp(found.form.id, "confirmed"), ...writes);
      return { prospectId };
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
}

async function welcome(app: App, found: Exclude<Found, "gone">): Promise<{ prospectId: string; writes: Write[] }> {
  const { email } = found.signUp;
  const hash = addressHash(email);
  const id = await findByAddress(app.table, email);
  const known = id === undefined ? undefined : await getProspect(app.table, id);
  const suppressed = (await getSuppressions(app.table, [hash])).get(hash);
  const now = Math.max(app.now(), (known?.updatedAt ?? 0) + 1);
  const next = known ? again(app, known, found, now) : newcomer(app, found, now);
  const guard = known && { match: { touchCount: known.touchCount, updatedAt: known.updatedAt } };
  const { form, signUp } = found;
  const text = `Confirmed by email: “${signUp.consent}” (${form.name})`;
  const writes = [
    ...putProspect(next, known, guard),
    ...forgiven(suppressed),
    putNote({ prospectId: next.id, at: now, text }),
    zonesChanged(now),
    // Who had left stayed in a cadence that may be gone by now.
    ...(known?.standing.state === "ended" ? [forgetWords()] : []),
  ];
  return { prospectId: next.id, writes };
}

/** Said no once, or were said to, and say yes now. */
const THEIR_OWN: ReadonlySet<Suppression["reason"]> = new Set([
  "opted out",
  "import said so",
  "erased",
  "wrong address",
]);

function forgiven(suppressed: Suppression | undefined): Write[] {
  if (!suppressed || !THEIR_OWN.has(suppressed.reason)) return [];
  const { addressHash: hash, reason } = suppressed;
  return [{ kind: "remove", key: suppressionKey(hash), guard: { match: { reason } } }];
}

const consentOf = ({ form, signUp }: Exclude<Found, "gone">, at: number): Pick<Prospect, "mailConsent"> => ({
  mailConsent: { basis: "double opt-in", source: `form ${form.name}: ${signUp.consent}`, at },
});

const measured = ({ form, signUp }: Exclude<Found, "gone">, at: number): Partial<Prospect> =>
  signUp.tracking ? { tracking: "granted", trackingSince: { at, how: `ticked on the form ${form.name}` } } : {};

/** A form asks for no city, so a country of several clocks tells nothing. */
function zoneOf(
  country: string | undefined,
  companyZone: string,
  now: number,
): Pick<Prospect, "timeZone" | "timeZoneFrom"> {
  const timeZone = country === undefined ? undefined : zoneOfCountry(country, now);
  return timeZone ? { timeZone, timeZoneFrom: "country" } : { timeZone: companyZone, timeZoneFrom: "company default" };
}

function newcomer(app: App, found: Exclude<Found, "gone">, now: number): Prospect {
  const { form, signUp } = found;
  const { email, firstName, lastName, company, country } = signUp;
  return Prospect.parse({
    id: newId(),
    email: email.toLowerCase(),
    firstName,
    lastName,
    company,
    country,
    sector: form.sector,
    ...zoneOf(country, app.config.company.timeZone, now),
    repId: form.repId,
    tags: form.tags,
    createdAt: now,
    updatedAt: now,
    ...consentOf(found, now),
    ...measured(found, now),
  });
}

/** Endings that were the prospect's own, or a rep's reading of it. */
const UNDONE = new Set(["opted out", "not interested", "replied", "meeting booked", "wrong address", "erased"]);

/** What is known of them stays; blanks are filled in. A denial to be measured stays too, unless they ticked the box. */
function again(app: App, known: Prospect, found: Exclude<Found, "gone">, now: number): Prospect {
  const { form, signUp } = found;
  const zone = known.country === undefined ? zoneOf(signUp.country, app.config.company.timeZone, now) : undefined;
  const ended = known.standing.state === "ended" && !UNDONE.has(known.standing.reason);
  return {
    ...known,
    ...(signUp.firstName !== undefined && { firstName: known.firstName ?? signUp.firstName }),
    ...(signUp.lastName !== undefined && { lastName: known.lastName ?? signUp.lastName }),
    ...(signUp.company !== undefined && { company: known.company ?? signUp.company }),
    ...(signUp.country !== undefined && { country: known.country ?? signUp.country }),
    ...(zone?.timeZoneFrom === "country" && atLeastAsSure("country", known.timeZoneFrom) && zone),
    repId: known.repId ?? form.repId,
    tags: [...new Set([...(known.tags ?? []), ...form.tags])],
    standing: ended ? known.standing : { state: "active" },
    rhythm: "normal",
    unanswered: 0,
    ...consentOf(found, now),
    ...measured(found, now),
    updatedAt: now,
  };
}
