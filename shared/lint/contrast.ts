import { contrast, hexOf, over } from "./colour.ts";
import type { Found } from "./finding.ts";
import { knowsNight, type Look, looks, type Scheme } from "./look.ts";
import type { ReadEmail } from "./read-email.ts";
import { inWords } from "./say.ts";

/** WCAG 2.2, success criterion 1.4.3: 18 pt is 24 px, and 14 pt in bold 18.66 px. */
const isLarge = ({ size, bold }: Look): boolean => size >= 24 || (bold && size >= 18.66);

/** One word alone, "hi", stands in many places: it counts where it is all that an element or a quote holds. */
const sought = (text: string): string[] => (/\s/.test(text.trim()) ? [text] : [`>${text.trim()}<`, `"${text.trim()}"`]);

const BY: { readonly [scheme in Scheme]: string } = { light: "by day", dark: "by night" };
function judge(look: Look, scheme: Scheme, text: string): Found[] {
  const said = (says: string, ...seek: string[]): Found[] => [
    { rule: "contrast", says, part: inWords(text), seek: [...seek, ...sought(text)] },
  ];
  if (look.unread !== undefined)
    return said(`The colour ${look.unread} cannot be read; write it as #rrggbb.`, look.unread);
  const least = isLarge(look) ? 3 : 4.5;
  const ink = over(look.colour, look.background);
  const found = contrast(ink, look.background);
  if (found >= least) return [];
  const is = Math.floor(found * 10) / 10;
  return said(`${hexOf(ink)} on ${hexOf(look.background)} ${BY[scheme]} has a contrast of ${is}, and needs ${least}.`);
}

/** Every text a reader sees, and the words in place of each picture, on what they stand on, by day and by night. */
export function contrastFlaws({ runs, pictures, rules, all }: ReadEmail): Found[] {
  const texts = [...runs, ...pictures.map((el) => ({ el, text: el.attrs["alt"] ?? "" }))].filter(({ text }) =>
    /[\p{L}\p{N}\p{S}\p{P}]/u.test(text),
  );
  const night = knowsNight(all, rules);
  return (["light", "dark"] as const).flatMap((scheme) => {
    const lookOf = looks(rules, scheme, scheme === "dark" && night ? "dark" : "light");
    return texts.flatMap(({ el, text }) => judge(lookOf(el), scheme, text));
  });
}
