/** @jsxImportSource hono/jsx */
import type { RosterLine } from "../../../shared/prospect/store.ts";
import { placeOf } from "../../../shared/time.ts";
import type { Reader } from "../chrome.ts";
import { sectorName } from "../sector-name.ts";
import { timeIn } from "../when.ts";
import { Chip } from "./chip.tsx";

/** `repName` where prospects of several reps stand together. */
export type PersonLine = RosterLine & { readonly repName?: string | undefined };

const STATES = { active: "Active", paused: "Paused", ended: "Ended" } as const;

const Row = ({ line, now, edit }: { line: PersonLine; now: number; edit: boolean }) => (
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
    {edit && (
      <td>
        <a href={`/prospects/${encodeURIComponent(line.id)}/edit`}>
          Edit <span class="unseen">{line.name}</span>
        </a>
      </td>
    )}
  </tr>
);

type TableProps = { readonly lines: readonly PersonLine[]; readonly reader: Reader; readonly edit?: boolean };

/** Prospects by their lines, each with a link to their page, and with `edit` one to the form that changes them. */
export const PeopleTable = ({ lines, reader, edit = false }: TableProps) => (
  <div class="scroll">
    <table class="people">
      <thead>
        <tr>
          <th scope="col">Prospect</th>
          <th scope="col">Sector</th>
          <th scope="col">Local time</th>
          {!reader.rep && <th scope="col">Rep</th>}
          <th scope="col">Standing</th>
          {edit && (
            <th scope="col">
              <span class="unseen">Change</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row line={line} now={reader.now} edit={edit} />
        ))}
      </tbody>
    </table>
  </div>
);
