/** @jsxImportSource hono/jsx */
import { isRunning } from "../../../shared/experiment/experiment.ts";
import { winnerOf } from "../../../shared/experiment/result.ts";
import { emptyTally } from "../../../shared/experiment/tally.ts";
import type { Tally } from "../../../shared/experiment/tally.ts";
import { verdictOf } from "../../../shared/experiment/verdict.ts";
import type { Verdict } from "../../../shared/experiment/verdict.ts";
import type { Arm } from "../../../shared/touch/touch.ts";
import type { Reader } from "../chrome.ts";
import { ARM_NAMES, armWords, differenceWords, stateWords, verdictWords } from "../experiment-words.ts";
import { Chip } from "../parts/chip.tsx";
import { ExperimentEnd } from "../parts/experiment-end.tsx";
import { ExperimentHow } from "../parts/experiment-how.tsx";
import { ExperimentNumbers } from "../parts/experiment-numbers.tsx";
import { When } from "../parts/when.tsx";
import type { ExperimentRow } from "./experiments.tsx";

export type ExperimentPageProps = ExperimentRow & {
  readonly cadenceName: string;
  /** Something it is about cannot be mailed any more. */
  readonly stuck: boolean;
  readonly today: string;
  readonly reader: Reader;
};

const ARMS: readonly Arm[] = ["a", "b"];

const ArmCard = ({ arm, won, ...about }: ExperimentRow & { arm: Arm; won: boolean }) => {
  const { experiment, titles } = about;
  const words = armWords(experiment, arm, titles);
  return (
    <li class={won ? "card trial-arm won" : "card trial-arm"}>
      <span class="trial-letter">{ARM_NAMES[arm]}</span>
      <p class="text" dir="auto">
        {experiment.of === "article" ? <a href={`/library/${experiment.articles[arm]}`}>{words}</a> : words}
      </p>
      {won && (
        <p>
          <Chip tone="solid">Winner</Chip>
        </p>
      )}
    </li>
  );
};

type SaysProps = {
  readonly tally: Tally;
  readonly verdict: Verdict;
  readonly zone: string;
  readonly known: boolean;
  readonly path: string;
};

const Says = ({ tally, verdict, zone, known, path }: SaysProps) => {
  const { says, more } = verdictWords(verdict, tally);
  const compared = verdict.state !== "nothing" && verdict.state !== "uneven";
  return (
    <section class="card section-top">
      <h2>What the test says now</h2>
      <p class="trial-says">{says}</p>
      {more && <p>{more}</p>}
      {compared && <p>The true difference is {differenceWords(verdict)}; so it says with a certainty of 95 %.</p>}
      <form class="buttons section-top" method="post" action={`${path}/work-out`}>
        <button class="quiet" type="submit">
          Work it out now
        </button>
      </form>
      <p class="quiet-text small section-top">
        {known ? (
          <>
            Last worked out: <When zone={zone} at={tally.at} />. That is done once a day.
          </>
        ) : (
          "It is worked out once a day, and was not yet."
        )}
      </p>
    </section>
  );
};

const Head = ({ experiment, endedOn, titles, cadenceName, today }: ExperimentPageProps) => (
  <>
    <a class="crumb" href="/experiments">
      Experiments
    </a>
    <div class="head">
      <div>
        <h1>{experiment.name}</h1>
        <p>
          {stateWords(experiment, today, endedOn)}, in the slots of {cadenceName}. Made by {experiment.createdBy}.
        </p>
        {experiment.of === "subject" && (
          <p>
            Of the email about{" "}
            <a href={`/library/${experiment.articleId}`}>
              {titles.get(experiment.articleId) ?? "an article that is no longer in the library"}
            </a>
          </p>
        )}
      </div>
      <Chip tone={isRunning(experiment) ? "tint" : "plain"}>
        {experiment.of === "subject" ? "Two subjects" : "Two articles"}
      </Chip>
    </div>
  </>
);

export const ExperimentPage = (props: ExperimentPageProps) => {
  const { experiment, reader } = props;
  const tally = props.tally ?? emptyTally(0);
  const verdict = verdictOf(tally);
  const winner = winnerOf(experiment, props.tally);
  return (
    <>
      <Head {...props} />
      {props.stuck && isRunning(experiment) && (
        <p class="flash bad">
          Nobody comes into it any more: {experiment.of === "subject" ? "its article" : "one of its articles"} cannot be
          mailed. It is retired, has expired, is to be mended first, or was taken out of the library.
        </p>
      )}
      <ul class="trial-arms">
        {ARMS.map((arm) => (
          <ArmCard {...props} arm={arm} won={winner === arm} />
        ))}
      </ul>
      <Says
        {...{ tally, verdict }}
        zone={reader.zone}
        known={props.tally !== undefined}
        path={`/experiments/${experiment.id}`}
      />
      <ExperimentNumbers tally={tally} verdict={verdict} />
      <ExperimentEnd experiment={experiment} winner={winner} />
      <ExperimentHow />
    </>
  );
};
