/** @jsxImportSource hono/jsx */
import type { Axis } from "../team-layout.ts";
import type { Compared } from "../../../shared/practice/compare.ts";
import { CLAIM, WIDTH, axisOf } from "../team-layout.ts";
import { claimedInWords, ownInWords } from "../team-words.ts";
import { TeamPlot, Tick } from "./team-plots.tsx";

type Figure = Compared["figures"][number];

const Claimed = ({ axis, claimed: { low, high, orMore } }: { axis: Axis; claimed: Figure["claimed"] }) => {
  const [from, to] = [axis.x(low), orMore ? WIDTH - CLAIM.left : axis.x(high)];
  return (
    <>
      {to > from && <path class="claim-range" d={`M${from} ${CLAIM.line} H${to}`} />}
      {[from, ...(to > from && !orMore ? [to] : [])].map((x) => (
        <path class="claim-mark" d="M0 -7 L5.5 0 L0 7 L-5.5 0 Z" transform={`translate(${x} ${CLAIM.line})`} />
      ))}
    </>
  );
};

const Ours = ({ axis, own }: { axis: Axis; own: NonNullable<Figure["own"]> }) => (
  <>
    <path class="own-interval" d={`M${axis.x(own.low)} ${CLAIM.line} H${axis.x(own.high)}`} />
    <circle class="own" cx={axis.x(own.point)} cy={CLAIM.line} r={4.5} />
  </>
);

const Row = ({ id, compared, figure }: { id: string; compared: Compared; figure: Figure }) => {
  const { claim, figures } = compared;
  const { claimed, own } = figure;
  const axis = axisOf(claim.scale, figures);
  const said = claimedInWords(claim, claimed);
  const ours = own ? ownInWords(claim, own) : "not counted by Midweek";
  return (
    <div class="claim-row">
      {own && (
        <TeamPlot
          id={id}
          height={CLAIM.height}
          title={`${claimed.label ? `${claimed.label}: c` : "C"}laimed beside your own`}
          desc={`Claimed ${said}; your own ${ours}.`}
        >
          <path class="axis" d={`M${CLAIM.left} ${CLAIM.line} H${WIDTH - CLAIM.left}`} />
          {axis.ticks.map(({ x, text }) => (
            <>
              <path class="axis" d={`M${x} ${CLAIM.line - 4} v8`} />
              <Tick x={x} y={CLAIM.labels} text={text} />
            </>
          ))}
          <Claimed axis={axis} claimed={claimed} />
          {own.enough && <Ours axis={axis} own={own} />}
        </TeamPlot>
      )}
      <p class="small">
        {claimed.label && <strong>{claimed.label}: </strong>}
        <span class="quiet-text">claimed</span> {said}, <span class="quiet-text">your own</span> {ours}
      </p>
    </div>
  );
};

const One = ({ compared, number }: { compared: Compared; number: number }) => {
  const { claim, figures } = compared;
  return (
    <li>
      <h3>{claim.says}</h3>
      <p class="small quiet-text">{claim.source}</p>
      {figures.map((figure, i) => (
        <Row id={`claim-${number}-${i}`} compared={compared} figure={figure} />
      ))}
      {claim.ours && <p class="small">Counted: {claim.ours}.</p>}
      <p class="small quiet-text">{claim.remark}</p>
    </li>
  );
};

const Key = () => (
  <ul class="plot-key">
    <li>
      <svg class="team-plot" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
        <path class="claim-mark" d="M0 -7 L5.5 0 L0 7 L-5.5 0 Z" />
      </svg>
      claimed
    </li>
    <li>
      <svg class="team-plot" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
        <path class="own-interval" d="M-8 0 H8" />
        <circle class="own" cx={0} cy={0} r={4.5} />
      </svg>
      your own, with its interval of 95 %
    </li>
  </ul>
);

/** What is said of following up, and what the team's own numbers say. */
export const Claims = ({ all }: { all: readonly Compared[] }) => (
  <>
    <Key />
    <ol class="rows claims">
      {all.map((compared, i) => (
        <One compared={compared} number={i} />
      ))}
    </ol>
  </>
);
