/** @jsxImportSource hono/jsx */
import type { Reader } from "../chrome.ts";
import { Empty } from "../parts/empty.tsx";
import { ProspectSearch } from "../parts/prospect-search.tsx";
import { PeopleTable } from "../parts/people-table.tsx";
import type { PersonLine } from "../parts/people-table.tsx";

type FoundPageProps = {
  readonly lines: readonly PersonLine[];
  readonly reader: Reader;
  /** Where to look further. */
  readonly next: string | undefined;
  readonly search: string;
  /** The whole address was looked up, in place of names. */
  readonly byAddress: boolean;
};

const Nobody = ({ reader, next, search, byAddress }: FoundPageProps) => {
  if (search === "") return <Empty title="Nothing to look for">Type a name, a company or an email address.</Empty>;
  if (next) return <Empty title="Nobody so far">There are more prospects than were looked at just now.</Empty>;
  return byAddress ? (
    <Empty title="Nobody has that address">Addresses are looked up whole. By name or company, a part is enough.</Empty>
  ) : (
    <Empty title={reader.rep ? `Nobody of ${reader.rep.name}'s is called that` : "Nobody is called that"}>
      Names and companies were looked through; an email address is found only when it is typed whole.
    </Empty>
  );
};

/** What a search found. */
export const FoundPage = (props: FoundPageProps) => {
  const { lines, reader, next, search } = props;
  return (
    <>
      <a class="crumb" href="/prospects">
        Prospects
      </a>
      <div class="head">
        <h1>Found prospects</h1>
      </div>
      <ProspectSearch search={search} />
      <div class="section-top">
        {lines.length === 0 ? <Nobody {...props} /> : <PeopleTable lines={lines} reader={reader} edit />}
      </div>
      {next && (
        <form class="section-top" method="post" action="/prospects/find">
          <input type="hidden" name="q" value={search} />
          <input type="hidden" name="from" value={next} />
          <button type="submit">Look further</button>
        </form>
      )}
    </>
  );
};
