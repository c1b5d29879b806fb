/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { placeOf, toLocal } from "../../../shared/time.ts";
import type { Reader } from "../chrome.ts";
import type { Aside } from "../worklist-aside.ts";
import { dueTone, fromNow, nearIn, shortDate } from "../when.ts";
import { AskedClock } from "./asked-clock.tsx";
import { LaneChip } from "./chip.tsx";
import { When } from "./when.tsx";

type Props = { readonly aside: Aside; readonly reader: Reader };

/** More than these would stand between a rep and the calls. */
const AT_ONCE = 3;

/** The first few lines, and the rest for who wants it. */
const Folded = ({ lines }: { lines: readonly Child[] }) => (
  <>
    <ul class="rows compact">{lines.slice(0, AT_ONCE)}</ul>
    {lines.length > AT_ONCE && (
      <details>
        <summary>{lines.length - AT_ONCE} more</summary>
        <ul class="rows compact">{lines.slice(AT_ONCE)}</ul>
      </details>
    )}
  </>
);

const FollowUps = ({ aside: { followUps }, reader }: Props) =>
  followUps.length === 0 ? null : (
    <section class="aside-list" aria-labelledby="follow-ups">
      <h2 id="follow-ups">
        Follow-ups to send <span class="count">{followUps.length}</span>
      </h2>
      <Folded
        lines={followUps.map(({ of, name, repName }) => (
          <li>
            <div>
              <p>
                <strong>{name}</strong>: {of.subject}
              </p>
              <p class="meta">
                <span>
                  You spoke{" "}
                  <When zone={reader.zone} at={of.madeAt}>
                    {nearIn(reader.zone, of.madeAt, reader.now)} {placeOf(reader.zone)}
                  </When>
                </span>
                <span class={dueTone(of.dueBy, reader.now)}>
                  {of.dueBy < reader.now ? "was due" : "send"} {fromNow(of.dueBy, reader.now)}
                </span>
                {repName && <span>{repName}</span>}
              </p>
            </div>
            <a
              class="button"
              href={`/prospects/${of.prospectId}/calls/${of.number}/follow-up/${of.attempt}`}
              aria-label={`Open the follow-up to ${name}`}
            >
              Open
            </a>
          </li>
        ))}
      />
    </section>
  );

const dateTone = (due: string, today: string): string => {
  if (due < today) return "overdue";
  return due === today ? "due-now" : "quiet-text";
};

const dueWords = (due: string, today: string): string => {
  if (due === today) return "today";
  return due < today ? `was due ${shortDate(due).slice(0, -5)}` : `by ${shortDate(due).slice(0, -5)}`;
};

const Promises = ({ aside: { promises, laterPromises }, reader }: Props) => {
  const today = toLocal(reader.zone, reader.now).date;
  if (promises.length === 0) return null;
  return (
    <section class="aside-list" aria-labelledby="promises">
      <h2 id="promises">
        Promised <span class="count">{promises.length}</span>
      </h2>
      <Folded
        lines={promises.map(({ of, name, repName }) => (
          <li>
            <div>
              <p>{of.text}</p>
              <p class="meta">
                <span class={dateTone(of.due, today)}>{dueWords(of.due, today)}</span>
                <span>
                  to <a href={`/prospects/${of.prospectId}`}>{name}</a>
                </span>
                {repName && <span>{repName}</span>}
              </p>
            </div>
            <form method="post" action={`/promises/${of.prospectId}/${of.id}/kept`}>
              <button type="submit" aria-label={`Done: ${of.text}, to ${name}`}>
                Done
              </button>
            </form>
          </li>
        ))}
      />
      {laterPromises > 0 && <p class="small quiet-text">{laterPromises} more with time left.</p>}
    </section>
  );
};

/** Above the calls, because both are late sooner than a call is. */
export const WorklistAside = (props: Props) =>
  props.aside.followUps.length + props.aside.promises.length === 0 ? null : (
    <div class="asides">
      <FollowUps {...props} />
      <Promises {...props} />
    </div>
  );

/** Of others' and nobody's prospects no more is told than it takes to decide. */
export const Waiting = ({ aside: { waiting }, reader }: Props) =>
  waiting.length === 0 ? null : (
    <section class="group">
      <h2>
        Waiting for anybody <span class="count">{waiting.length}</span>
      </h2>
      <ul class="rows compact">
        {waiting.map(({ of, name, repName }) => (
          <li>
            <div>
              <p>
                <strong>{name}</strong> <LaneChip lane={of.lane} />
              </p>
              <p class="why">{of.why}</p>
              <p class="meta">
                <span>{repName ? `${repName} has not called yet` : "Nobody's yet"}</span>
                <AskedClock call={of} now={reader.now} />
              </p>
            </div>
            <form method="post" action={`/prospects/${of.prospectId}/calls/${of.number}/take-over`}>
              <input type="hidden" name="version" value={String(of.version)} />
              <button type="submit" aria-label={`Take over the call to ${name}`}>
                Take over
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
