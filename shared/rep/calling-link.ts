import * as z from "zod";

const Link = z.url({ protocol: /^https?$/ });

/** A dot, or colons in brackets: a mere word would be read as a host too, and leads nowhere. */
const leadsSomewhere = (host: string): boolean => /[^.]\.[^.]|^localhost$|^\[.+\]$/.test(host);

/** A link that prospects can follow to a rep: a whole web address. Anything else would not be safe to click, or leads nowhere. */
export const isCallingLink = (text: string): boolean =>
  Link.safeParse(text).success && leadsSomewhere(URL.parse(text)?.hostname ?? "");
