import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

export type Phone = {
  /** E.164 where it could be read as such, else as it came. */
  readonly phone: string;
  /** Where numbers like this one are given out; several for shared calling codes, none when it could not be read. */
  readonly countries: readonly string[];
  readonly warning?: string;
};

/** Reads a phone number as people of `country` (ISO 3166 alpha-2) write it; with `+` or `00` in front, from anywhere. */
export function readPhone(text: string, country: string | undefined): Phone {
  const home = country && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(text.replace(/^00(?=[1-9])/, "+"), home);
  if (!number?.isPossible())
    return {
      phone: text,
      countries: [],
      warning: `phone: "${text}" is kept as it came, it cannot be read as a number`,
    };
  const read = { phone: number.number, countries: countriesOf(number) };
  return number.ext ? { ...read, warning: `phone: extension ${number.ext} of "${text}" is left out` } : read;
}

/** Only a number that the plan knows tells a place: +1 555 and the like tell nothing. */
const countriesOf = (number: { country?: string; getPossibleCountries: () => string[] }): string[] =>
  number.country ? [number.country] : number.getPossibleCountries();
