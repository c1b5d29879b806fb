/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from "hono/jsx";
import type { Company } from "../../../shared/config.ts";
import { webAddress } from "../target.ts";
import { Page } from "./page.tsx";

/** A few words, and the way to our website. */
export const Short = ({ company, title, children }: PropsWithChildren<{ company: Company; title: string }>) => {
  const website = webAddress(company.website);
  return (
    <Page company={company} title={title}>
      {children}
      {website && (
        <p class="actions">
          <a class="button" href={website}>
            {`Visit ${company.name}`}
          </a>
        </p>
      )}
    </Page>
  );
};

export const NoSuchLink = ({ company }: { company: Company }) => (
  <Short company={company} title="This link leads nowhere any more">
    <p>It may have been cut short on its way to you, or what it led to is gone.</p>
  </Short>
);

/** For someone we keep nothing about (any more). */
export const NothingKept = ({ company }: { company: Company }) => (
  <Short company={company} title="We keep nothing about you">
    <p>There is nobody with this link in our records, and no email goes to you from here.</p>
  </Short>
);
