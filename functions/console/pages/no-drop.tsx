/** @jsxImportSource hono/jsx */
import { displayName, type Prospect } from "../../../shared/prospect/prospect.ts";
import type { NoDrop } from "../../../shared/prospect/no-drop-store.ts";
import type { Reader } from "../chrome.ts";
import { Empty } from "../parts/empty.tsx";
import { whenIn } from "../when.ts";

type DroppedLine = { readonly prospect: Prospect; readonly why: string; readonly repName: string | undefined };

export type NoDropPageProps = {
  /** Undefined before the first look. */
  readonly found: NoDrop | undefined;
  /** Of those found, the ones whose work the reader sees. */
  readonly lines: readonly DroppedLine[];
  /** The reader sees everybody's, so the counts of all are theirs to know. */
  readonly all: boolean;
  readonly reader: Reader;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const Row = ({ line: { prospect, why, repName } }: { line: DroppedLine }) => (
  <li>
    <h3 class="row-title">
      <a class="title" href={`/prospects/${encodeURIComponent(prospect.id)}`}>
        {displayName(prospect)}
      </a>{" "}
      <span class="quiet-text">{prospect.company}</span>
    </h3>
    <p>{capital(why)}.</p>
    <p class="meta">
      {repName && <span>{repName}</span>}
      <span>Put a call on the worklist from their page, or send them an article.</span>
    </p>
  </li>
);

const Counts = ({ found: { byKind, looked, repaired } }: { found: NoDrop }) => (
  <dl class="counts">
    {(
      [
        ["Prospects", looked],
        ["A call is due", byKind.call],
        ["An email is due", byKind.email],
        ["Come back on a date", byKind.back],
        ["A named reason why not", byKind.none],
        ["Nothing is due", byKind.dropped],
        ["Set right just then", repaired],
      ] as const
    ).map(([name, count]) => (
      <div>
        <dt>{name}</dt>
        <dd>{count}</dd>
      </div>
    ))}
  </dl>
);

export const NoDropPage = ({ found, lines, all, reader }: NoDropPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Nobody dropped</h1>
        <p>
          Every prospect has a next touch with a date, or a reason why not. Looked through once a day
          {found ? `, last on ${whenIn(reader.zone, found.at)}` : ", and not yet"}.
        </p>
      </div>
      <form method="post" action="/no-drop">
        <button type="submit">Look now</button>
      </form>
    </div>
    {found && all && <Counts found={found} />}
    {lines.length > 0 ? (
      <ol class="rows">
        {lines.map((line) => (
          <Row line={line} />
        ))}
      </ol>
    ) : (
      <Empty title={found ? "Nobody is dropped" : "Nobody has looked yet"}>
        {found ? "Each of your prospects has something to come, or is left in peace for a reason." : "Look now to see."}
      </Empty>
    )}
    {found && all && found.byKind.dropped > found.dropped.length && (
      <p class="quiet-text section-top">And {found.byKind.dropped - found.dropped.length} more.</p>
    )}
  </>
);
