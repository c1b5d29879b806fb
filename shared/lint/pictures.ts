import { type Found, flaw } from "./finding.ts";
import type { El } from "./html.ts";
import type { ReadEmail } from "./read-email.ts";
import { inWords } from "./say.ts";

const plain = (src: string): string => `Its address does not begin with https: ${src.slice(0, 80)}`;
const isHttps = (src: string): boolean => /^https:\/\//i.test(src);

/** Pictures that something stands on. */
const groundFlaws = ({ attrs: { background: src } }: El): Found[] =>
  src === undefined || isHttps(src) ? [] : flaw("picture", plain(src), "a picture in the background", [src]);

function shownFlaws({ attrs }: El): Found[] {
  const { src = "", alt, width } = attrs;
  const part = `the picture ${inWords(alt || src.slice(0, 60))}`;
  const said = (says: string): Found[] => flaw("picture", says, part, [src, alt ?? "", "<Img", "<img"]);
  return [
    ...(alt === undefined || alt.trim() === "" ? said("It has no alt: words that stand in its place.") : []),
    ...(/^\d+$/.test(width ?? "") ? [] : said("It has no width in pixels.")),
    ...(isHttps(src) ? [] : said(plain(src))),
  ];
}

/** Pictures that are seen; the pixel is known by its size of one by one and its empty alt. */
export const pictureFlaws = ({ pictures, all }: ReadEmail): Found[] => [
  ...pictures.flatMap(shownFlaws),
  ...all.flatMap(groundFlaws),
];
