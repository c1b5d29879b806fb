/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from "hono/jsx";
import type { Company } from "../../../shared/config.ts";
import { webAddress } from "../target.ts";
import { STYLE } from "./style.ts";

/** One card in the middle, with who we are at its foot. */
export const Page = ({ company, title, children }: PropsWithChildren<{ company: Company; title: string }>) => {
  const website = webAddress(company.website);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} - ${company.name}`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>
          <p class="brand">{website ? <a href={website}>{company.name}</a> : company.name}</p>
          <h1>{title}</h1>
          {children}
        </main>
        <footer>
          <p>{company.whatWeDo}</p>
          <p>{`${company.name}, ${company.postalAddress}`}</p>
        </footer>
      </body>
    </html>
  );
};
