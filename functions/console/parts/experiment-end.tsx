/** @jsxImportSource hono/jsx */
import { isRunning } from "../../../shared/experiment/experiment.ts";
import type { Experiment } from "../../../shared/experiment/experiment.ts";
import type { Arm } from "../../../shared/touch/touch.ts";
import { ARM_NAMES } from "../experiment-words.ts";

type Props = { readonly experiment: Experiment; readonly winner: Arm | undefined };

const Post = ({ action, primary, children }: { action: string; primary?: boolean; children: string }) => (
  <form class="buttons section-top" method="post" action={action}>
    <button class={primary ? "primary" : undefined} type="submit">
      {children}
    </button>
  </form>
);

const Running = ({ experiment, path }: { experiment: Experiment; path: string }) => (
  <section class="card section">
    <h2>Ending it</h2>
    <p>
      It ends by itself when the test calls a winner{experiment.endsOn ? " or its last day is over" : ""}. From then on
      everybody is picked for as usual.
    </p>
    <Post action={`${path}/end`}>End it now</Post>
  </section>
);

const Subject = ({ experiment, winner, path }: Props & { path: string }) => {
  if (experiment.adopted)
    return (
      <p>
        {experiment.adopted.by} adopted {ARM_NAMES[experiment.adopted.arm]}: the email about the article has that
        subject from then on. Nobody is mailed again for it, whichever subject they had.
      </p>
    );
  if (!winner)
    return (
      <p>
        The email about the article has its usual subject again. There is no winner, so none is there to be adopted.
      </p>
    );
  return (
    <>
      <p>
        The email about the article has its usual subject again, until you adopt the winner. Nobody is mailed again for
        it, whichever subject they had.
      </p>
      <Post action={`${path}/adopt`} primary>
        {`Adopt ${ARM_NAMES[winner]} as the article's subject`}
      </Post>
    </>
  );
};

const Articles = ({ experiment, winner }: Props) => {
  const loser: Arm | undefined = winner && (winner === "a" ? "b" : "a");
  return (
    <p>
      Both articles are in the library like any other, and whoever had one may get the other in a later slot; nobody is
      mailed out of turn.
      {loser && experiment.of === "article" && (
        <>
          {" "}
          If {ARM_NAMES[loser]} is not to go out any more, retire it on{" "}
          <a href={`/library/${experiment.articles[loser]}`}>its page</a>.
        </>
      )}
    </p>
  );
};

/** How it ends, or what holds since it has. */
export const ExperimentEnd = ({ experiment, winner }: Props) => {
  const path = `/experiments/${experiment.id}`;
  if (isRunning(experiment)) return <Running experiment={experiment} path={path} />;
  return (
    <section class="card section">
      <h2>What holds now</h2>
      {experiment.of === "subject" ? (
        <Subject experiment={experiment} winner={winner} path={path} />
      ) : (
        <Articles experiment={experiment} winner={winner} />
      )}
    </section>
  );
};
