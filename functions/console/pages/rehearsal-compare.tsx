/** @jsxImportSource hono/jsx */
import type { CadenceDraft } from "../../../shared/cadence/version.ts";
import { differencesOf } from "../../../shared/rehearsal/differences.ts";
import type { Differences, Figure } from "../../../shared/rehearsal/differences.ts";
import { isDone, isUnderWay } from "../../../shared/rehearsal/rehearsal.ts";
import type { Rehearsal, Rehearsed } from "../../../shared/rehearsal/rehearsal.ts";
import { placeOf } from "../../../shared/time.ts";
import type { Reader } from "../chrome.ts";
import { Empty } from "../parts/empty.tsx";
import { dollars, number, reasonWords, sectorWords } from "../rehearsal-words.ts";
import { shortDate } from "../when.ts";
import { UnderWay } from "./rehearsal.tsx";

type Pair = { readonly one: Rehearsal; readonly other: Rehearsal };

const signed = (count: number, words: (count: number) => string): string =>
  count === 0 ? "the same" : `${count > 0 ? "+" : "−"}${words(Math.abs(count))}`;

type FiguresProps = Pair & {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly nameOf?: (name: string) => string;
  readonly words?: (count: number) => string;
  /** Class of what is compared. */
  readonly kind?: string;
};

const MOST = 40;

const Figures = ({ title, figures, nameOf = (name) => name, words = number, kind, one, other }: FiguresProps) =>
  figures.length === 0 ? null : (
    <section class="section">
      <h2>{title}</h2>
      <div class="scroll">
        <table class="people tight" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">Of what</th>
              <th scope="col" class="end">
                Difference
              </th>
              <th scope="col" class="end">
                {one.label}
              </th>
              <th scope="col" class="end">
                {other.label}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.slice(0, MOST).map((figure) => (
              <tr>
                <th scope="row" class={kind}>
                  {nameOf(figure.name)}
                </th>
                <td class="end" data-label="Difference:">
                  {signed(figure.other - figure.one, words)}
                </td>
                <td class="end" data-label={`${one.label}:`}>
                  {words(figure.one)}
                </td>
                <td class="end" data-label={`${other.label}:`}>
                  {words(figure.other)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {figures.length > MOST && (
          <p class="more-here">And {number(figures.length - MOST)} more with smaller differences.</p>
        )}
      </div>
    </section>
  );

const isTheSame = (found: Differences): boolean =>
  [found.reasons, found.days, found.segments, found.sectors, found.zones, found.reps, found.articles].every(
    (figures) => figures.length === 0,
  );

const Compared = ({ one, other, reader }: { one: Rehearsed; other: Rehearsed; reader: Reader }) => {
  const found = differencesOf(one, other);
  const pair = { one, other };
  const names = new Map(reader.reps.map(({ id, name }) => [id, name]));
  return (
    <>
      {isTheSame(found) && <p class="flash">Nothing differs: the same emails on the same days to the same groups.</p>}
      <Figures
        title="All in all"
        figures={[
          { ...found.sent, name: "Emails" },
          { ...found.runOut, name: "Prospects who run out of articles" },
        ]}
        {...pair}
      />
      <Figures
        title="Cost on AWS, at the lower price of SES"
        figures={[{ ...found.cost, name: "Dollars" }]}
        words={dollars}
        {...pair}
      />
      <Figures title="Why slots stay without an email" figures={found.reasons} nameOf={reasonWords} {...pair} />
      <Figures title="Emails by day" figures={found.days} nameOf={shortDate} kind="date" {...pair} />
      <Figures title="Emails by segment" figures={found.segments} {...pair} />
      <Figures title="Emails by sector" figures={found.sectors} nameOf={sectorWords} {...pair} />
      <Figures title="Emails by time zone" figures={found.zones} nameOf={placeOf} {...pair} />
      <Figures title="Emails by rep" figures={found.reps} nameOf={(id) => names.get(id) ?? "No rep yet"} {...pair} />
      <Figures title="Emails by article" figures={found.articles} {...pair} />
    </>
  );
};

/** A change that a dry run tried; "gone" = drafts are not kept for as long as dry runs. */
export type Tried = CadenceDraft | "gone" | undefined;

type SaveDraftProps = { readonly tried: Tried; readonly memberId: string };

/** A draft is saved from here, once its difference was to be seen. */
const SaveDraft = ({ tried, memberId }: SaveDraftProps) => {
  if (tried === undefined) return null;
  if (tried === "gone")
    return (
      <p class="card">The change is not kept any more: drafts are kept for a day. Make it once more to save it.</p>
    );
  const { id, cadence, savedAs, by } = tried;
  if (savedAs !== undefined)
    return (
      <p class="card">
        The change of {cadence.name} is saved, as version {savedAs}. <a href="/cadence">See the cadence</a>
      </p>
    );
  if (tried.memberId !== memberId)
    return (
      <p class="card">
        The change of {cadence.name} is not saved yet. It is {by}'s, so only they save it.
      </p>
    );
  return (
    <form class="card save-draft" method="post" action={`/cadence/drafts/${encodeURIComponent(id)}/save`}>
      <p>The change of {cadence.name} is not saved yet.</p>
      <button class="primary" type="submit">
        Save the change
      </button>
    </form>
  );
};

type ComparePageProps = Pair & SaveDraftProps & { readonly reader: Reader };

export const ComparePage = ({ one, other, reader, tried, memberId }: ComparePageProps) => (
  <>
    <a class="crumb" href="/calendar">
      Calendar
    </a>
    <div class="head">
      <div>
        <h1>What differs</h1>
        <p>
          <a href={`/calendar/${one.id}`}>{one.label}</a> held against{" "}
          <a href={`/calendar/${other.id}`}>{other.label}</a>, if nobody reacts.
        </p>
      </div>
    </div>
    {[one, other].map((rehearsal) => isUnderWay(rehearsal) && <UnderWay rehearsal={rehearsal} now={reader.now} />)}
    {isDone(one) && isDone(other) && (
      <>
        <SaveDraft tried={tried} memberId={memberId} />
        <Compared one={one} other={other} reader={reader} />
      </>
    )}
    {[one, other].map(
      (rehearsal) =>
        !isUnderWay(rehearsal) &&
        !isDone(rehearsal) && (
          <Empty title={`${rehearsal.label} did not come to its end`}>
            {rehearsal.says ?? "It was stopped. Order it again on the calendar."}
          </Empty>
        ),
    )}
  </>
);
