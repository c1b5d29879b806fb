import type { Article } from "../content/article.ts";
import { isDead, type Link } from "../content/link.ts";
import type { Found } from "./finding.ts";

function flawOf(url: string, part: string, link: Link | undefined): Found[] {
  const said = (rule: "dead-link" | "silent-link" | "unchecked-link", says: string): Found[] => [
    { rule, says, part, seek: [url] },
  ];
  if (!link) return said("unchecked-link", "It was not looked up yet.");
  const found = link.says ?? "no answer";
  if (isDead(link)) return said("dead-link", `It was not there on ${link.badDays.length} different days (${found}).`);
  return link.badDays.length > 0 ? said("silent-link", `It was not there when it was last looked up (${found}).`) : [];
}

/** What the daily look at addresses found of those of an article; `links` by address. Reads rows and asks nobody. */
export const checkedFlaws = (
  { url, image }: Pick<Article, "url" | "image">,
  links: ReadonlyMap<string, Link>,
): Found[] => [
  ...flawOf(url, "the address", links.get(url)),
  ...(image === undefined ? [] : flawOf(image, "the picture's address", links.get(image))),
];
