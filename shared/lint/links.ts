import { colourOf } from "./colour.ts";
import { lastOf } from "./css.ts";
import { type Found, flaw } from "./finding.ts";
import { allText, type El, elements, outwards } from "./html.ts";
import type { ReadEmail } from "./read-email.ts";
import { inWords } from "./say.ts";

const nameOf = (link: El): string => {
  const pictures = elements(link).filter(({ tag }) => tag === "img");
  return (
    allText(link).trim() ||
    pictures
      .map(({ attrs }) => attrs["alt"] ?? "")
      .toArray()
      .join(" ")
      .trim()
  );
};

const partOf = (link: El): string => `the link ${inWords(nameOf(link) || link.attrs["href"]!)}`;

/** https, or what a mail program or telephone opens. Hidden links count as well: a gateway follows them. */
const https = ({ all }: ReadEmail): Found[] =>
  all
    .filter(({ tag, attrs }) => tag === "a" && !/^(?:https:\/\/\S|mailto:\S|tel:\S)/i.test(attrs["href"] ?? ""))
    .map((link) => {
      const { href = "" } = link.attrs;
      const says = href === "" ? "It leads nowhere." : `It leads to ${href.slice(0, 200)}`;
      return {
        rule: "https-link",
        says,
        part: `the link ${inWords(nameOf(link) || href)}`,
        seek: [href, nameOf(link)],
      };
    });

const wordless = ({ links }: ReadEmail): Found[] =>
  links
    .filter((link) => nameOf(link) === "")
    .map((link) => ({ rule: "hole", says: "A link has no words.", part: partOf(link), seek: [link.attrs["href"]!] }));

function hasGround({ style, attrs }: El): boolean {
  const ground = lastOf(style, "background-color") ?? lastOf(style, "background") ?? attrs["bgcolor"] ?? "";
  const [, , , alpha = 0] = colourOf(ground) ?? [];
  return alpha > 0 || /gradient|url\(/.test(ground);
}

const isPadded = ({ style }: El): boolean =>
  style.some(([name, value]) => name.startsWith("padding") && /[1-9]/.test(value));

/** The link, and what has nothing else in it. */
function aloneIn(link: El): El[] {
  const words = allText(link).trim();
  if (words === "") return [link];
  const around = outwards(link).toArray();
  const end = around.findIndex((el) => allText(el).trim() !== words);
  return end < 0 ? around : around.slice(0, end);
}

/** A ground of its own and room around its words: a button, whatever it is made of, be it the cell that it fills. */
function isButton(link: El): boolean {
  if (link.attrs["role"] === "button") return true;
  const made = aloneIn(link);
  return made.some(hasGround) && made.some(isPadded);
}

function oneCall({ links, all, expected }: ReadEmail): Found[] {
  const buttons = [...links.filter(isButton), ...all.filter(({ tag }) => tag === "button")];
  const [, ...more] = buttons;
  if (buttons.length === 0)
    return expected.toMany ? flaw("one-call-to-action", "There is no button.", "the whole email") : [];
  return more.flatMap((button, at) => {
    const name = nameOf(button);
    return flaw("one-call-to-action", `It is button ${at + 2} of ${buttons.length}.`, `the button ${inWords(name)}`, [
      name,
    ]);
  });
}

/** Where an element stands, counted from the beginning. */
const placeOf = (all: readonly El[], text: string): number =>
  all.findIndex((el) => el.children.some((child) => typeof child === "string" && child.includes(text)));

const noWayOut = (says: string, part: string): Found[] => flaw("way-out", says, part, ["Unsubscribe", "unsubscribe"]);

function wayOut({ expected, links, all, text }: ReadEmail): Found[] {
  const { wayOut: way } = expected;
  if (!way) return [];
  const shown = links.find(({ attrs }) => attrs["href"] === way.href);
  const letter = way.before === undefined ? -1 : placeOf(all, way.before);
  const late = shown !== undefined && letter >= 0 && all.indexOf(shown) > letter;
  return [
    ...(shown ? [] : noWayOut("There is no way out in the html.", "the whole email")),
    ...(late ? noWayOut("The way out comes after the letter begins.", "the head") : []),
    ...(text.includes(way.href) ? [] : noWayOut("There is no way out in the plain text.", "the plain text")),
  ];
}

const squeezed = (text: string): string => text.replaceAll(/[\s,]+/g, " ").trim();
const noAddress = (says: string, part: string): Found[] => flaw("postal-address", says, part, ["postalAddress"]);

function address({ expected, blocks, text }: ReadEmail): Found[] {
  if (expected.postalAddress === undefined) return [];
  const wanted = squeezed(expected.postalAddress);
  if (wanted === "") return noAddress("The company has no postal address.", "the foot");
  const shown = blocks.some((block) => squeezed(block.text).includes(wanted));
  return [
    ...(shown ? [] : noAddress("It is not in the html.", "the foot")),
    ...(squeezed(text).includes(wanted) ? [] : noAddress("It is not in the plain text.", "the plain text")),
  ];
}

/** Where an email leads, what it asks for, and how one leaves. */
export const linkFlaws = (email: ReadEmail): Found[] => [
  ...https(email),
  ...wordless(email),
  ...oneCall(email),
  ...wayOut(email),
  ...address(email),
];
