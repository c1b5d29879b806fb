/** @jsxImportSource hono/jsx */
import type { Call } from "../../../shared/call/call.ts";
import { displayName, mustNotBeCalled, type Prospect, type ZoneSource } from "../../../shared/prospect/prospect.ts";
import type { Company } from "../../../shared/config.ts";
import type { Coming } from "../../../shared/touch/coming.ts";
import type { Reader } from "../chrome.ts";
import type { ConsentFormState } from "../consent-form.ts";
import type { EngagementView } from "../engagement-view.ts";
import type { MessageFormState } from "../message-form.ts";
import { Chip, DoNotCallChip, StandingChip } from "../parts/chip.tsx";
import { ConsentCard, Unmeasured } from "../parts/consent.tsx";
import { ComingCard, InterestsCard } from "../parts/coming.tsx";
import { Empty } from "../parts/empty.tsx";
import { EngagementCard } from "../parts/engagement-card.tsx";
import { InputField } from "../parts/field.tsx";
import { MessageForm } from "../parts/message-form.tsx";
import { Phone } from "../parts/phone.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { sectorName } from "../sector-name.ts";
import type { Day } from "../timeline.ts";
import { touchNumber } from "../touch-number.ts";
import { placeOf } from "../../../shared/time.ts";
import { dateIn, nearIn, timeIn, whenIn } from "../when.ts";

export type ProspectPageProps = {
  readonly prospect: Prospect;
  readonly repName: string | undefined;
  readonly openCall: Call | undefined;
  readonly attempts: number;
  readonly days: readonly Day[];
  readonly reader: Reader;
  /** Why the form to call by hand was not taken. */
  readonly whyError?: string | undefined;
  readonly message: MessageFormState;
  readonly consent: ConsentFormState;
  readonly company: Company;
  readonly engagement: EngagementView;
  readonly coming: Coming | undefined;
  /** Names of those they are in, and of the cadence they have by them. */
  readonly segments: readonly string[];
  readonly cadence: string | undefined;
  /** May the viewer do a rep's work? */
  readonly mayAct: boolean;
};

const FOUND: { readonly [source in ZoneSource]: string } = {
  "own column": "from its own column",
  city: "from the city",
  state: "from the state",
  phone: "from the phone number",
  country: "from the country",
  "company default": "the company's own, nothing told better",
};

type Fact = readonly [string, string | undefined];

const groundOf = ({ mailConsent, standing }: Prospect, zone: string): string | undefined => {
  if (mailConsent) return `${mailConsent.basis}, ${mailConsent.source}, ${dateIn(zone, mailConsent.at)}`;
  return standing.state === "ended" ? undefined : "No ground noted";
};

const factsOf = ({ prospect, repName, reader, segments, cadence }: ProspectPageProps): Fact[] => [
  ["Local time now", `${timeIn(prospect.timeZone, reader.now)} in ${placeOf(prospect.timeZone)}`],
  ["Time zone", `${prospect.timeZone}, ${FOUND[prospect.timeZoneFrom]}`],
  ["Rep", repName ?? "None yet"],
  ["Sector", sectorName(prospect.sector) || "Not known"],
  ["Stage", prospect.stage],
  ["Tags", prospect.tags?.join(", ")],
  ["Segments", segments.join(", ")],
  ["Cadence", cadence],
  ["May be written to", groundOf(prospect, reader.zone)],
  ["Calls", mustNotBeCalled(prospect) ? "Only when they ask for one" : undefined],
  ["Wrong numbers", prospect.wrongPhones?.join(", ")],
  ["Topics asked for", prospect.topics.join(", ") || "All"],
  ["Rhythm", `${prospect.rhythm === "long" ? "Long" : "Normal"}${prospect.atMostWeekly ? ", at most one a week" : ""}`],
  ["Where", [prospect.city, prospect.country].filter(Boolean).join(", ") || undefined],
  ["CRM record", prospect.crmId],
];

