/** @jsxImportSource hono/jsx */
import type { Company } from "../../../shared/config.ts";
import { Page } from "./page.tsx";
import { Short } from "./short.tsx";

/** The longest that each field takes. */
export const LONGEST = { phone: 40, when: 200 } as const;

type Props = {
  readonly company: Company;
  /** Who will call; undefined where nobody in particular is known. */
  readonly rep: string | undefined;
};

/** What was entered, and is no number that can be called. */
type Entered = { readonly phone: string; readonly when: string };

/** Never filled in for the reader: an email gets forwarded, and then the number would be somebody else's to see. */
export const CallMePage = ({ company, rep, wrong }: Props & { readonly wrong?: Entered }) => (
  <Page company={company} title={rep === undefined ? "Ask for a call" : `Ask ${rep} to call you`}>
    <p>{`${rep === undefined ? "We" : `${rep} of ${company.name}`} will call you once you have asked.`}</p>
    {wrong && <p role="alert">{`“${wrong.phone}” is no phone number we could call. Nothing was sent yet.`}</p>}
    <form method="post">
      <div class="field">
        <label>
          Phone number
          <input
            name="phone"
            type="tel"
            autocomplete="tel"
            maxlength={LONGEST.phone}
            value={wrong?.phone}
            aria-describedby="about-phone"
            aria-invalid={wrong && "true"}
          />
        </label>
        <span class="hint" id="about-phone">
          Only if you want to be called on another one than we know.
        </span>
      </div>
      <div class="field">
        <label>
          When suits you?
          <input
            name="when"
            autocomplete="off"
            maxlength={LONGEST.when}
            value={wrong?.when}
            aria-describedby="about-when"
          />
        </label>
        <span class="hint" id="about-when">
          For example: Thursday morning. You may leave it empty.
        </span>
      </div>
      <p class="actions">
        <button type="submit">Ask for a call</button>
      </p>
    </form>
  </Page>
);

export const CallAsked = ({ company, rep }: Props) => (
  <Short company={company} title={`${rep ?? `Somebody from ${company.name}`} will call you`}>
    <p>Thank you for asking. Your wish has been passed on, and you need do nothing more.</p>
  </Short>
);
