/** @jsxImportSource hono/jsx */
import { HORIZON_WEEKS } from "../../../shared/runway/lasts.ts";
import type { RunwayRow } from "../../../shared/runway/runway.ts";
import type { Reader } from "../chrome.ts";
import { Empty } from "../parts/empty.tsx";
import { When } from "../parts/when.tsx";
import { bySoonest, PLOT, runsOut, weekBars } from "../runway-layout.ts";
import { sectorName } from "../sector-name.ts";
import { longDate, shortDate } from "../when.ts";

export type RunwayPageProps = {
  readonly rows: readonly RunwayRow[];
  /** Of the prospects that are named, by id; who is not in it is gone. */
  readonly names: ReadonlyMap<string, string>;
  readonly reader: Reader;
};

const nameOf = (row: RunwayRow): string =>
  row.of === "sector" ? sectorName(row.name) || "No sector" : row.of === "everybody" ? "Everybody" : row.name;

const TICKS = [0, 13, 26, 39, HORIZON_WEEKS] as const;

const Plot = ({ row, id }: { row: RunwayRow; id: string }) => (
  <svg
    class="runway-plot"
    viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
    role="img"
    aria-labelledby={`${id}-title`}
    aria-describedby={`${id}-desc`}
  >
    <title id={`${id}-title`}>{nameOf(row)}: for how many prospects the library runs out in which week</title>
    <desc id={`${id}-desc`}>{runsOut(row)}</desc>
    <path d={`M0 ${PLOT.base} H${PLOT.width}`} />
    {weekBars(row).map(({ x, y, height, tone }) => (
      <rect class={tone || undefined} x={x} y={y} width={PLOT.bar} height={height} />
    ))}
    {TICKS.map((week) => (
      <text
        x={Math.min(week * PLOT.step, PLOT.width)}
        y={PLOT.base + 16}
        text-anchor={week === 0 ? "start" : week === HORIZON_WEEKS ? "end" : "middle"}
      >
        {week === 0 ? "now" : week === HORIZON_WEEKS ? "longer" : `${week} weeks`}
      </text>
    ))}
  </svg>
);

const First = ({ row, names }: { row: RunwayRow; names: RunwayPageProps["names"] }) => {
  const known = row.first.flatMap((one) => {
    const name = names.get(one.prospectId);
    return name === undefined ? [] : [{ ...one, name }];
  });
  return known.length === 0 ? null : (
    <details>
      <summary>Whom it hits first in {nameOf(row)}</summary>
      <ol class="runway-first">
        {known.map(({ prospectId, name, out, emails }) => (
          <li>
            <a href={`/prospects/${prospectId}`} dir="auto">
              {name}
            </a>
            : nothing left on {shortDate(out)}, after {emails === 1 ? "1 more email" : `${emails} more emails`}
          </li>
        ))}
      </ol>
    </details>
  );
};

const Group = ({ row, id, names }: { row: RunwayRow; id: string; names: RunwayPageProps["names"] }) => (
  <li class="runway-row">
    <div>
      <h3>{nameOf(row)}</h3>
      <p class="meta">{row.people === 1 ? "1 prospect" : `${row.people} prospects`}</p>
      <p>{runsOut(row)}</p>
      <First row={row} names={names} />
    </div>
    <Plot row={row} id={id} />
  </li>
);

const WorkOut = ({ again }: { again: boolean }) => (
  <form method="post" action="/library/runway">
    <button class={again ? undefined : "primary"} type="submit">
      {again ? "Work it out anew" : "Work it out now"}
    </button>
  </form>
);

const Groups = ({
  rows,
  names,
  of,
  title,
}: Pick<RunwayPageProps, "rows" | "names"> & { of: RunwayRow["of"]; title: string }) => {
  const shown = bySoonest(rows.filter((row) => row.of === of));
  return shown.length === 0 ? null : (
    <section class="section">
      <h2>{title}</h2>
      <ul class="rows">
        {shown.map((row, at) => (
          <Group row={row} id={`${of}-${at}`} names={names} />
        ))}
      </ul>
    </section>
  );
};

/** For how many weeks there is something to send, and to whom nothing is left first. */
export const RunwayPage = ({ rows, names, reader: { zone } }: RunwayPageProps) => {
  const [latest] = rows;
  return (
    <>
      <a class="crumb" href="/library">
        Library
      </a>
      <div class="head">
        <div>
          <h1>Runway</h1>
          <p>How long the library lasts, if nothing is added and nobody answers, by the rules that send the emails.</p>
        </div>
        {latest && <WorkOut again />}
      </div>
      {latest === undefined ? (
        <div class="stack">
          <Empty title="Not worked out yet">
            It is worked out every night for everybody who may be mailed. You need prospects with a rep, and a cadence.
          </Empty>
          <WorkOut again={false} />
        </div>
      ) : (
        <>
          <p class="small quiet-text">
            Worked out <When zone={zone} at={latest.asOf} />. Weeks count from {longDate(latest.date)}; those within the
            next quarter are marked.
          </p>
          <Groups rows={rows} names={names} of="everybody" title="All prospects" />
          <Groups rows={rows} names={names} of="segment" title="By segment" />
          <Groups rows={rows} names={names} of="sector" title="By sector" />
        </>
      )}
    </>
  );
};
