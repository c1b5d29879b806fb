/** The number that somebody gave on the page where a call is asked for. */
import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";
import type { CountryCode } from "libphonenumber-js";
import type { Evidence } from "../../shared/call/call.ts";
import type { JudgedSignal } from "../../shared/engagement/signal.ts";

/** As the page writes it: "Please call me on +351 912 345 678. When: after four". */
const GAVE = /^Please call me on (.+?)\.(?: When: .*)?$/s;

/** Their own words, wherever a number stands in them; undefined where they gave none. */
export const numberGiven = (text: string): string | undefined => GAVE.exec(text)?.[1];

const countryOf = (country: string | undefined): CountryCode | undefined =>
  country !== undefined && isSupportedCountry(country) ? country : undefined;

/** In international writing; undefined for what is no number there. */
function read(text: string, country: string | undefined): string | undefined {
  const known = parsePhoneNumberFromString(text, countryOf(country));
  return known?.isPossible() ? known.number : undefined;
}

type OnFile = { readonly phone?: string | undefined; readonly country?: string | undefined };

/**
 * The number they gave last among what a call stands on, if it can be read as one of their country and is another than the one on file. What cannot be read
 * is in the evidence, in their own words.
 */
export function askedNumber(
  evidence: readonly Evidence[],
  ledger: readonly JudgedSignal[],
  { phone, country }: OnFile,
): string | undefined {
  const named = new Set(evidence.map(({ signalId }) => signalId));
  const asked = ledger.filter(({ id, kind }) => kind === "form" && named.has(id)).toSorted((a, b) => b.at - a.at);
  const given = asked.map(({ text = "" }) => numberGiven(text)).find((text) => text !== undefined);
  const number = given === undefined ? undefined : read(given, country);
  return number === undefined || number === read(phone ?? "", country) ? undefined : number;
}
