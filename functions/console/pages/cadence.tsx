/** @jsxImportSource hono/jsx */
import { endingsOf } from "../../../shared/cadence/cadence.ts";
import type { Cadence } from "../../../shared/cadence/cadence.ts";
import type { Reader } from "../chrome.ts";
import type { ComingSlot } from "../coming-slots.ts";
import { Chip } from "../parts/chip.tsx";
import { Empty } from "../parts/empty.tsx";
import { When } from "../parts/when.tsx";
import { placeOf } from "../../../shared/time.ts";
import { fromNow, nearIn, weekdayName } from "../when.ts";
import { KIND_NAMES } from "./library.tsx";

export type CadenceView = {
  readonly cadence: Cadence;
  /** It starts once a company is saved. */
  readonly started: boolean;
  readonly coming: readonly ComingSlot[];
  /** Mailable prospects by zone, in words: "12", "50+". */
  readonly audience: ReadonlyMap<string, string>;
};

const rulesOf = (cadence: Cadence): string[] => [
  `Always in the prospect's own time zone, and only between ${cadence.window.from} and ${cadence.window.to} there. What comes too late is left out, never sent late.`,
  `At most ${cadence.caps.per7Days} emails in 7 days and ${cadence.caps.per30Days} in 30.`,
  `Nothing twice to the same prospect. ${caseStudyRule(cadence)}`,
  `After ${cadence.quietAfter} emails without a sign of life the rhythm slows to one in ${cadence.longRhythmDays} days.`,
  "None to who asked for a call or has a meeting booked, while the rep's task for it is open, and none within the hour of a call.",
  `A prospect leaves when ${orList(endingsOf(cadence).map((exit) => EXITS[exit]))}.`,
];

const EXITS: { readonly [exit in ReturnType<typeof endingsOf>[number]]: string } = {
  customer: "they become a customer",
  "opted out": "they opt out",
};

function caseStudyRule({ sectorRules }: Cadence): string {
  if (!sectorRules.neutralCaseStudy && !sectorRules.blogPostInstead) return "A case study is always of the own sector.";
  const instead = [sectorRules.neutralCaseStudy && "one for any sector", sectorRules.blogPostInstead && "a blog post"];
  return `A case study is always of the own sector; where there is none, ${orList(instead.filter((x) => x !== false))} takes its place.`;
}

const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

const Coming = ({ view, reader }: { view: CadenceView; reader: Reader }) => (
  <div class="scroll">
    <table class="people">
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">There</th>
          <th scope="col">In {placeOf(reader.zone)}</th>
          <th scope="col">What</th>
          <th scope="col" class="end">
            Prospects
          </th>
        </tr>
      </thead>
      <tbody>
        {view.coming.map(({ slot, timeZone, at }) => (
          <tr>
            <th scope="row">
              {placeOf(timeZone)} <span class="under small">{fromNow(at, reader.now)}</span>
            </th>
            <td data-label="there">
              <When zone={timeZone} at={at}>
                {nearIn(timeZone, at, reader.now)}
              </When>
            </td>
            <td data-label={`in ${placeOf(reader.zone)}`}>
              <When zone={reader.zone} at={at}>
                {nearIn(reader.zone, at, reader.now)}
              </When>
            </td>
            <td>{KIND_NAMES[slot.kind]}</td>
            <td class="end" data-label="Prospects:">
              {view.audience.get(timeZone) ?? "0"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const StateChip = ({ view: { started, cadence } }: { view: CadenceView }) => {
  if (!started) return <Chip>Not started</Chip>;
  return cadence.paused ? <Chip tone="wrong">Paused</Chip> : <Chip tone="tint">Running</Chip>;
};

const One = ({ view, reader }: { view: CadenceView; reader: Reader }) => (
  <>
    <div class="head">
      <div>
        <h1>{view.cadence.name} cadence</h1>
        <p>The rhythm of emails, on each prospect's own calendar.</p>
      </div>
      <StateChip view={view} />
    </div>
    <ul class="rhythm">
      {view.cadence.slots.map((slot) => (
        <li>
          <h2>{weekdayName(slot.weekday)}</h2>
          <p class="figure">{slot.time}</p>
          <p class="quiet-text">{KIND_NAMES[slot.kind]}</p>
        </li>
      ))}
    </ul>
    <section class="section">
      <h2>Rules</h2>
      <ul class="rules">
        {rulesOf(view.cadence).map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
    </section>
    <section class="section">
      <h2>Coming slots</h2>
      {view.coming.length === 0 ? (
        <Empty title="Nothing is planned yet">
          {view.started
            ? "A slot is planned for every time zone as soon as a prospect lives in it."
            : "Slots are planned once Settings are filled in."}
        </Empty>
      ) : (
        <Coming view={view} reader={reader} />
      )}
    </section>
  </>
);

export const CadencePage = ({ views, reader }: { views: readonly CadenceView[]; reader: Reader }) => (
  <>
    {views.map((view) => (
      <One view={view} reader={reader} />
    ))}
  </>
);
