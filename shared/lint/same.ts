import type { Found } from "./finding.ts";
import { isMarkedOut } from "./html.ts";
import type { ReadEmail } from "./read-email.ts";
import { inWords } from "./say.ts";
import { HTML_MOST } from "./rules.ts";

const ADDRESS = /(?:https?:\/\/|mailto:|tel:)[^\s<>"”]+/gi;

/** The words of a text, addresses left aside. */
export const wordsOf = (text: string): string[] =>
  text
    .replaceAll(ADDRESS, " ")
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** What is in one and missing in the other, as often as it is. */
export function missing(words: readonly string[], from: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of from) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

const some = (words: readonly string[]): string =>
  inWords(words.slice(0, 8).join(" ")) + (words.length > 8 ? ` and ${words.length - 8} more words` : "");

/** Every word as often in one part as in the other. What is marked as left out of the text may stand there elsewhere, or be one letter for a face. */
function sameWords({ runs, text }: ReadEmail): Found[] {
  const inText = wordsOf(text);
  const shown = runs.filter(({ el }) => !isMarkedOut(el)).flatMap((run) => wordsOf(run.text));
  const known = new Set(inText);
  const marked = runs
    .filter(({ el }) => isMarkedOut(el))
    .flatMap((run) => wordsOf(run.text).filter((word) => word.length > 1 && !known.has(word)));
  const notInText = [...missing(shown, inText), ...marked];
  const notInHtml = missing(inText, shown);
  const whose = (lost: readonly string[]): string =>
    runs.find((run) => wordsOf(run.text).includes(lost[0]!))?.text ?? "";
  return [
    ...(notInText.length > 0
      ? [
          {
            rule: "same-words" as const,
            says: `The plain text lacks ${some(notInText)}.`,
            part: inWords(whose(notInText)),
            seek: [whose(notInText)],
          },
        ]
      : []),
    ...(notInHtml.length > 0
      ? [{ rule: "same-words" as const, says: `The html lacks ${some(notInHtml)}.`, part: "the plain text", seek: [] }]
      : []),
  ];
}

function sameLinks({ links, text, runs }: ReadEmail): Found[] {
  const shown = links.map(({ attrs }) => attrs["href"]!);
  const seen = runs.map((run) => run.text).join(" ");
  const addresses = Array.from(text.match(ADDRESS) ?? [], (address) => address.replace(/[.,;:!?)\]]+$/, ""));
  const lost = [...new Set(shown)].filter((href) => !text.includes(href));
  const alone = addresses.filter(
    (address) => !shown.some((href) => href === address || href.startsWith(address)) && !seen.includes(address),
  );
  return [
    ...lost.map((href): Found => ({
      rule: "same-links",
      says: `The plain text does not say where this leads: ${href}`,
      part: "the plain text",
      seek: [href],
    })),
    ...[...new Set(alone)].map((href): Found => ({
      rule: "same-links",
      says: `Only the plain text leads here: ${href}`,
      part: "the plain text",
      seek: [href],
    })),
  ];
}

/** The bytes of the html as they are sent. */
function size({ html }: ReadEmail): Found[] {
  const bytes = new TextEncoder().encode(html).length;
  return bytes < HTML_MOST
    ? []
    : [{ rule: "size", says: `The html has ${Math.ceil(bytes / 1000)} KB.`, part: "the whole email", seek: [] }];
}

/** Whether the two parts are one email, and not too long. */
export const partFlaws = (email: ReadEmail): Found[] => [...size(email), ...sameWords(email), ...sameLinks(email)];
