/** @jsxImportSource hono/jsx */
import { displayName, type Prospect } from "../../../shared/prospect/prospect.ts";
import { placeOf } from "../../../shared/time.ts";
import type { Reader } from "../chrome.ts";
import type { ComingGroup, ComingLine } from "../coming-view.ts";
import { ArticleChoices } from "../parts/coming-choice.tsx";
import type { ArticleChoicesProps } from "../parts/coming-choice.tsx";
import { ComingActs, ComingWords } from "../parts/coming.tsx";
import { Empty } from "../parts/empty.tsx";
import { When } from "../parts/when.tsx";
import { dayNear, longDate, nearIn, timeIn } from "../when.ts";

const Row = ({ line: { prospect, coming } }: { line: ComingLine }) => (
  <li class="coming-row">
    <div>
      <h3 class="row-title">
        <a class="title" href={`/prospects/${encodeURIComponent(prospect.id)}`}>
          {displayName(prospect)}
        </a>{" "}
        <span class="quiet-text">{[prospect.title, prospect.company].filter(Boolean).join(", ")}</span>
      </h3>
      <ComingWords coming={coming} />
    </div>
    <ComingActs prospect={prospect} coming={coming} back="/coming" />
  </li>
);

/** So many are read rather than opened. */
const FEW = 3;

const isWritten = ({ coming: { next } }: ComingLine): boolean => "send" in next;

const Rows = ({ lines }: { lines: readonly ComingLine[] }) => (
  <ol class="rows">
    {lines.map((line) => (
      <Row line={line} />
    ))}
  </ol>
);

const Group = ({ group: { at, timeZone, lines }, reader }: { group: ComingGroup; reader: Reader }) => {
  const here = nearIn(reader.zone, at, reader.now);
  const there = nearIn(timeZone, at, reader.now);
  const [written, without] = [lines.filter(isWritten), lines.filter((line) => !isWritten(line))];
  return (
    <section class="group">
      <h2>
        <When zone={timeZone} at={at}>
          {capital(dayNear(timeZone, at, reader.now))} {timeIn(timeZone, at)} {placeOf(timeZone)}
        </When>{" "}
        <span class="count">{written.length}</span>
      </h2>
      {here !== there && (
        <p class="quiet-text small">
          {here} in {placeOf(reader.zone)}
        </p>
      )}
      {written.length > 0 && <Rows lines={written} />}
      {without.length > 0 && (
        <details class="section-top" open={written.length === 0 && without.length <= FEW}>
          <summary>
            {without.length} {without.length === 1 ? "gets" : "get"} none, and why
          </summary>
          <Rows lines={without} />
        </details>
      )}
    </section>
  );
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export type ComingPageProps = {
  readonly groups: readonly ComingGroup[];
  readonly more: boolean;
  readonly reader: Reader;
};

export const ComingPage = ({ groups, more, reader }: ComingPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>{reader.rep ? `${reader.rep.name}'s coming emails` : "Coming emails"}</h1>
        <p>
          The next email of every prospect, as it looks now. Keep one back, or choose another article, until the moment
          it goes out. <a href="/no-drop">Is anybody left without a next touch?</a>
        </p>
      </div>
    </div>
    {groups.length === 0 ? (
      <Empty title="No email is due">
        Once prospects are in the cadence, what goes out next appears here. See <a href="/cadence">the cadence</a>.
      </Empty>
    ) : (
      groups.map((group) => <Group group={group} reader={reader} />)
    )}
    {more && (
      <p class="quiet-text section-top">There are more prospects than fit here. Choose one rep to see all of theirs.</p>
    )}
  </>
);

/** Another article for one slot. */
export const ReplacePage = ({
  prospect,
  date,
  choices,
}: {
  prospect: Prospect;
  date: string;
  choices: ArticleChoicesProps;
}) => (
  <>
    <a class="crumb" href="/coming">
      Coming emails
    </a>
    <div class="head">
      <div>
        <h1>Another article for {displayName(prospect)}</h1>
        <p>
          It goes out on {longDate(date)}, in place of what would be picked. Only what they have not had, and no case
          study of another sector, is here.
        </p>
      </div>
    </div>
    <ArticleChoices {...choices} />
  </>
);
