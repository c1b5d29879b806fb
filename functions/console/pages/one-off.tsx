/** @jsxImportSource hono/jsx */
import { displayName, type Prospect } from "../../../shared/prospect/prospect.ts";
import { placeOf } from "../../../shared/time.ts";
import { ArticleChoices } from "../parts/coming-choice.tsx";
import type { ArticleChoicesProps } from "../parts/coming-choice.tsx";
import { timeIn } from "../when.ts";

export type OneOffPageProps = {
  readonly prospect: Prospect;
  readonly now: number;
  /** When today's own email would come (epoch ms), if it is still to come. */
  readonly slotAt: number | undefined;
  readonly choices: ArticleChoicesProps;
};

/** An article out of turn. */
export const OneOffPage = ({ prospect, now, slotAt, choices }: OneOffPageProps) => (
  <>
    <a class="crumb" href={`/prospects/${encodeURIComponent(prospect.id)}`}>
      {displayName(prospect)}
    </a>
    <div class="head">
      <div>
        <h1>Send an article to {displayName(prospect)}</h1>
        <p>
          It leaves at once, in the rep's name and with the links of any other email; it is{" "}
          {timeIn(prospect.timeZone, now)} in {placeOf(prospect.timeZone)} now. Nobody gets two articles on one day
          {slotAt === undefined
            ? "."
            : `, so today's email, due at ${timeIn(prospect.timeZone, slotAt)} there, does not come then.`}
        </p>
      </div>
    </div>
    <ArticleChoices {...choices} />
  </>
);
