/** @jsxImportSource hono/jsx */
import { CLAIMS } from "../../../shared/practice/claims.ts";
import { CONTACT_BANDS } from "../../../shared/practice/compare.ts";
import { shareOf } from "../../../shared/practice/intervals.ts";
import type { Share } from "../../../shared/practice/intervals.ts";
import { percent, shareInWords } from "../plot/share-words.ts";
import { COLUMN_WORDS } from "../report-view.ts";
import type { Line } from "../report-view.ts";

const COUNTED = ["callTasks", "conversations", "meetings"] as const;
type Counted = (typeof COUNTED)[number];
const SAID = "Said of sales";

function shareAt(lines: readonly Line[], counted: Counted, [from, to]: readonly [number, number]): Share {
  const sum = (of: readonly Line[]): number => of.reduce((total, { counts }) => total + counts[counted], 0);
  return shareOf(sum(lines.filter(({ name }) => from <= Number(name) && Number(name) <= to)), sum(lines));
}

/** With which email tasks, conversations and meetings came, beside what is said of contacts and sales. `lines`: cohorts by touch number. */
export const TouchClaims = ({ lines, team }: { lines: readonly Line[]; team: boolean }) => {
  const { says, source, remark, claimed } = CLAIMS["by contact"];
  return (
    <section class="section">
      <h2>What is said, and what you see</h2>
      <div class="prose">
        <p>
          “{says}” <span class="quiet-text">{source}.</span>
        </p>
        <p>{remark}</p>
        <p>
          Here emails are counted, and with which of them a call task came; that many more people get a first email than
          a twelfth weighs on it too. The shares above are of the emails sent, and free of that.
          {team && (
            <>
              {" "}
              How it is with dials and emails together, and what sales say of it, stands on <a href="/team">Team</a>.
            </>
          )}
        </p>
      </div>
      <div class="section-top">
        <table class="report-table">
          <caption>Of all that came, the share that came with that email</caption>
          <thead>
            <tr>
              {["With which email", SAID, ...COUNTED.map((counted) => COLUMN_WORDS[counted])].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CONTACT_BANDS.map((band, place) => (
              <tr>
                <th scope="row">{claimed[place]?.label}</th>
                <td data-label={SAID}>{percent(claimed[place]?.low ?? 0)}</td>
                {COUNTED.map((counted) => (
                  <td data-label={COLUMN_WORDS[counted]}>{shareInWords(shareAt(lines, counted, band))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
