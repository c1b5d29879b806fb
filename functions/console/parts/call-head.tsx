/** @jsxImportSource hono/jsx */
import { displayName, mustNotBeCalled } from "../../../shared/prospect/prospect.ts";
import { placeOf } from "../../../shared/time.ts";
import type { CallView } from "../call-view.ts";
import type { Reader } from "../chrome.ts";
import { isHolidayThere } from "../holiday-there.ts";
import { attemptLine } from "../other-attempts.ts";
import { touchNumber } from "../touch-number.ts";
import { dueTone, fromNow, nearIn, timeIn } from "../when.ts";
import { Chip, DoNotCallChip, LaneChip, UnsubscribedChip } from "./chip.tsx";
import { Phone } from "./phone.tsx";
import { When } from "./when.tsx";

const isPlain = ({ call, prospect }: CallView): boolean => mustNotBeCalled(prospect) && call.lane !== "hot";

/** They asked to be called elsewhere than we would have called; that number is the one to dial. */
const OtherNumber = ({ view }: { view: CallView }) =>
  view.askedNumber === undefined || view.prospect.phone === undefined ? null : (
    <p class="other-number">
      They asked to be called on another number than the one on file: <Phone phone={view.prospect.phone} />
    </p>
  );

/** What time it is there, and when to call; both here too where the clocks differ. */
const Times = ({ view: { call, prospect }, reader }: { view: CallView; reader: Reader }) => {
  const { timeZone, dueAt } = call;
  const [there, here] = [timeZone, reader.zone].map((zone) => nearIn(zone, dueAt, reader.now));
  const due = dueAt <= reader.now ? "Due" : "To be called";
  return (
    <>
      <p>
        It is {timeIn(timeZone, reader.now)} in {placeOf(timeZone)} now
        {timeIn(timeZone, reader.now) !== timeIn(reader.zone, reader.now) &&
          `, ${timeIn(reader.zone, reader.now)} in ${placeOf(reader.zone)}`}
        .{isHolidayThere(prospect.country, timeZone, reader.now) && " It is a public holiday there."}
      </p>
      {call.state === "open" && (
        <p>
          <span class={dueTone(dueAt, reader.now)}>
            {due}{" "}
            <When zone={timeZone} at={dueAt}>
              {there} {placeOf(timeZone)}
            </When>
            , {fromNow(dueAt, reader.now)}
          </span>
          {here !== there && `, ${here} in ${placeOf(reader.zone)}`}.
        </p>
      )}
    </>
  );
};

export const CallHead = ({ view, reader }: { view: CallView; reader: Reader }) => {
  const { call, prospect, otherAttempts } = view;
  const open = call.state === "open";
  return (
    <div class="head">
      <div>
        <h1>{displayName(prospect)}</h1>
        <p>{[prospect.title, prospect.company].filter(Boolean).join(", ")}</p>
        <Times view={view} reader={reader} />
        {open && <p>{attemptLine(call, { emails: prospect.touchCount, others: otherAttempts })}.</p>}
        <div class="chips section-top">
          <LaneChip lane={call.lane} />
          <DoNotCallChip prospect={prospect} />
          <UnsubscribedChip prospect={prospect} />
          {!open && <Chip>{touchNumber(prospect.touchCount + otherAttempts + call.attempts.length)}</Chip>}
        </div>
        <OtherNumber view={view} />
      </div>
      <div class="buttons">
        <Phone phone={view.askedNumber ?? prospect.phone} main plain={isPlain(view)} />
        {open && (
          <a class="button quiet to-form" href="#after">
            After the call
          </a>
        )}
        <a class="button quiet" href={`/prospects/${prospect.id}`}>
          Whole history
        </a>
      </div>
    </div>
  );
};

/** Under the thumb while the rest is read; only narrow screens show it, see the style sheet. */
export const ActionBar = ({ view }: { view: CallView }) => (
  <nav class="action-bar" aria-label="This call">
    <Phone phone={view.askedNumber ?? view.prospect.phone} main plain={isPlain(view)} />
    <a class="button" href="#after">
      After the call
    </a>
  </nav>
);
