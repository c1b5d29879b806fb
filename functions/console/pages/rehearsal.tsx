/** @jsxImportSource hono/jsx */
import { isDone, isSilent, isUnderWay } from "../../../shared/rehearsal/rehearsal.ts";
import type { Rehearsal, Rehearsed } from "../../../shared/rehearsal/rehearsal.ts";
import { prices } from "../../../shared/rehearsal/prices.ts";
import { toLocal } from "../../../shared/time.ts";
import type { Reader } from "../chrome.ts";
import { DayPlot } from "../parts/day-plot.tsx";
import { Empty } from "../parts/empty.tsx";
import {
  ArticlesTable,
  DaysTable,
  ReasonsTable,
  RepsTable,
  SectorsTable,
  SegmentsTable,
  ZonesTable,
} from "../parts/rehearsal-tables.tsx";
import { When } from "../parts/when.tsx";
import { costWords, many, number, perWeek, percentOf, skippedOf } from "../rehearsal-words.ts";
import { shortDate } from "../when.ts";

type Names = ReadonlyMap<string, string>;

export const UnderWay = ({ rehearsal, now }: { rehearsal: Rehearsal; now: number }) => {
  if (isSilent(rehearsal, now))
    return <Empty title="It has broken off">Nothing was heard of it for a while. Order another one.</Empty>;
  const words = rehearsal.state === "waiting" ? "Waiting for its turn." : `${percentOf(rehearsal)} % of the way.`;
  return (
    <section class="card dry-progress" aria-label={rehearsal.label}>
      <label for={`progress-${rehearsal.id}`}>
        {rehearsal.label}: {words} This page looks again every two seconds.
      </label>
      <progress id={`progress-${rehearsal.id}`} max={100} value={percentOf(rehearsal)}>
        {percentOf(rehearsal)} %
      </progress>
      <form method="post" action={`/calendar/${rehearsal.id}/stop`}>
        <button type="submit">Stop it</button>
      </form>
    </section>
  );
};

const Over = ({ rehearsal: { state, says } }: { rehearsal: Rehearsal }) => (
  <Empty title={state === "failed" ? "It could not be worked out" : "It was stopped"}>
    {says ? `${says.charAt(0).toUpperCase()}${says.slice(1)}` : "Order another one on the calendar."}
  </Empty>
);

const Facts = ({ rehearsed: { totals, weeks } }: { rehearsed: Rehearsed }) => (
  <dl class="facts card">
    <div>
      <dt>Emails</dt>
      <dd class="figure">{number(totals.sent)}</dd>
    </div>
    <div>
      <dt>Slots without one</dt>
      <dd class="figure">{number(skippedOf(totals))}</dd>
    </div>
    <div>
      <dt>Prospects</dt>
      <dd class="figure">{number(totals.prospects)}</dd>
    </div>
    <div>
      <dt>Run out of articles</dt>
      <dd class="figure">{number(totals.runway.count)}</dd>
    </div>
    <div>
      <dt>Emails a week</dt>
      <dd class="figure">{perWeek(totals.sent, weeks)}</dd>
    </div>
  </dl>
);

const Runway = ({ rehearsed: { id, totals }, people }: { rehearsed: Rehearsed; people: Names }) => {
  const { count, byDate, first } = totals.runway;
  return (
    <section class="section">
      <h2>Runway: who runs out of articles first</h2>
      {count === 0 ? (
        <p>Nobody: the library lasts for everybody in this time.</p>
      ) : (
        <>
          <p>
            {many(count, "prospect")} of {number(totals.prospects)} {count === 1 ? "has" : "have"} nothing left at some
            point, the first on {shortDate(byDate[0]?.date ?? "")}. <a href="/library">Add to the library</a>
          </p>
          <details class="section-top">
            <summary>On which days</summary>
            <ul class="rules">
              {byDate.map(({ date, count: many1 }) => (
                <li>
                  {shortDate(date)}: {many(many1, "prospect")}
                </li>
              ))}
            </ul>
          </details>
          <ul class="rows section-top">
            {first.slice(0, 10).map(({ prospectId, date }) => (
              <li>
                <a class="title" href={`/calendar/${id}/prospects/${prospectId}`}>
                  {people.get(prospectId) ?? "Somebody who was erased"}
                </a>
                <span class="meta">{shortDate(date)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

const Cost = ({ rehearsed: { totals, weeks } }: { rehearsed: Rehearsed }) => (
  <section class="section">
    <h2>What it costs</h2>
    <p>On a machine of your own, what your mail provider asks for {many(totals.sent, "email")}.</p>
    <p>
      On AWS {costWords(totals.sent, weeks)}. List prices of us-east-1 as of {prices.asOf}, without free tiers; look
      them up before you rely on a sum.
    </p>
  </section>
);

type Known = { readonly reader: Reader; readonly people: Names };

const Result = ({ rehearsed, reader, people }: Known & { rehearsed: Rehearsed }) => {
  const { id, totals, from, to } = rehearsed;
  const names = new Map(reader.reps.map((rep) => [rep.id, rep.name]));
  return (
    <>
      <Facts rehearsed={rehearsed} />
      {totals.days.length === 0 ? (
        <Empty title="Nothing would go out">
          No slot comes for anybody. <a href="/cadence">Look at the cadence</a> and at who may be mailed.
        </Empty>
      ) : (
        <>
          <section class="section">
            <h2>
              Emails a day, {shortDate(toLocal(reader.zone, from).date)} to {shortDate(toLocal(reader.zone, to).date)}
            </h2>
            <DayPlot days={totals.days} />
          </section>
          <p class="buttons section-top">
            <a class="button" href={`/calendar/${id}/slots.csv`}>
              All of it as CSV
            </a>
          </p>
          <DaysTable id={id} totals={totals} />
          <ReasonsTable skipped={totals.skipped} />
          <Runway rehearsed={rehearsed} people={people} />
          <ZonesTable zones={totals.zones} />
          <SegmentsTable segments={totals.segments} />
          <SectorsTable sectors={totals.sectors} />
          <RepsTable reps={totals.reps} names={names} />
          <ArticlesTable articles={totals.articles} />
          <Cost rehearsed={rehearsed} />
        </>
      )}
    </>
  );
};

export const RehearsalPage = ({ rehearsal, reader, people }: Known & { rehearsal: Rehearsal }) => (
  <>
    <a class="crumb" href="/calendar">
      Calendar
    </a>
    <div class="head">
      <div>
        <h1>{rehearsal.label}</h1>
        <p>
          Dry run of {many(rehearsal.weeks, "week")}, by {rehearsal.by},{" "}
          <When zone={reader.zone} at={rehearsal.orderedAt} />. {rehearsal.unpaused && "As if nothing were paused. "}
          {rehearsal.cadence && `With ${rehearsal.cadence.name} as tried out. `}
          If nobody reacts: who reads, replies or leaves changes what comes. Kept for a week.
        </p>
      </div>
    </div>
    {isUnderWay(rehearsal) && <UnderWay rehearsal={rehearsal} now={reader.now} />}
    {isDone(rehearsal) && <Result rehearsed={rehearsal} reader={reader} people={people} />}
    {!isUnderWay(rehearsal) && !isDone(rehearsal) && <Over rehearsal={rehearsal} />}
  </>
);
