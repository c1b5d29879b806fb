/** @jsxImportSource hono/jsx */
import type { Company } from "../../../shared/config.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { maskedAddress } from "../words.ts";
import { Page } from "./page.tsx";

type Props = { company: Company; preferences: string | undefined };

/** The form has no address of its own: it posts to where it stands. */
export const AskToUnsubscribe = ({ company, prospect, preferences }: Props & { prospect: Prospect | undefined }) => (
  <Page company={company} title="Unsubscribe?">
    <p>
      {prospect ? <strong>{maskedAddress(prospect.email)}</strong> : "Your address"}
      {` will get no more email from ${company.name}. It takes effect at once.`}
    </p>
    <form method="post" class="actions">
      <input type="hidden" name="List-Unsubscribe" value="One-Click" />
      <button type="submit">Unsubscribe</button>
      {preferences && (
        <a class="button quiet" href={preferences}>
          Fewer, or a break instead
        </a>
      )}
    </form>
  </Page>
);

export const Unsubscribed = ({ company, preferences }: Props) => (
  <Page company={company} title="You are unsubscribed">
    <p>{`You will get no more email from ${company.name}. Thank you for reading.`}</p>
    {preferences && (
      <p class="actions">
        <a class="button quiet" href={preferences}>
          What we keep about you
        </a>
      </p>
    )}
  </Page>
);
