import { AppError } from "../error.ts";
import { MailConsent } from "./prospect.ts";
import { LONGEST_TEXT, clean, fold, readYesNo } from "./text.ts";

export type Basis = MailConsent["basis"];
export const BASES: readonly Basis[] = MailConsent.shape.basis.options;

/** What somebody says of everybody in a file: why they may be written to, and where that is known from. */
export type DeclaredConsent = Pick<MailConsent, "basis" | "source">;

/** A cell that takes consent away: whoever has it is opted out. */
const TAKEN_BACK = /withdr|revok|refus|denied|denies|objec|opt(?:ed)? out|unsubscr|without consent|no consent/;

export const takesBack = (cell: string): boolean => TAKEN_BACK.test(fold(clean(cell)));

/**
 * The ground that a cell names, in the words of HubSpot ("Freely given consent from contact", "Legitimate interest - existing customer"), of a column
 * that asks for yes or no, or ours. "none": it says that there is none. Undefined: blank, or words we do not know.
 */
export function readBasis(cell: string): Basis | "none" | undefined {
  const text = fold(clean(cell));
  if (text === "") return undefined;
  if (TAKEN_BACK.test(text) || /^not applicable$|^unknown$|^pending|^not (?:opted|confirmed)|^unconfirmed/.test(text))
    return "none";
  const yes = readYesNo(cell);
  if (yes !== undefined) return yes ? "opt-in" : "none";
  if (/double|^doi$|^confirmed opt ?in|^confirmed$/.test(text)) return "double opt-in";
  if (/customer|contract|client/.test(text)) return "customer";
  if (/legitimate/.test(text)) return "legitimate interest";
  return /consent|opt(?:ed)? ?in\b|^subscri/.test(text) ? "opt-in" : undefined;
}

const SURENESS: { readonly [basis in Basis]: number } = {
  "double opt-in": 2,
  "opt-in": 1,
  customer: 0,
  "legitimate interest": 0,
};

/** Of two grounds the surer one; of two that are as sure, the one that was there first. The same object as `before` when it stays. */
export function surerConsent(before: MailConsent | undefined, after: MailConsent | undefined): MailConsent | undefined {
  if (!before || !after) return before ?? after;
  const more = SURENESS[after.basis] - SURENESS[before.basis];
  return more > 0 || (more === 0 && after.basis === before.basis && after.at < before.at) ? after : before;
}

const ELSEWHERE = ", by an earlier address";

/** The ground of somebody who has another address now. What they confirmed was the old one: at the new one nobody pressed a button. */
export function movedConsent(consent: MailConsent | undefined): MailConsent | undefined {
  if (consent?.basis !== "double opt-in") return consent;
  return { ...consent, basis: "opt-in", source: `${consent.source}${ELSEWHERE}` };
}

/**
 * "opt-in: the form on our website" -> what somebody declares of a whole file.
 * @throws AppError("invalid") that names the grounds there are
 */
export function readDeclared(text: string): DeclaredConsent {
  const [, word = "", source = ""] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  return declared(word, source);
}

/** The same in two fields. @throws AppError("invalid") */
export function declared(word: string, source: string): DeclaredConsent {
  const basis = BASES.find((one) => fold(one) === fold(word));
  if (!basis)
    throw new AppError(
      "invalid",
      `consent: say why these people may be written to and where that is known from, as "opt-in: the form on our website"; the grounds are ${BASES.join(", ")}`,
    );
  const known = clean(source).slice(0, LONGEST_TEXT).toWellFormed();
  if (!known) throw new AppError("invalid", `consent: say where the ground "${basis}" is known from`);
  return { basis, source: known };
}
