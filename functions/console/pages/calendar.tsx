/** @jsxImportSource hono/jsx */
import type { Rehearsal } from "../../../shared/rehearsal/rehearsal.ts";
import { mostWeeks } from "../../../shared/rehearsal/rehearsal.ts";
import type { Pause } from "../../../shared/sending/sending.ts";
import { placeOf, toLocal, weekdayOf } from "../../../shared/time.ts";
import { KIND_NAMES } from "../article-words.ts";
import type { Reader } from "../chrome.ts";
import type { SlotOnDate } from "../month.ts";
import { monthAfter, weeksOf } from "../month.ts";
import { InputField, Refused } from "../parts/field.tsx";
import { RehearsalList } from "../parts/rehearsal-list.tsx";
import { StopEverything } from "../parts/stop-everything.tsx";
import { When } from "../parts/when.tsx";
import { many } from "../rehearsal-words.ts";
import { longDate, nearIn, weekdayName } from "../when.ts";

export type CalendarView = {
  readonly reader: Reader;
  readonly month: string;
  readonly slots: ReadonlyMap<string, readonly SlotOnDate[]>;
  /** Emails by date, as the last dry run that is done has them, and which that is. */
  readonly foreseen: { readonly id: string; readonly sent: ReadonlyMap<string, number> } | undefined;
  readonly rehearsals: readonly Rehearsal[];
  readonly anyPaused: boolean;
  /** Of all sending. */
  readonly pause: Pause | undefined;
  readonly form: {
    readonly weeks: string;
    readonly label: string;
    readonly errors: { readonly [field: string]: string };
    readonly problem?: string | undefined;
  };
};

const monthName = (month: string): string => longDate(`${month}-01`).split(" ").slice(2).join(" ");

const Slot = ({ on, reader }: { on: SlotOnDate; reader: Reader }) => (
  <div class="slot-on">
    {on.slot.time} {KIND_NAMES[on.slot.kind]}
    <span class="under small">
      {on.zones.length === 1 ? placeOf(on.zones[0] ?? "") : `${on.zones.length} time zones`}
      {", "}
      <When zone={reader.zone} at={on.first}>
        {nearIn(reader.zone, on.first, reader.now)}
      </When>
      {on.last > on.first && (
        <>
          {" to "}
          <When zone={reader.zone} at={on.last}>
            {nearIn(reader.zone, on.last, reader.now)}
          </When>
        </>
      )}
      {` in ${placeOf(reader.zone)}`}
    </span>
  </div>
);

const Day = ({ date, view }: { date: string; view: CalendarView }) => {
  const { reader, slots, foreseen } = view;
  const on = slots.get(date) ?? [];
  const sent = foreseen?.sent.get(date);
  const isToday = date === toLocal(reader.zone, reader.now).date;
  const classes = [isToday && "today", date.slice(0, 7) !== view.month && "other", on.length === 0 && "without"];
  return (
    <td class={classes.filter(Boolean).join(" ") || undefined}>
      <time class="day" datetime={date} aria-current={isToday ? "date" : undefined}>
        <span class="weekday">{weekdayName(weekdayOf(date))} </span>
        {Number(date.slice(8))}
        <span class="weekday"> {monthName(date.slice(0, 7))}</span>
      </time>
      {on.map((one) => (
        <Slot on={one} reader={reader} />
      ))}
      {on.length > 0 && foreseen && sent !== undefined && (
        <p>
          <a href={`/calendar/${foreseen.id}/days/${date}`}>{many(sent, "email")} foreseen</a>
        </p>
      )}
    </td>
  );
};

const Month = ({ view }: { view: CalendarView }) => (
  <section aria-labelledby="month">
    <div class="month-bar">
      <h2 id="month">{monthName(view.month)}</h2>
      <nav class="buttons" aria-label="Other months">
        <a class="button quiet" href={`/calendar?month=${monthAfter(view.month, -1)}`}>
          Month before
        </a>
        <a class="button quiet" href={`/calendar?month=${monthAfter(view.month, 1)}`}>
          Next month
        </a>
      </nav>
    </div>
    {view.slots.size === 0 && (
      <p class="quiet-text">
        Nothing is to come in this month: no cadence runs, or no prospect lives in any time zone yet.
      </p>
    )}
    <div class="scroll section-top">
      <table class="month">
        <thead>
          <tr>
            {["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((day) => (
              <th scope="col">{day}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(view.month).map((week) => (
            <tr>
              {week.map((date) => (
                <Day date={date} view={view} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <p class="small quiet-text section-top">Dates and slots are those of each prospect's own calendar.</p>
  </section>
);

const Order = ({ view: { form, anyPaused } }: { view: CalendarView }) => (
  <section class="section card" aria-labelledby="dry-run">
    <h2 id="dry-run">A quarter in a minute</h2>
    <p class="quiet-text">
      Lets the weeks to come pass on a copy, by the very rules that send, with nobody reacting: every email and every
      skip. Nothing is sent, and nothing is changed.
    </p>
    <Refused errors={form.errors} problem={form.problem} />
    <form method="post" action="/calendar" class="dry-form section-top">
      <InputField
        name="weeks"
        label={`Weeks, 1 to ${mostWeeks}`}
        type="number"
        min="1"
        value={form.weeks}
        error={form.errors["weeks"]}
        required
      />
      <InputField name="label" label="Name, if you like" value={form.label} error={form.errors["label"]} />
      {anyPaused && (
        <label class="check">
          <input type="checkbox" name="unpaused" value="yes" checked />
          As if nothing were paused (a cadence or all sending is)
        </label>
      )}
      <button class="primary" type="submit">
        Try it out
      </button>
    </form>
  </section>
);

export const CalendarPage = ({ view }: { view: CalendarView }) => (
  <>
    <div class="head">
      <div>
        <h1>Calendar</h1>
        <p>What goes out when, and what the weeks to come would bring.</p>
      </div>
      <StopEverything pause={view.pause} />
    </div>
    <Month view={view} />
    <Order view={view} />
    <RehearsalList {...view} />
  </>
);
