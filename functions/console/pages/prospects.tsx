/** @jsxImportSource hono/jsx */
import type { Reader } from "../chrome.ts";
import { Empty } from "../parts/empty.tsx";
import { Pager } from "../parts/pager.tsx";
import { PeopleTable } from "../parts/people-table.tsx";
import type { PersonLine } from "../parts/people-table.tsx";
import { ProspectSearch } from "../parts/prospect-search.tsx";

export type ProspectsPageProps = {
  readonly lines: readonly PersonLine[];
  readonly reader: Reader;
  readonly next: string | undefined;
  readonly first: string | undefined;
  readonly local: boolean;
};

export const ProspectsPage = ({ lines, reader, next, first, local }: ProspectsPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>{reader.rep ? `${reader.rep.name}'s prospects` : "Prospects"}</h1>
        <p>Everyone in the cadence, with the time it is where they are.</p>
      </div>
    </div>
    {(lines.length > 0 || first) && <ProspectSearch />}
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
      <div class="section-top">
        <PeopleTable lines={lines} reader={reader} />
      </div>
    )}
    <Pager next={next} first={first} />
  </>
);
