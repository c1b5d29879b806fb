/** @jsxImportSource hono/jsx */
import type { Company } from "../../../shared/config.ts";
import { OWN_WISH } from "../../../shared/prospect/pause.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { isUntracked } from "../../../shared/prospect/tracking.ts";
import { dayAndDate, maskedAddress, topicName, zoneName } from "../words.ts";
import { Page } from "./page.tsx";

type PreferencesProps = {
  readonly company: Company;
  readonly prospect: Prospect;
  /** All that can be chosen. */
  readonly topics: readonly string[];
  readonly measured: boolean;
  /** Where the button to leave posts to. */
  readonly unsubscribe: string;
  /** What was just done. */
  readonly said?: string | undefined;
};

const LEFT = new Set(["opted out", "complained", "bounced", "wrong address", "erased"]);

/** Every form posts to where it stands; the button says what to do. */
export const PreferencesPage = (props: PreferencesProps) => {
  const { company, prospect, said, unsubscribe } = props;
  const { standing } = prospect;
  const left = standing.state === "ended" && LEFT.has(standing.reason);
  return (
    <Page company={company} title="Your email preferences">
      {said && <output class="said">{said}</output>}
      <p>
        {"For "}
        <strong>{maskedAddress(prospect.email)}</strong>
        {". "}
        <State prospect={prospect} />
      </p>
      {!left && <Choices {...props} />}
      {standing.state !== "ended" && <Break prospect={prospect} />}
      <Leave unsubscribe={left ? undefined : unsubscribe} />
    </Page>
  );
};

const State = ({ prospect: { standing, timeZone, atMostWeekly } }: { prospect: Prospect }) => {
  if (standing.state === "ended") return <>You get no email from us at the moment.</>;
  if (standing.state === "paused")
    return <>{`You get no email until ${dayAndDate(standing.until)} (${zoneName(timeZone)} time).`}</>;
  return (
    <>{`You get ${atMostWeekly ? "at most one email a week" : "a short email now and then"}, on a Wednesday or Thursday afternoon (${zoneName(timeZone)} time).`}</>
  );
};

const Choices = ({ company, prospect, topics, measured }: PreferencesProps) => (
  <form method="post" class="section">
    {topics.length > 0 && (
      <fieldset>
        <legend>What would you like to read about?</legend>
        <span class="hint">Tick none and you get a bit of everything.</span>
        <div class="topics">
          {topics.map((topic) => (
            <label>
              <input type="checkbox" name="topic" value={topic} checked={prospect.topics.includes(topic)} />
              {topicName(topic)}
            </label>
          ))}
        </div>
      </fieldset>
    )}
    <label class="choice">
      <input type="checkbox" name="atMostWeekly" value="yes" checked={prospect.atMostWeekly} />
      <span>At most one email a week</span>
    </label>
    <label class="choice">
      <input type="checkbox" name="unmeasured" value="yes" checked={!measured} />
      <span>Do not measure what I open and click</span>
      <span class="hint">{hintOf(prospect, company)}</span>
    </label>
    <p class="actions">
      <button type="submit" name="action" value="save">
        Save preferences
      </button>
    </p>
  </form>
);

/** What ticking the box does, or why it is ticked already. */
function hintOf({ tracking, country }: Prospect, company: Company): string {
  if (tracking === "unknown" && isUntracked(country, company))
    return "Nothing is measured until you untick this: in your country we ask first.";
  return company.eraseOnWithdrawal
    ? "What was measured so far is deleted."
    : "Nothing more is measured; what was measured so far is kept.";
}

const Break = ({ prospect: { standing } }: { prospect: Prospect }) => {
  if (standing.state === "paused" && standing.reason !== OWN_WISH) return null;
  const paused = standing.state === "paused";
  return (
    <section>
      <h2>{paused ? "Back already?" : "A busy quarter?"}</h2>
      <form method="post" class="actions">
        <button type="submit" class="quiet" name="action" value={paused ? "resume" : "pause"}>
          {paused ? "Start again now" : "Pause for 90 days"}
        </button>
      </form>
    </section>
  );
};

const Leave = ({ unsubscribe }: { unsubscribe: string | undefined }) => (
  <section>
    <h2>{unsubscribe ? "Had enough?" : "What we keep about you"}</h2>
    <p class="hint">
      {unsubscribe && "Unsubscribing ends the email and nothing else. "}
      Erasing removes your name, your address and the history of what we sent and what you did with it.
    </p>
    <div class="actions">
      {unsubscribe && (
        <form method="post" action={unsubscribe}>
          <button type="submit" class="quiet" name="List-Unsubscribe" value="One-Click">
            Unsubscribe
          </button>
        </form>
      )}
      <form method="post">
        <button type="submit" class="grave" name="action" value="erase">
          Erase me...
        </button>
      </form>
    </div>
  </section>
);
