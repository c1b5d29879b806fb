import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { addressHash } from "../id.ts";
import { newSecret } from "../member/sign-in-link.ts";
import { warmUpDay } from "../sending/warm-up.ts";
import { getSuppressions } from "../suppression/store.ts";
import { mailConfirmation } from "./mail.ts";
import { CONFIRM_WITHIN } from "./sign-up.ts";
import type { SignUp, SignUpForm } from "./sign-up.ts";
import { countSignUp, oneMore, putSignUp } from "./store.ts";

/** Enough for who deletes an email by mistake, and too few to annoy somebody whose address others enter. */
const AN_ADDRESS = { most: 3, hours: 24 };
/** More than a fair brings in an hour; a program that enters addresses stops there. */
const A_FORM = { most: 300, hours: 1 };
const ALL_FORMS = { most: 1000, hours: 24 };

/** In a warm-up at most a fifth of a day's emails: else a program that fills in forms would use up what prospects are to get. */
const ofAllForms = ({ config, now }: App): typeof ALL_FORMS => {
  const { cap } = warmUpDay(config.company, now());
  return cap === undefined ? ALL_FORMS : { ...ALL_FORMS, most: Math.max(10, Math.floor(cap / 5)) };
};

type Filled = Pick<SignUp, "email" | "firstName" | "lastName" | "company" | "country" | "tracking">;

/**
 * Mails a link to confirm. It says nothing of whether it did: whoever fills in a form may not learn who is known here. Nothing goes to an address that
 * bounced or complained.
 * @param url where the public pages are, without a slash at the end
 * @throws Error when the email was not taken, for the log
 */
export async function askToSignUp(app: App, form: SignUpForm, filled: Filled, url: string): Promise<void> {
  if (!form.open) return;
  const now = app.now();
  const hash = addressHash(filled.email);
  const suppressed = (await getSuppressions(app.table, [hash])).get(hash);
  if (suppressed?.reason === "bounced" || suppressed?.reason === "complained") return;
  const secret = newSecret();
  const until = now + CONFIRM_WITHIN;
  const signUp: SignUp = { ...filled, formId: form.id, consent: form.consent, askedAt: now, until };
  if (await kept(app, secret, signUp)) await mailConfirmation(app, signUp, `${url}/join/confirm/${secret}`);
}

const GOOGLE = /^(?:gmail|googlemail)\.com$/;

/** Addresses that lead to one mailbox count as one: what stands after a plus, and at Google dots, change nothing. For counting, never for mailing. */
function mailboxOf(email: string): string {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).toLowerCase();
  const [name = ""] = email.slice(0, at).split("+");
  return GOOGLE.test(domain) ? `${name.replaceAll(".", "")}@gmail.com` : `${name}@${domain}`;
}

const TRIES = 5;

/** Unless there were enough of late. Others may fill in the same form at the same moment. */
async function kept(app: App, secret: string, signUp: SignUp): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const [ofAddress, ofForm, ofAll] = await Promise.all([
      oneMore(app.table, addressHash(mailboxOf(signUp.email)), AN_ADDRESS, signUp.askedAt),
      oneMore(app.table, `form#${signUp.formId}`, A_FORM, signUp.askedAt),
      oneMore(app.table, "all forms", ofAllForms(app), signUp.askedAt),
    ]);
    if (!ofAddress || !ofForm || !ofAll) return false;
    try {
      await app.table.write(putSignUp(secret, signUp), ofAddress, ofForm, ofAll, countSignUp(signUp.formId, "asked"));
      return true;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
}