const OpenCall = ({ call, reader }: { call: Call; reader: Reader }) => (
  <section class="card callout">
    <div>
      <h2>
        To be called {nearIn(call.timeZone, call.dueAt, reader.now)} {placeOf(call.timeZone)}
      </h2>
      <p>{call.why}</p>
    </div>
    <a class="button primary" href={`/prospects/${call.prospectId}/calls/${call.number}`}>
      Prepare the call
    </a>
  </section>
);

const Head = ({ prospect, attempts }: ProspectPageProps) => (
  <div class="head">
    <div>
      <h1>{displayName(prospect)}</h1>
      <p>{[prospect.title, prospect.company].filter(Boolean).join(", ")}</p>
      <div class="chips section-top">
        <StandingChip standing={prospect.standing} />
        <DoNotCallChip prospect={prospect} />
        <Chip>{touchNumber(prospect.touchCount + attempts)}</Chip>
      </div>
    </div>
    <div class="buttons">
      <Phone phone={prospect.phone} plain={mustNotBeCalled(prospect)} />
      <a class="button address" href={`mailto:${encodeURIComponent(prospect.email).replace("%40", "@")}`}>
        {prospect.email}
      </a>
      <a class="button quiet" href={`/prospects/${prospect.id}/edit`}>
        Edit
      </a>
    </div>
  </div>
);

const Profile = (props: ProspectPageProps) => (
  <section class="card">
    <h2>Profile</h2>
    <dl class="facts">
      {factsOf(props)
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  </section>
);

const History = ({ prospect, company, attempts, days }: ProspectPageProps) => (
  <section class="section">
    <h2>Timeline</h2>
    <p class="quiet-text">
      {touchWords(prospect.touchCount, attempts)} Times are those of {placeOf(prospect.timeZone)}. In the cadence since{" "}
      {whenIn(prospect.timeZone, prospect.createdAt)}.
    </p>
    <Unmeasured prospect={prospect} company={company} />
    {days.length === 0 ? (
      <div class="section-top">
        <Empty title="Nothing has happened yet">
          The first email goes out in the next slot; see <a href="/cadence">what goes out next</a>.
        </Empty>
      </div>
    ) : (
      <Timeline days={days} zone={prospect.timeZone} />
    )}
  </section>
);

/** A rep need not wait for a rise; who must not be called is another matter. */
const CallByHand = ({ prospect, whyError }: ProspectPageProps) =>
  mustNotBeCalled(prospect) ? (
    <section class="card">
      <h2>Do not call</h2>
      <p>
        No sign of interest opens a call task for {displayName(prospect)}, and none can be opened by hand. Once they ask
        for a call or reply, note it below.
      </p>
    </section>
  ) : (
    <form class="card by-hand" method="post" action={`/prospects/${prospect.id}/calls`} novalidate>
      <InputField
        name="why"
        label="Call without waiting for a sign"
        hint="Say in a few words why; it opens the call's brief."
        error={whyError}
      />
      <button type="submit">Put on the worklist</button>
    </form>
  );

export const ProspectPage = (props: ProspectPageProps) => (
  <>
    <a class="crumb" href="/prospects">
      Prospects
    </a>
    <Head {...props} />
    <div class="stack">
      {props.openCall && <OpenCall call={props.openCall} reader={props.reader} />}
      <EngagementCard prospect={props.prospect} company={props.company} view={props.engagement} />
      <ComingCard prospect={props.prospect} coming={props.coming} mayAct={props.mayAct} />
      <Profile {...props} />
      {props.mayAct && <InterestsCard prospect={props.prospect} />}
      {!props.openCall && <CallByHand {...props} />}
      <MessageForm
        path={`/prospects/${props.prospect.id}/messages#message`}
        form={props.message}
        zone={props.reader.zone}
      />
      <ConsentCard
        prospect={props.prospect}
        company={props.company}
        form={props.consent}
        zone={props.prospect.timeZone}
      />
    </div>
    <History {...props} />
  </>
);

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

const touchWords = (emails: number, attempts: number): string =>
  `${counted(emails, "email")} and ${counted(attempts, "call attempt")} so far.`;
