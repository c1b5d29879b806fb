/** @jsxImportSource hono/jsx */
import type { Company } from "../../../shared/config.ts";
import { Page } from "./page.tsx";
import { Short } from "./short.tsx";

/** The second thought before something that cannot be undone; `back` is the page of preferences itself. */
export const AskToErase = ({ company, back }: { company: Company; back: string }) => (
  <Page company={company} title="Erase everything about you?">
    <p>
      Your name, address, company and the history of what we sent and what you did with it are removed. This cannot be
      undone.
    </p>
    <p>We keep one thing: a one-way fingerprint of your address, so that we never write to it again.</p>
    <form method="post" class="actions">
      <button type="submit" class="grave" name="action" value="erase-for-good">
        Yes, erase everything
      </button>
      <a class="button quiet" href={back}>
        No, go back
      </a>
    </form>
  </Page>
);

export const Erased = ({ company }: { company: Company }) => (
  <Short company={company} title="You are erased">
    <p>
      We removed what we kept about you. Only a fingerprint of your address stays, so that we never write to it again.
    </p>
  </Short>
);
