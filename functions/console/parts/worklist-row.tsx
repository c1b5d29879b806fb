/** @jsxImportSource hono/jsx */
import { displayName, mustNotBeCalled } from "../../../shared/prospect/prospect.ts";
import { placeOf } from "../../../shared/time.ts";
import type { Call } from "../../../shared/call/call.ts";
import type { Reader } from "../chrome.ts";
import { isHolidayThere } from "../holiday-there.ts";
import { attemptLine } from "../other-attempts.ts";
import { dayNear, dueTone, fromNow, nearIn, timeIn } from "../when.ts";
import type { Task } from "../worklist-view.ts";
import { AskedClock } from "./asked-clock.tsx";
import { DoNotCallChip, LaneChip, UnsubscribedChip } from "./chip.tsx";
import { Phone } from "./phone.tsx";
import { When } from "./when.tsx";

type DueProps = { readonly call: Call; readonly kept: Task["kept"]; readonly reader: Reader };

/** What waits: the time it is there, because that decides whether to dial, and since when it is due. */
const DueNow = ({ call: { timeZone, dueAt }, reader }: DueProps) => (
  <p class="due">
    <time datetime={new Date(reader.now).toISOString()}>
      <strong>{timeIn(timeZone, reader.now)}</strong> {placeOf(timeZone)} now
    </time>
    <span class={`small ${dueTone(dueAt, reader.now)}`}>
      due{" "}
      <When zone={timeZone} at={dueAt}>
        {nearIn(timeZone, dueAt, reader.now)}
      </When>
      , {fromNow(dueAt, reader.now)}
    </span>
  </p>
);

/** What comes: when to call there, when that is here where days or hours differ, and what time it is there now. */
const DueLater = ({ call: { timeZone, country, dueAt }, kept, reader }: DueProps) => {
  const at = kept?.nextAt ?? dueAt;
  const here = nearIn(reader.zone, at, reader.now);
  return (
    <p class="due">
      <When zone={timeZone} at={at}>
        <strong>{timeIn(timeZone, at)}</strong> {placeOf(timeZone)}
      </When>
      <span class="small">
        {dayNear(timeZone, at, reader.now)}, <span class="quiet-text">{fromNow(at, reader.now)}</span>
      </span>
      {here !== nearIn(timeZone, at, reader.now) && (
        <span class="small quiet-text">
          {here} in {placeOf(reader.zone)}
        </span>
      )}
      <span class="small quiet-text">
        It is {timeIn(timeZone, reader.now)} there now
        {isHolidayThere(country, timeZone, reader.now) && ", on a public holiday"}
      </span>
    </p>
  );
};

const Due = (props: DueProps) =>
  props.kept || props.call.dueAt > props.reader.now ? <DueLater {...props} /> : <DueNow {...props} />;

type RowProps = { readonly task: Task; readonly reader: Reader };

export const WorklistRow = ({ task: { call, prospect, otherAttempts, repName, kept }, reader }: RowProps) => (
  <li class="task">
    <div>
      <Due call={call} kept={kept} reader={reader} />
      <AskedClock call={call} now={reader.now} />
    </div>
    <div>
      <h3>
        <a class="title" href={`/prospects/${call.prospectId}/calls/${call.number}`}>
          {displayName(prospect)}
        </a>{" "}
        <span class="who">{[prospect.title, prospect.company].filter(Boolean).join(", ")}</span>
      </h3>
      <p class="why">{call.why}</p>
      {kept && <p class="small">Kept for then: {kept.why}.</p>}
      <p class="meta">
        <span>{attemptLine(call, { emails: prospect.touchCount, others: otherAttempts })}</span>
        {repName && <span>{repName}</span>}
        <UnsubscribedChip prospect={prospect} />
        <DoNotCallChip prospect={prospect} />
      </p>
    </div>
    <div class="act">
      <LaneChip lane={call.lane} />
      <Phone phone={prospect.phone} plain={mustNotBeCalled(prospect) && call.lane !== "hot"} />
    </div>
  </li>
);
