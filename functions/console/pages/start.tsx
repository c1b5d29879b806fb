/** @jsxImportSource hono/jsx */
import type { Beginnings, Step } from "../../../shared/first-steps/first-steps.ts";
import { stepWords, waitingFor } from "../first-steps-words.ts";
import { Chip } from "../parts/chip.tsx";

export type StartPageProps = {
  readonly steps: readonly Step[];
  readonly found: Beginnings;
  readonly local: boolean;
  /** The sample company is there and may be taken out. */
  readonly sample: boolean;
};

type ActProps = {
  readonly step: Step;
  readonly next: boolean;
  readonly href?: string | undefined;
  readonly text?: string | undefined;
};

const Act = ({ step, next, href, text }: ActProps) => (
  <div class="buttons">
    {href && (
      <a class={next ? "button primary" : "button"} href={href}>
        {text}
      </a>
    )}
    {step.id === "cadence" && !step.done && step.waitsFor.length === 0 && (
      <form method="post" action="/start/cadence">
        <button type="submit">This rhythm suits us</button>
      </form>
    )}
    {step.id === "go" && !step.done && step.waitsFor.length === 0 && (
      <form method="post" action="/start/go">
        <button class={next ? "primary" : undefined} type="submit">
          Go: send from now on
        </button>
      </form>
    )}
  </div>
);

const OnTheCommandLine = () => (
  <p class="small quiet-text">
    On the command line: <code>midweek:aws -- import</code>
  </p>
);

const One = ({ step, next, found, local }: { step: Step; next: boolean } & Pick<StartPageProps, "found" | "local">) => {
  const words = stepWords(step, found, local);
  const imports = step.id === "reps" || step.id === "prospects";
  return (
    <li class="step" aria-current={next ? "step" : undefined}>
      <div>
        <h2>
          {words.title} {step.done ? <Chip tone="tint">Done</Chip> : next && <Chip tone="solid">Next</Chip>}
        </h2>
        <p class="quiet-text">{words.why}</p>
        {words.found && <p>{words.found}</p>}
        {!step.done && step.waitsFor.length > 0 && <p class="small">First {waitingFor(step)}.</p>}
        {imports && !local && <OnTheCommandLine />}
      </div>
      <Act step={step} next={next} {...words.way} />
    </li>
  );
};

const Sample = () => (
  <section class="card sample" aria-label="The sample company">
    <h2>This is a sample company</h2>
    <p>
      Look around as long as you like. When you begin with your own, the sample's people, emails, articles and calls go,
      all at once; what you added yourself stays.
    </p>
    <form class="section-top" method="post" action="/start/remove-sample">
      <button type="submit">Remove the sample company</button>
    </form>
  </section>
);

export const StartPage = ({ steps, found, local, sample }: StartPageProps) => {
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done && step.waitsFor.length === 0);
  return (
    <>
      <div class="head">
        <div>
          <h1>First steps</h1>
          <p>
            {done === steps.length
              ? "All done: Midweek sends by itself."
              : "From an empty company to the first afternoon, in this order."}
          </p>
        </div>
      </div>
      {sample && <Sample />}
      <p class="steps-done">
        <label for="steps-done">
          {done} of {steps.length} done
        </label>
        <progress id="steps-done" max={steps.length} value={done} />
      </p>
      <ol class="steps">
        {steps.map((step) => (
          <One step={step} next={step === next} found={found} local={local} />
        ))}
      </ol>
    </>
  );
};
