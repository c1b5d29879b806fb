import type { Found } from "./finding.ts";
import type { ReadEmail } from "./read-email.ts";
import { inWords } from "./say.ts";

/** Pictures that are seen; the pixel is known by its size of one by one and its empty alt. */
export const pictureFlaws = ({ pictures }: ReadEmail): Found[] =>
  pictures.flatMap(({ attrs }) => {
    const { src = "", alt, width } = attrs;
    const part = `the picture ${inWords(alt || src.slice(0, 60))}`;
    const said = (says: string): Found[] => [{ rule: "picture", says, part, seek: [src, alt ?? "", "<Img", "<img"] }];
    return [
      ...(alt === undefined || alt.trim() === "" ? said("It has no alt: words that stand in its place.") : []),
      ...(/^\d+$/.test(width ?? "") ? [] : said("It has no width in pixels.")),
      ...(/^https:\/\//i.test(src) ? [] : said(`Its address does not begin with https: ${src.slice(0, 80)}`)),
    ];
  });
