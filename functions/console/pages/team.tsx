/** @jsxImportSource hono/jsx */
import type { Compared } from "../../../shared/practice/compare.ts";
import { PERIODS } from "../../../shared/practice/figures.ts";
import type { Days, Figures } from "../../../shared/practice/figures.ts";
import { FEWEST, FEWEST_HITS, FEWEST_VALUES, WIDEST_POINTS } from "../../../shared/practice/intervals.ts";
import { toLocal } from "../../../shared/time.ts";
import type { Reader } from "../chrome.ts";
import { Empty } from "../parts/empty.tsx";
import { Claims } from "../parts/team-claims.tsx";
import { Overdue } from "../parts/team-overdue.tsx";
import type { OverdueProps } from "../parts/team-overdue.tsx";
import { RepFigures } from "../parts/team-rep.tsx";
import { dateIn, whenIn } from "../when.ts";

export type TeamPageProps = {
  readonly reader: Reader;
  readonly days: Days;
  readonly from: number;
  readonly reps: readonly { readonly name: string; readonly figures: Figures }[];
  readonly together: Figures;
  readonly claims: readonly Compared[];
  readonly overdue: Pick<OverdueProps, "late" | "count">;
};

const Periods = ({ days }: { days: Days }) => (
  <nav class="tabs" aria-label="How far back">
    {PERIODS.map((one) => (
      <a href={`/team?days=${one}`} aria-current={one === days ? "page" : undefined}>
        {one} days
      </a>
    ))}
  </nav>
);

const NoReps = () => (
  <Empty title="There are no reps to show">
    Reps come with an import, each with their team. You see those of your own team; if it is empty, somebody who looks
    after the members can say which is yours.
  </Empty>
);

const NoCalls = ({ days }: { days: Days }) => (
  <Empty title={`No calls in the last ${days} days`}>
    The numbers begin with the first result that a rep saves after a call. See <a href="/">the worklist</a> for whom to
    call{days < 365 && ", or look further back above"}.
  </Empty>
);

const HowCounted = () => (
  <section class="section">
    <h2>How this is counted</h2>
    <ul class="rules">
      <li>
        The range beside a figure is its interval of 95 %: nineteen in twenty such ranges hold the true figure. Shares
        have Wilson's, middles that of the sign test, ratios Katz's.
      </li>
      <li>
        "Not enough data" stands for a share of fewer than {FEWEST}, or with an interval of more than {WIDEST_POINTS}{" "}
        points to either side; for a middle of fewer than {FEWEST_VALUES}, because below that no interval holds; and for
        a ratio of fewer than {FEWEST} dials or {FEWEST_HITS} answers on a side.
      </li>
      <li>
        The intervals take each dial by itself. Several to one prospect are alike, so the true ranges are a little
        wider. With many reps and many figures, some will stand out by chance.
      </li>
      <li>
        A middle time to the first call counts whoever still waits for more than five minutes with the wait so far, so
        the true one may be longer. Who asks at night is counted from when they can be called.
      </li>
      <li>
        Nobody here was called at random: other people are dialled at 10 than at 14, and other people get a twelfth
        touch. Differences are worth a trial and prove no cause.
      </li>
    </ul>
  </section>
);

/** How the team keeps at it: what is late, each rep's figures, and the practice's claims beside the team's own numbers. */
export const TeamPage = ({ reader, days, from, reps, together, claims, overdue }: TeamPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Team</h1>
        <p>
          From {dateIn(reader.zone, from)} to {whenIn(reader.zone, reader.now)}.
        </p>
      </div>
      <a class="button quiet" href={`/calls.csv?from=${toLocal(reader.zone, from).date}`}>
        Calls as CSV
      </a>
    </div>
    <Periods days={days} />
    {reps.length === 0 && <NoReps />}
    {overdue.count > 0 && (
      <section class="group">
        <h2>
          Overdue now <span class="count">{overdue.count}</span>
        </h2>
        <Overdue {...overdue} reader={reader} />
      </section>
    )}
    {reps.length > 0 && (
      <section class="group">
        <h2>
          Reps <span class="count">{reps.length}</span>
        </h2>
        <div class="stack">
          {together.dials === 0 && <NoCalls days={days} />}
          {reps.length > 1 && together.dials > 0 && <RepFigures id="all" name="All together" figures={together} />}
          {together.dials + together.firstCalls.all.length > 0 &&
            reps.map(({ name, figures }, i) => <RepFigures id={`rep-${i}`} name={name} figures={figures} />)}
        </div>
      </section>
    )}
    <section class="group">
      <h2>What is said, and what you see</h2>
      <p class="narrow-text quiet-text">
        Much of what is said about following up is folklore. Here it stands with where it was read, beside your team's
        own numbers of this time.
      </p>
      <Claims all={claims} />
    </section>
    <HowCounted />
  </>
);
