/** @jsxImportSource hono/jsx */
import type { Company } from "../../../shared/config.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { isMeasured } from "../../../shared/prospect/tracking.ts";
import type { EngagementView } from "../engagement-view.ts";
import { figure, opensNotMeasurable, usualInWords } from "../score-words.ts";
import { ScorePlot } from "./score-plot.tsx";

/** As many emails as a phone has room for. */
const MOST_SHOWN = 18;

type CardProps = { readonly prospect: Prospect; readonly company: Company; readonly view: EngagementView };

/** How interest went from email to email, what is usual, and what cannot be seen. */
export const EngagementCard = ({ prospect, company, view: { score, gateway } }: CardProps) => {
  const { emails, threshold } = score;
  const last = emails.at(-1);
  return (
    <section class="card" id="engagement">
      <h2>Engagement</h2>
      <div class="engagement-lines">
        {last ? (
          <>
            <p>
              {scoreWords(last.score, threshold)}{" "}
              <a class="more" href="/engagement#rise">
                How is this worked out?
              </a>
            </p>
            <p class="quiet-text">{usualInWords(emails)}</p>
          </>
        ) : (
          <p class="quiet-text">{nothingWords(isMeasured(prospect, company))}</p>
        )}
        {opensNotMeasurable(emails) && <p>Opens not measurable: Apple Mail. Clicks count all the same.</p>}
        {gateway && (
          <p>
            At this domain a mail gateway probably follows links: {gateway.early} of {gateway.of} clicks came within the
            hour of delivery.
          </p>
        )}
      </div>
      {last && <ScorePlot score={{ threshold, emails: emails.slice(-MOST_SHOWN) }} all={emails} />}
    </section>
  );
};

const scoreWords = (score: number, threshold: number): string =>
  score < threshold
    ? `Score ${figure(score)}; a call task opens at ${figure(threshold)}.`
    : `Score ${figure(score)}, above the ${figure(threshold)} at which a call task opens.`;

const nothingWords = (measured: boolean): string =>
  measured
    ? "No score yet: it begins with the first email."
    : "No score, because nothing is measured here. A reply, a form or a booked meeting still opens a call task at once.";
