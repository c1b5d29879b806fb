/** @jsxImportSource hono/jsx */

type CadenceRemoveProps = {
  readonly id: string;
  readonly name: string;
  /** What keeps it, a sentence each. */
  readonly why: readonly string[];
};

export const CadenceRemovePage = ({ id, name, why }: CadenceRemoveProps) => (
  <>
    <a class="crumb" href="/cadence">
      Cadence
    </a>
    <div class="head">
      <div>
        <h1>Remove {name}?</h1>
        <p>Only a cadence that nobody is in can be removed, so that nobody is left without a rhythm.</p>
      </div>
    </div>
    {why.length > 0 ? (
      <section class="card stack narrow-text">
        <h2>It cannot be removed now</h2>
        <ul class="rules">
          {why.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
        <p>
          <a href="/segments">Segments say who is in which cadence.</a> To send nothing meanwhile, pause it.
        </p>
      </section>
    ) : (
      <form class="card form narrow-text" method="post" action={`/cadence/${id}/remove`}>
        <p>Nobody is in it. Its history stays, and an earlier version can be brought back from there.</p>
        <div class="buttons">
          <button class="stop" type="submit">
            Remove {name}
          </button>
          <a class="button quiet" href="/cadence">
            Keep it
          </a>
        </div>
      </form>
    )}
  </>
);
