/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import type { Segment } from "../../../shared/segment/segment.ts";
import type { SegmentCount, SegmentWords } from "../../../shared/segment/store.ts";
import { Chip } from "../parts/chip.tsx";
import { Empty } from "../parts/empty.tsx";
import { SampleList } from "../parts/segment-sample.tsx";
import { When } from "../parts/when.tsx";
import { rulesWords } from "../segment-words.ts";
import type { Names } from "../segment-words.ts";

type SegmentLine = {
  readonly segment: Segment;
  readonly count: SegmentCount | undefined;
  readonly sample: readonly Prospect[];
  /** Its cadence's name; undefined = it gives none. */
  readonly cadence: string | undefined;
  /** The cadence it names is not there any more. */
  readonly gone: boolean;
};

export type SegmentsPageProps = {
  readonly lines: readonly SegmentLine[];
  readonly words: SegmentWords | undefined;
  readonly names: Names;
  readonly zone: string;
};

const people = (count: number): string => `${count.toLocaleString("en")} ${count === 1 ? "prospect" : "prospects"}`;

const Deed = ({ path, way, children }: { path: string; way?: string; children?: Child }) => (
  <form method="post" action={path}>
    {way && <input type="hidden" name="way" value={way} />}
    <button class="quiet" type="submit">
      {children}
    </button>
  </form>
);

const Counted = ({ count, zone }: { count: SegmentCount | undefined; zone: string }) =>
  count ? (
    <p class="meta">
      <strong class="segment-count">{people(count.members)}</strong>
      <span>{count.mailable.toLocaleString("en")} may be mailed</span>
      <span>
        as of <When zone={zone} at={count.asOf} />
      </span>
    </p>
  ) : (
    <p class="meta">Not counted yet; that takes about a minute after a change.</p>
  );

const Row = ({ line, place, last, names, zone }: RowProps) => {
  const { segment, count, sample, cadence, gone } = line;
  const path = `/segments/${segment.id}`;
  return (
    <li class="segment">
      <div>
        <h2 class="row-title">
          <a class="title" href={path} dir="auto">
            {place}. {segment.name}
          </a>
        </h2>
        <ul class="segment-rules">
          {rulesWords(segment.rules, names).map((words) => (
            <li>{words}</li>
          ))}
        </ul>
        <div class="chips section-top">
          {cadence ? <Chip tone="tint">Cadence: {cadence}</Chip> : <Chip>Gives no cadence</Chip>}
          {gone && <Chip tone="wrong">Its cadence is gone; choose another</Chip>}
        </div>
        <Counted count={count} zone={zone} />
        {sample.length > 0 && (
          <details class="section-top">
            <summary>
              Some of them <span class="unseen">in {segment.name}</span>
            </summary>
            <SampleList sample={sample} />
          </details>
        )}
      </div>
      <div class="buttons segment-deeds">
        {place > 1 && (
          <Deed path={`${path}/move`} way="up">
            Up <span class="unseen">with {segment.name}</span>
          </Deed>
        )}
        {!last && (
          <Deed path={`${path}/move`} way="down">
            Down <span class="unseen">with {segment.name}</span>
          </Deed>
        )}
      </div>
    </li>
  );
};

type RowProps = {
  readonly line: SegmentLine;
  readonly place: number;
  readonly last: boolean;
  readonly names: Names;
  readonly zone: string;
};

export const SegmentsPage = ({ lines, words, names, zone }: SegmentsPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Segments</h1>
        <p>
          Groups of prospects by what they have in common. Somebody may be in several; the first from above that names a
          cadence gives it, and who is in none of those has the default one. However many, it is one email a slot.
        </p>
      </div>
      <a class="button primary" href="/segments/new">
        New segment
      </a>
    </div>
    {lines.length === 0 ? (
      <Empty title="No segments yet">
        Everybody has the default cadence. <a href="/segments/new">Make a segment</a> to look at a group by itself, or
        to give it <a href="/cadence">a cadence</a> of its own.
      </Empty>
    ) : (
      <ol class="rows">
        {lines.map((line, index) => (
          <Row {...{ line, place: index + 1, last: index === lines.length - 1, names, zone }} />
        ))}
      </ol>
    )}
    {lines.length > 0 && (
      <form class="by-hand section-top" method="post" action="/segments/recount">
        <p class="quiet-text">
          {words ? (
            <>
              Of {people(words.people)} in all, as of <When zone={zone} at={words.asOf} />. Counted every night and
              after every change and import.
            </>
          ) : (
            "Counted every night and after every change and import."
          )}
        </p>
        <button class="quiet" type="submit">
          Count again
        </button>
      </form>
    )}
  </>
);
