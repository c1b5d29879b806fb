/** @jsxImportSource hono/jsx */
import { isRunning } from "../../../shared/experiment/experiment.ts";
import type { Experiment } from "../../../shared/experiment/experiment.ts";
import { emptyTally } from "../../../shared/experiment/tally.ts";
import type { Tally } from "../../../shared/experiment/tally.ts";
import { verdictOf } from "../../../shared/experiment/verdict.ts";
import { ARM_NAMES, armWords, stateWords, verdictWords } from "../experiment-words.ts";
import { Chip } from "../parts/chip.tsx";
import { Empty } from "../parts/empty.tsx";

export type ExperimentRow = {
  readonly experiment: Experiment;
  readonly tally: Tally | undefined;
  /** By article id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly endedOn: string | undefined;
};

const Row = ({ experiment, tally, titles, endedOn, today }: ExperimentRow & { readonly today: string }) => {
  const known = tally ?? emptyTally(0);
  return (
    <li>
      <h3 class="row-title">
        <a class="title" href={`/experiments/${experiment.id}`}>
          {experiment.name}
        </a>
      </h3>
      <p>{verdictWords(verdictOf(known), known).says}</p>
      <p class="meta">
        <Chip tone={isRunning(experiment) ? "tint" : "plain"}>
          {experiment.of === "subject" ? "Two subjects" : "Two articles"}
        </Chip>
        <span>{stateWords(experiment, today, endedOn)}</span>
      </p>
      <p class="quiet-text small">
        {(["a", "b"] as const).map((arm) => `${ARM_NAMES[arm]}: ${armWords(experiment, arm, titles)}`).join(" · ")}
      </p>
    </li>
  );
};

const Rows = ({ title, rows, today }: { title: string; rows: readonly ExperimentRow[]; today: string }) =>
  rows.length === 0 ? null : (
    <section class="group">
      <h2>{title}</h2>
      <ul class="rows">
        {rows.map((row) => (
          <Row {...row} today={today} />
        ))}
      </ul>
    </section>
  );

const New = () => (
  <div class="buttons">
    <a class="button primary" href="/experiments/new?of=subject">
      New: two subjects
    </a>
    <a class="button" href="/experiments/new?of=article">
      New: two articles
    </a>
  </div>
);

export const ExperimentsPage = ({ rows, today }: { rows: readonly ExperimentRow[]; today: string }) => (
  <>
    <div class="head">
      <div>
        <h1>Experiments</h1>
        <p>
          Two subjects or two articles, half of the prospects each; what people click decides, and not what machines
          open.
        </p>
      </div>
      {rows.length > 0 && <New />}
    </div>
    {rows.length === 0 ? (
      <>
        <Empty title="No experiment yet">
          Hold two subjects of one article against each other, or two articles. Each prospect always stays in the same
          half, and nobody gets more email for it.
        </Empty>
        <div class="section-top">
          <New />
        </div>
      </>
    ) : (
      <>
        <Rows title="Running" rows={rows.filter(({ experiment }) => isRunning(experiment))} today={today} />
        <Rows title="Ended" rows={rows.filter(({ experiment }) => !isRunning(experiment))} today={today} />
      </>
    )}
  </>
);
