/** @jsxImportSource hono/jsx */
import type { LibraryAsked, LibraryLine, LibraryView, SectorCoverage } from "../library-view.ts";
import { ArticleMeta } from "../parts/article-meta.tsx";
import { Coverage } from "../parts/coverage.tsx";
import { Empty } from "../parts/empty.tsx";
import { LibraryFilter, LibraryStates } from "../parts/library-filter.tsx";
import { Pager } from "../parts/pager.tsx";
import { hasPicture, Picture } from "../parts/picture.tsx";

export type LibraryPageProps = {
  readonly view: LibraryView;
  readonly asked: LibraryAsked;
  readonly coverage: readonly SectorCoverage[];
  /** The viewer may change the library. */
  readonly mayChange: boolean;
  readonly local: boolean;
};

/** The picture says nothing to who does not see it: the title stands beside it. */
const Row = ({ line: { article, state } }: { line: LibraryLine }) => (
  <li class="library-row">
    <div>
      <h3>
        <a class="title" href={`/library/${article.id}`}>
          {article.title}
        </a>
      </h3>
      {article.talkingPoint && <p class="why">{article.talkingPoint}</p>}
      <ArticleMeta article={article} state={state} />
      {state === "flawed" && <p class="small overdue">{article.flaws?.join(" ")}</p>}
    </div>
    {hasPicture(article) && (
      <div class="library-picture">
        <Picture article={article} alt="" />
      </div>
    )}
  </li>
);

const Ways = ({ local }: { local: boolean }) => (
  <div class="buttons">
    <a class="button primary" href="/library/add">
      Add a piece
    </a>
    <a class="button" href="/library/feeds">
      Watched feeds
    </a>
    {local && (
      <a class="button" href="/import">
        Import a folder
      </a>
    )}
    <a class="button" href="/library/runway">
      Runway
    </a>
  </div>
);

const Nothing = ({ mayChange, local }: Pick<LibraryPageProps, "mayChange" | "local">) => (
  <Empty title="The library is empty">
    {mayChange ? (
      <>
        <a href="/library/add">Add a piece</a> by hand or by its address, <a href="/library/feeds">watch a feed</a>
        {local && (
          <>
            , or <a href="/import">import a folder of posts</a>
          </>
        )}
        , and the cadence has something to send.
      </>
    ) : (
      "As soon as marketing has put something in, the cadence has something to send."
    )}
  </Empty>
);

export const LibraryPage = ({ view, asked, coverage, mayChange, local }: LibraryPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Library</h1>
        <p>
          {view.total === 0
            ? "What prospects get to read."
            : `${view.total} ${view.total === 1 ? "piece" : "pieces"} that prospects get to read, newest first.`}
        </p>
      </div>
      {mayChange && <Ways local={local} />}
    </div>
    {view.total === 0 ? (
      <Nothing mayChange={mayChange} local={local} />
    ) : (
      <div class="stack">
        <Coverage coverage={coverage} />
        <LibraryFilter asked={asked} view={view} />
        <section>
          <h2 class="unseen">Pieces</h2>
          <LibraryStates asked={asked} view={view} />
          {view.found === 0 ? (
            <Empty title="Nothing fits">
              None of the {view.total} pieces is like that. <a href="/library">Show all</a>, or take a word away.
            </Empty>
          ) : (
            <>
              <p class="small quiet-text library-found">
                {asked.from + 1} to {asked.from + view.lines.length} of {view.found}
              </p>
              <ul class="rows">
                {view.lines.map((line) => (
                  <Row line={line} />
                ))}
              </ul>
            </>
          )}
          <Pager next={view.next} first={view.first} />
        </section>
      </div>
    )}
  </>
);
