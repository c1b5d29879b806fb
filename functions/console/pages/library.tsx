/** @jsxImportSource hono/jsx */
import type { Article } from "../../../shared/content/article.ts";
import { Chip } from "../parts/chip.tsx";
import { Empty } from "../parts/empty.tsx";
import { Pager } from "../parts/pager.tsx";
import { sectorName } from "../sector-name.ts";
import { shortDate } from "../when.ts";

export const KIND_NAMES = { "blog-post": "Blog post", "case-study": "Case study", resource: "Resource" } as const;

export type SectorCount = { readonly sector: string | undefined; readonly count: number };

export type LibraryPageProps = {
  readonly articles: readonly Article[];
  readonly total: number;
  readonly caseStudies: readonly SectorCount[];
  readonly next: string | undefined;
  readonly first: string | undefined;
  readonly local: boolean;
};

export const ArticleMeta = ({ article }: { article: Article }) => (
  <p class="meta">
    <Chip tone={article.kind === "case-study" ? "tint" : "plain"}>{KIND_NAMES[article.kind]}</Chip>
    {article.kind === "case-study" && <span>{sectorName(article.sector) || "Any sector"}</span>}
    <span>{shortDate(article.publishedOn)}</span>
    <span>{article.readingMinutes} min</span>
    {article.topics.length > 0 && <span>{article.topics.join(", ")}</span>}
  </p>
);

const Row = ({ article }: { article: Article }) => (
  <li>
    <h3>
      <a class="title" href={`/library/${article.id}`}>
        {article.title}
      </a>
    </h3>
    {article.talkingPoint && <p class="why">{article.talkingPoint}</p>}
    <ArticleMeta article={article} />
  </li>
);

const Coverage = ({ caseStudies }: { caseStudies: readonly SectorCount[] }) => (
  <section class="card coverage">
    <h2>Case studies by sector</h2>
    <p class="quiet-text">A case study goes to prospects of its own sector; one for any sector goes to everybody.</p>
    {caseStudies.length === 0 ? (
      <p>None yet: every prospect gets blog posts instead.</p>
    ) : (
      <ul class="chips">
        {caseStudies.map(({ sector, count }) => (
          <li class="chip">
            {sectorName(sector) || "Any sector"} <strong>{count}</strong>
          </li>
        ))}
      </ul>
    )}
  </section>
);

export const LibraryPage = ({ articles, total, caseStudies, next, first, local }: LibraryPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Library</h1>
        <p>
          {total === 0 ? "What prospects get to read." : `${total} pieces that prospects get to read, newest first.`}
        </p>
      </div>
    </div>
    {total === 0 ? (
      <Empty title="The library is empty">
        {local ? <a href="/import">Import posts or a feed</a> : "Import posts or a feed"}, and the cadence has something
        to send.
      </Empty>
    ) : (
      <>
        <Coverage caseStudies={caseStudies} />
        <ul class="rows">
          {articles.map((article) => (
            <Row article={article} />
          ))}
        </ul>
      </>
    )}
    <Pager next={next} first={first} />
  </>
);
