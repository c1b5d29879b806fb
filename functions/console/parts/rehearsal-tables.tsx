/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Group, Rehearsed, Totals } from "../../../shared/rehearsal/rehearsal.ts";
import { placeOf } from "../../../shared/time.ts";
import { KIND_NAMES } from "../article-words.ts";
import { number, perWeek, reasonWords, sectorWords, skippedOf, skipsInWords } from "../rehearsal-words.ts";
import { shortDate } from "../when.ts";

type TableProps = { readonly title: string; readonly columns: readonly string[]; readonly children?: Child };

/** The one column that is no number. */
const WORDS = "Why skipped";

const Table = ({ title, columns, children }: TableProps) => (
  <section class="section">
    <h2>{title}</h2>
    <div class="scroll">
      <table class="people tight" aria-label={title}>
        <thead>
          <tr>
            {columns.map((name, n) => (
              <th scope="col" class={n === 0 || name === WORDS ? undefined : "end"}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  </section>
);

const Num = ({ label, children }: { label: string; children?: Child }) => (
  <td class="end" data-label={label}>
    {children}
  </td>
);

export const DaysTable = ({ id, totals: { days } }: Pick<Rehearsed, "id" | "totals">) => (
  <Table title="Day by day" columns={["Day", "Emails", "Skipped", WORDS]}>
    {days.map((day) => (
      <tr>
        <th scope="row" class="date">
          <a class="title" href={`/calendar/${id}/days/${day.date}`}>
            {shortDate(day.date)}
          </a>
        </th>
        <Num label="Emails:">{number(day.sent)}</Num>
        <Num label="Skipped:">{number(skippedOf(day))}</Num>
        <td>{skipsInWords(day)}</td>
      </tr>
    ))}
  </Table>
);

export const ReasonsTable = ({ skipped }: Pick<Totals, "skipped">) => (
  <Table title="Why slots stay without an email" columns={["Why", "Slots"]}>
    {Object.entries(skipped)
      .toSorted((one, other) => other[1] - one[1])
      .map(([reason, count]) => (
        <tr>
          <th scope="row">{reasonWords(reason)}</th>
          <Num label="Slots:">{number(count)}</Num>
        </tr>
      ))}
  </Table>
);

export const ZonesTable = ({ zones }: Pick<Totals, "zones">) => (
  <Table title="By time zone" columns={["Zone", "Leaves there at", "Prospects", "Emails", "Skipped"]}>
    {zones.map((zone) => (
      <tr>
        <th scope="row">
          {placeOf(zone.name)} <span class="under small">{zone.name}</span>
        </th>
        <Num label="Leaves there at">{timesOf(zone)}</Num>
        <Num label="Prospects:">{number(zone.prospects)}</Num>
        <Num label="Emails:">{number(zone.sent)}</Num>
        <Num label="Skipped:">{number(skippedOf(zone))}</Num>
      </tr>
    ))}
  </Table>
);

const timesOf = ({ from, to }: Totals["zones"][number]): string => {
  if (from === undefined || to === undefined) return "never";
  return from === to ? from : `${from} to ${to}`;
};

type GroupsProps = {
  readonly title: string;
  readonly one: string;
  readonly groups: readonly (Group & { label: string })[];
};

const Groups = ({ title, one, groups }: GroupsProps) => (
  <Table title={title} columns={[one, "Prospects", "Emails", "Skipped", "Library runs out"]}>
    {groups.map((group) => (
      <tr>
        <th scope="row">{group.label}</th>
        <Num label="Prospects:">{number(group.prospects)}</Num>
        <Num label="Emails:">{number(group.sent)}</Num>
        <Num label="Skipped:">{number(skippedOf(group))}</Num>
        <Num label="Library runs out:">
          {group.runsOutOn ? `from ${shortDate(group.runsOutOn)}` : "not in this time"}
        </Num>
      </tr>
    ))}
  </Table>
);

export const SegmentsTable = ({ segments }: Pick<Totals, "segments">) =>
  segments.length === 0 ? null : <Groups title="By segment" one="Segment" groups={segments} />;

export const SectorsTable = ({ sectors }: Pick<Totals, "sectors">) => (
  <Groups
    title="By sector"
    one="Sector"
    groups={sectors.map((sector) => ({ ...sector, label: sectorWords(sector.name) }))}
  />
);

export const RepsTable = ({ reps, names }: Pick<Totals, "reps"> & { names: ReadonlyMap<string, string> }) => (
  <Table title="By rep: emails a week in their name" columns={["Rep", "Emails", "A week, on average", "Fullest week"]}>
    {reps.map(({ name, sent, perWeek: weekly }) => (
      <tr>
        <th scope="row">{names.get(name) ?? "No rep yet"}</th>
        <Num label="Emails:">{number(sent)}</Num>
        <Num label="A week:">{perWeek(sent, weekly.length)}</Num>
        <Num label="Fullest week:">{number(Math.max(0, ...weekly))}</Num>
      </tr>
    ))}
  </Table>
);

const SHOWN = 20;

export const ArticlesTable = ({ articles }: Pick<Totals, "articles">) => (
  <Table title="Most mailed articles" columns={["Article", "What", "Emails"]}>
    {articles.slice(0, SHOWN).map(({ id, title, kind, sent }) => (
      <tr>
        <th scope="row">
          <a class="title" href={`/library/${encodeURIComponent(id)}`}>
            {title}
          </a>
        </th>
        <Num label="">{KIND_NAMES[kind]}</Num>
        <Num label="Emails:">{number(sent)}</Num>
      </tr>
    ))}
  </Table>
);
