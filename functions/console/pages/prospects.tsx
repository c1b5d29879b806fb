/** @jsxImportSource hono/jsx */
import type { RosterLine } from "../../../shared/prospect/store.ts";
import type { Reader } from "../chrome.ts";
import { Chip } from "../parts/chip.tsx";
import { Empty } from "../parts/empty.tsx";
import { Pager } from "../parts/pager.tsx";
import { sectorName } from "../sector-name.ts";
import { placeOf } from "../../../shared/time.ts";
import { timeIn } from "../when.ts";

export type ProspectsPageProps = {
  readonly lines: readonly (RosterLine & { readonly repName?: string | undefined })[];
  readonly reader: Reader;
  readonly next: string | undefined;
  readonly first: string | undefined;
  readonly local: boolean;
};

const STATES = { active: "Active", paused: "Paused", ended: "Ended" } as const;

const Row = ({ line, now }: { line: ProspectsPageProps["lines"][number]; now: number }) => (
  <tr>
    <th scope="row">
      <a class="title" href={`/prospects/${line.id}`}>
        {line.name}
      </a>
      <span class="under">{line.company}</span>
    </th>
    <td>{sectorName(line.sector)}</td>
    <td>
      {timeIn(line.timeZone, now)} <span class="quiet-text">{placeOf(line.timeZone)}</span>
    </td>
    {line.repName !== undefined && <td>{line.repName}</td>}
    <td>
      <Chip tone={line.state === "active" ? "tint" : "plain"}>{STATES[line.state]}</Chip>
    </td>
  </tr>
);

export const ProspectsPage = ({ lines, reader, next, first, local }: ProspectsPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>{reader.rep ? `${reader.rep.name}'s prospects` : "Prospects"}</h1>
        <p>Everyone in the cadence, with the time it is where they are.</p>
      </div>
    </div>
    {lines.length === 0 ? (
      <Empty title="No prospects yet">
        {local ? (
          <>
            <a href="/import">Import a CSV file</a> from your CRM, or choose another rep.
          </>
        ) : (
          "Import a CSV file from your CRM, or choose another rep."
        )}
      </Empty>
    ) : (
      <div class="scroll">
        <table class="people">
          <thead>
            <tr>
              <th scope="col">Prospect</th>
              <th scope="col">Sector</th>
              <th scope="col">Local time</th>
              {!reader.rep && <th scope="col">Rep</th>}
              <th scope="col">Standing</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row line={line} now={reader.now} />
            ))}
          </tbody>
        </table>
      </div>
    )}
    <Pager next={next} first={first} />
  </>
);
