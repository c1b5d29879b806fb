/** @jsxImportSource hono/jsx */
import type { Call } from "../../../shared/call/call.ts";
import { displayName, type Prospect } from "../../../shared/prospect/prospect.ts";
import type { Reader } from "../chrome.ts";
import { AskedClock, ClockScript } from "../parts/asked-clock.tsx";
import { LaneChip, UnsubscribedChip } from "../parts/chip.tsx";
import { Empty } from "../parts/empty.tsx";
import { Phone } from "../parts/phone.tsx";
import { When } from "../parts/when.tsx";
import { touchNumber } from "../touch-number.ts";
import { placeOf } from "../../../shared/time.ts";
import { dayNear, dueTone, fromNow, nearIn, timeIn, whenIn } from "../when.ts";

/** An open call with whom it is about; `repName` only when the work of all reps is shown. */
export type Task = {
  readonly call: Call;
  readonly prospect: Prospect;
  /** Attempts of the prospect's other calls. */
  readonly otherAttempts: number;
  readonly repName?: string | undefined;
};

export type Group = { readonly title: string; readonly tasks: readonly Task[] };

const Due = ({ call, reader }: { call: Call; reader: Reader }) => {
  const { dueAt, timeZone } = call;
  const here = nearIn(reader.zone, dueAt, reader.now);
  return (
    <p class="due">
      <When zone={timeZone} at={dueAt}>
        <strong>{timeIn(timeZone, dueAt)}</strong> {placeOf(timeZone)}
      </When>
      <span class="small">
        {dayNear(timeZone, dueAt, reader.now)},{" "}
        <span class={dueTone(dueAt, reader.now)}>
          {dueAt <= reader.now ? `due ${fromNow(dueAt, reader.now)}` : fromNow(dueAt, reader.now)}
        </span>
      </span>
      {here !== nearIn(timeZone, dueAt, reader.now) && (
        <span class="small quiet-text">
          {here} in {placeOf(reader.zone)}
        </span>
      )}
    </p>
  );
};

function attemptWords({ call, otherAttempts }: Task): string {
  const count = call.attempts.length;
  if (count > 0) return `${count} ${count === 1 ? "attempt" : "attempts"} so far`;
  if (call.brief.lastConversation !== undefined) return "First attempt since you spoke";
  return otherAttempts > 0 ? "First attempt of this call" : "First attempt";
}

const Row = ({ task, task: { call, prospect, otherAttempts, repName }, reader }: { task: Task; reader: Reader }) => (
  <li class="task">
    <div>
      <Due call={call} reader={reader} />
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
      <p class="meta">
        <span>{touchNumber(prospect.touchCount + otherAttempts + call.attempts.length + 1)}</span>
        <span>{attemptWords(task)}</span>
        {repName && <span>{repName}</span>}
        <UnsubscribedChip prospect={prospect} />
      </p>
    </div>
    <div class="act">
      <LaneChip lane={call.lane} />
      <Phone phone={prospect.phone} />
    </div>
  </li>
);

export type WorklistPageProps = {
  readonly groups: readonly Group[];
  readonly reader: Reader;
  /** There are more than are shown. */
  readonly more: boolean;
};

export const WorklistPage = ({ groups, reader, more }: WorklistPageProps) => {
  const count = groups.reduce((sum, group) => sum + group.tasks.length, 0);
  return (
    <>
      <div class="head">
        <div>
          <h1>{reader.rep ? `${reader.rep.name}'s worklist` : "Worklist"}</h1>
          <p>
            {count === 0
              ? "No calls are waiting"
              : `${count} ${count === 1 ? "call" : "calls"}, in the order to make them`}
            . {whenIn(reader.zone, reader.now)}.
          </p>
        </div>
      </div>
      {count === 0 && (
        <Empty title="Nobody to call right now">
          A call appears here when a prospect's engagement rises, or when someone asks for one. Until then, see{" "}
          <a href="/cadence">what goes out next</a> or <a href="/prospects">look through the prospects</a>.
        </Empty>
      )}
      {groups
        .filter((group) => group.tasks.length > 0)
        .map((group) => (
          <section class="group">
            <h2>
              {group.title} <span class="count">{group.tasks.length}</span>
            </h2>
            <ol class="rows">
              {group.tasks.map((task) => (
                <Row task={task} reader={reader} />
              ))}
            </ol>
          </section>
        ))}
      <ClockScript calls={groups.flatMap(({ tasks }) => tasks.map(({ call }) => call))} />
      {more && <p class="quiet-text section-top">More calls follow once these are made.</p>}
    </>
  );
};
