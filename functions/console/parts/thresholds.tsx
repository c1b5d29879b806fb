/** @jsxImportSource hono/jsx */
import type { Usual } from "../../../shared/engagement/usual.ts";
import type { Reader } from "../chrome.ts";
import { percent } from "../evidence.ts";
import { figure } from "../score-words.ts";
import { segmentLines } from "../thresholds.ts";
import type { Threshold } from "../thresholds.ts";
import { fromNow } from "../when.ts";
import { Empty } from "./empty.tsx";
import { When } from "./when.tsx";

type ThresholdsProps = {
  readonly allowed: number;
  readonly thresholds: readonly Threshold[];
  readonly emailsPerFortnight: number;
};

/** The one knob that people turn, and what follows from it for each rep. */
export const Thresholds = ({ allowed, thresholds, emailsPerFortnight }: ThresholdsProps) => (
  <section id="thresholds">
    <h2>How sure for whom</h2>
    <div class="prose">
      <p>
        You allow at most <strong>{String(allowed)}</strong> {allowed === 1 ? "call task" : "call tasks"} for nothing
        per rep and fortnight, in{" "}
        <a class="more" href="/settings">
          Settings
        </a>
        . The threshold is how many emails a rep's prospects get in a fortnight (at most{" "}
        {String(Math.round(emailsPerFortnight * 10) / 10)} each), divided by that number, and never less than 20. More
        prospects or fewer call tasks for nothing: a surer rise is needed, and some are found later.
      </p>
      <p>
        The promise is kept with room to spare: in our own simulation (<code>npm run bench:engagement</code>) a tenth of
        what is allowed was the most that came, with the machines and people it assumes. Who would rather call once too
        often can allow three or four, and finds about twice as many rises.
      </p>
    </div>
    {thresholds.length > 0 && <ByRep thresholds={thresholds} />}
  </section>
);

const ByRep = ({ thresholds }: Pick<ThresholdsProps, "thresholds">) => (
  <div class="scroll">
    <table class="people">
      <thead>
        <tr>
          <th scope="col">Rep</th>
          <th scope="col" class="end">
            Prospects
          </th>
          <th scope="col" class="end">
            Emails a fortnight
          </th>
          <th scope="col" class="end">
            Threshold
          </th>
        </tr>
      </thead>
      <tbody>
        {thresholds.map(({ name, prospects, emails, threshold }) => (
          <tr>
            <th scope="row">{name}</th>
            <td class="end" data-label="Prospects:">
              {prospects ?? "not counted yet"}
            </td>
            <td class="end" data-label="Emails a fortnight:">
              {emails === undefined ? "as if 100 prospects" : Math.round(emails)}
            </td>
            <td class="end" data-label="Threshold:">
              {figure(threshold)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** What prospects do as a rule, by sector. */
export const UsualNow = ({ usual, reader }: { usual: Usual; reader: Reader }) => (
  <section id="usual">
    <h2>What is usual here</h2>
    {usual.at === 0 ? (
      <Empty title="Not worked out yet">
        It is worked out once a week from all prospects, for the first time within a day of the start, soon after 00:45
        UTC. Until then a new prospect is taken to click one email in thirty, and to open one in four of the others.
      </Empty>
    ) : (
      <>
        <p class="quiet-text">
          Worked out once a week, last <When zone={reader.zone} at={usual.at} /> ({fromNow(usual.at, reader.now)}). A
          new prospect is judged by this, as if by 20 emails of the own.
        </p>
        <Segments usual={usual} />
      </>
    )}
  </section>
);

const Segments = ({ usual }: { usual: Usual }) => (
  <div class="scroll">
    <table class="people">
      <thead>
        <tr>
          <th scope="col">Sector</th>
          <th scope="col" class="end">
            Emails
          </th>
          <th scope="col" class="end">
            Clicked
          </th>
          <th scope="col" class="end">
            Of the others opened
          </th>
        </tr>
      </thead>
      <tbody>
        {segmentLines(usual).map(({ name, emails, clicked, opened }) => (
          <tr>
            <th scope="row">{name}</th>
            <td class="end" data-label="Emails:">
              {emails}
            </td>
            <td class="end" data-label="Clicked:">
              {percent(clicked)}
            </td>
            <td class="end" data-label="Others opened:">
              {percent(opened)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
