import countries from "./countries.json" with { type: "json" };
import { fold } from "./text.ts";

/** Words for countries that no dictionary of country names has. */
const ALSO: { readonly [code: string]: string } = {
  AE: "uae|emirates",
  BA: "bosnia",
  BN: "brunei darussalam",
  CD: "congo democratic republic of the|dr congo|drc|democratic republic of the congo",
  CG: "congo republic of the|republic of the congo",
  CI: "ivory coast",
  CN: "pr china|peoples republic of china|mainland china|china mainland",
  CZ: "czech republic",
  GB: "uk|u k|great britain|britain|england|scotland|wales|northern ireland|united kingdom of great britain and northern ireland",
  HK: "hong kong|hong kong sar",
  IE: "republic of ireland|eire",
  IR: "iran islamic republic of",
  KP: "korea north|korea democratic peoples republic of|dprk",
  KR: "korea south|korea|korea republic of|republic of korea",
  LA: "lao peoples democratic republic|lao",
  MD: "moldova republic of",
  MK: "macedonia|fyrom",
  MO: "macau|macao",
  NL: "holland|the netherlands",
  PS: "palestine",
  RU: "russian federation",
  SY: "syrian arab republic",
  SZ: "swaziland",
  TR: "turkey",
  TW: "taiwan province of china|taiwan roc",
  TZ: "tanzania united republic of",
  US: "usa|u s a|u s|united states of america|america|the united states|estados unidos da america",
  VA: "holy see",
  VE: "venezuela bolivarian republic of",
  VN: "viet nam",
};

/** Languages in which people of a sales team write country names. The first to claim a word keeps it. */
const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl"];

/** ISO 3166 alpha-2. */
const everyCode = countries.codes.split(" ");

let codes: Map<string, string> | undefined;

function allNames(): Map<string, string> {
  const names = new Map<string, string>();
  const add = (word: string, code: string): void => void (names.has(word) || names.set(word, code));
  for (const code of everyCode) add(fold(code), code);
  for (const [code, words] of Object.entries(ALSO)) for (const word of words.split("|")) add(word, code);
  for (const language of LANGUAGES) {
    const dictionary = new Intl.DisplayNames([language], { type: "region" });
    for (const code of everyCode) add(fold(dictionary.of(code) ?? code), code);
  }
  return names;
}

/** ISO 3166 alpha-2 of a country's name or code in any spelling; undefined when it is none we know. */
export function readCountry(text: string): string | undefined {
  codes ??= allNames();
  const word = fold(text);
  return codes.get(word) ?? codes.get(word.replace(/ and /g, " ")) ?? codes.get(word.replace(/^the /, ""));
}

/** Of codes, what is wrong with each that is no ISO 3166 alpha-2 code in capitals, in words: `there is no country "UK"; did you mean GB?` */
export function wrongCountryCodes(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const code = readCountry(word);
    if (code === word) return [];
    return [`there is no country "${word}"${code ? `; did you mean ${code}?` : ""}`];
  });
}

/** What a country (ISO 3166 alpha-2) is called in English. */
export const countryName = (code: string): string => new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
