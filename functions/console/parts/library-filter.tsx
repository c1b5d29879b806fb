/** @jsxImportSource hono/jsx */
import { ARTICLE_STATES } from "../../../shared/content/state.ts";
import { Sector } from "../../../shared/sector.ts";
import { KIND_NAMES, STATE_NAMES } from "../article-words.ts";
import { libraryPath, type LibraryAsked, type LibraryView } from "../library-view.ts";
import { sectorName } from "../sector-name.ts";
import { InputField, SelectField } from "./field.tsx";

const ALL = { value: "", text: "All" };

/** What to look for. It is a question, so its answer has an address. */
export const LibraryFilter = ({ asked, view }: { asked: LibraryAsked; view: LibraryView }) => (
  <search>
    <form class="card library-filter" method="get" action="/library" aria-label="Pieces of the library">
      <InputField name="q" label="Words" type="search" value={asked.q} />
      <SelectField
        name="kind"
        label="Kind"
        value={asked.kind}
        choices={[ALL, ...Object.entries(KIND_NAMES).map(([value, text]) => ({ value, text }))]}
      />
      <SelectField
        name="sector"
        label="Sector"
        value={asked.sector}
        choices={[
          ALL,
          { value: "-", text: "None" },
          ...Sector.options.map((value) => ({ value, text: sectorName(value) })),
        ]}
      />
      <SelectField
        name="topic"
        label="Topic"
        value={asked.topic}
        choices={[ALL, ...view.topics.map(({ topic, count }) => ({ value: topic, text: `${topic} (${count})` }))]}
      />
      {asked.state && <input type="hidden" name="state" value={asked.state} />}
      <div class="buttons">
        <button type="submit">Show</button>
        {libraryPath(asked, {}) !== "/library" && (
          <a class="button quiet" href="/library">
            Show all
          </a>
        )}
      </div>
    </form>
  </search>
);

/** How many of them can be sent, and what is the matter with the others. */
export const LibraryStates = ({ asked, view }: { asked: LibraryAsked; view: LibraryView }) => (
  <nav class="tabs library-states" aria-label="By whether they can be sent">
    <a href={libraryPath(asked, { state: "" })} aria-current={asked.state === "" ? "page" : undefined}>
      All {view.any}
    </a>
    {ARTICLE_STATES.filter((state) => (view.byState.get(state) ?? 0) > 0 || asked.state === state).map((state) => (
      <a href={libraryPath(asked, { state })} aria-current={asked.state === state ? "page" : undefined}>
        {STATE_NAMES[state]} {view.byState.get(state)}
      </a>
    ))}
  </nav>
);
