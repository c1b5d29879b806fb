import type { Config } from "../../../shared/config.ts";
import { readLink } from "../../../shared/link.ts";
import type { Link } from "../../../shared/link.ts";

/** One of our own links in an email. */
export type EmailLink = Pick<Link, "kind" | "link"> & { readonly path: string };

/** Our own links in an email, in order. Emails that are not measured have plain ones beside, which lead elsewhere and are left out. */
export function linksIn(html: string, config: Pick<Config, "publicUrl" | "linkKeys">): EmailLink[] {
  return html
    .split(`"${config.publicUrl}/`)
    .slice(1)
    .flatMap((rest) => {
      const path = rest.slice(0, rest.indexOf('"'));
      const link = readLink(config.linkKeys, path.slice(path.indexOf("/") + 1));
      return link ? [{ kind: link.kind, link: link.link, path: `/${path}` }] : [];
    });
}
