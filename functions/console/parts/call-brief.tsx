/** @jsxImportSource hono/jsx */
import type { Promised } from "../../../shared/call/promise.ts";
import { toLocal } from "../../../shared/time.ts";
import type { CallView } from "../call-view.ts";
import type { Reader } from "../chrome.ts";
import type { ReadItem } from "../../../shared/call/read-since.ts";
import { shortDate } from "../when.ts";
import { Chip } from "./chip.tsx";
import { When } from "./when.tsx";

type Props = { readonly view: CallView; readonly reader: Reader };

const PromiseLine = ({ promise, today, back }: { promise: Promised; today: string; back: string }) => (
  <li>
    <span>
      {promise.keptAt === undefined ? promise.text : <s class="quiet-text">{promise.text}</s>}{" "}
      {promise.keptAt !== undefined ? (
        <Chip tone="tint">Kept</Chip>
      ) : (
        <Chip tone={promise.due < today ? "wrong" : "plain"}>
          {promise.due < today ? "Not kept, was due" : "By"} {shortDate(promise.due).slice(0, -5)}
        </Chip>
      )}
    </span>
    {promise.keptAt === undefined && (
      <form method="post" action={`/promises/${promise.prospectId}/${promise.id}/kept`}>
        <input type="hidden" name="back" value={back} />
        <button type="submit" aria-label={`Done: ${promise.text}`}>
          Done
        </button>
      </form>
    )}
  </li>
);

export const LastTime = ({ view: { call, lastSpoken, promises }, reader }: Props) => (
  <section class="card">
    <h2>Last conversation</h2>
    <p>{call.brief.lastConversation ?? "None yet. This is the first time you speak."}</p>
    {lastSpoken?.blocker && (
      <p class="small quiet-text">
        In the way: {lastSpoken.blocker.kind}, to be looked at again on {shortDate(lastSpoken.blocker.reviewOn)}.
      </p>
    )}
    {lastSpoken?.recording && (
      <p>
        <a class="more" href={lastSpoken.recording} rel="noreferrer" target="_blank">
          Listen to it again
        </a>
      </p>
    )}
    {promises.length > 0 && (
      <>
        <h3>You promised</h3>
        <ul class="promised">
          {promises.map((promise) => (
            <PromiseLine
              promise={promise}
              today={toLocal(reader.zone, reader.now).date}
              back={`/prospects/${call.prospectId}/calls/${call.number}`}
            />
          ))}
        </ul>
      </>
    )}
  </section>
);

const SHOWN = 6;

const readWords = ({ what, title, times }: ReadItem): string => {
  const words = `${what.charAt(0).toUpperCase()}${what.slice(1)}${title ? `: ${title}` : ""}`;
  return times > 1 ? `${words} (${times} times)` : words;
};

export const ReadSince = ({ view: { call, read, lastSpoken } }: Pick<Props, "view">) => (
  <section class="card">
    <h2>{lastSpoken ? "What they read since" : "What they read"}</h2>
    {read.length === 0 ? (
      <p class="quiet-text">Nothing that is known of.</p>
    ) : (
      <ul class="asks">
        {read.slice(0, SHOWN).map((item) => (
          <li>
            {readWords(item)}{" "}
            <small>
              <When zone={call.timeZone} at={item.at} />
            </small>
          </li>
        ))}
      </ul>
    )}
  </section>
);

export const ToSay = ({ view: { call, talkingPoint } }: Pick<Props, "view">) => (
  <>
    {talkingPoint && (
      <section class="card">
        <h2>Something new to tell</h2>
        <p class="say">{talkingPoint.text}</p>
        <p class="quiet-text">
          From <a href={`/library/${talkingPoint.articleId}`}>{talkingPoint.title}</a>, not mailed yet.
        </p>
      </section>
    )}
    {call.brief.prepare && (
      <section class="card">
        <h2>To prepare</h2>
        <p>{call.brief.prepare}.</p>
      </section>
    )}
    <section class="card">
      <h2>Questions to ask</h2>
      <ul class="asks">
        {call.brief.questions.map((question) => (
          <li>{question}</li>
        ))}
      </ul>
    </section>
    <section class="card">
      <h2>Ask for this next step</h2>
      <p>{call.brief.nextStepToAskFor}.</p>
      {call.brief.meetingLink && (
        <>
          <h3>Meeting link</h3>
          <p class="small quiet-text">To send while you speak. One click or a long press selects all of it.</p>
          <code class="copy">{call.brief.meetingLink}</code>
        </>
      )}
    </section>
  </>
);

export const Voicemail = ({ view: { call } }: Pick<Props, "view">) => (
  <details class="card fold">
    <summary>
      <h2>
        If it goes to voicemail <Chip>{call.brief.voicemail.seconds} seconds</Chip>
      </h2>
    </summary>
    <p class="spoken">{call.brief.voicemail.text}</p>
  </details>
);
