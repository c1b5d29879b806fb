/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Article } from "../../../shared/content/article.ts";
import { OWN_FIELDS } from "../../../shared/content/own.ts";
import type { ArticleState } from "../../../shared/content/state.ts";
import type { Suggestions } from "../../../shared/content/suggest-tags.ts";
import { FIELD_NAMES } from "../article-words.ts";
import { Suggested } from "../parts/article-fields.tsx";
import { ArticleMeta } from "../parts/article-meta.tsx";
import { hasPicture, Picture } from "../parts/picture.tsx";
import { When } from "../parts/when.tsx";
import { reportOf } from "../report-names.ts";

export type ArticlePageProps = {
  readonly article: Article;
  readonly state: ArticleState;
  readonly zone: string;
  /** What whoever may change the library sees besides; not there for others. */
  readonly desk?: Desk | undefined;
};

type Desk = {
  readonly suggestions: Suggestions;
  /** Where its email is shown. */
  readonly preview: string;
  /** What was found wrong with its emails. */
  readonly findings: Child;
};

const Story = ({ story }: { story: NonNullable<Article["caseStudy"]> }) => (
  <section class="card">
    <h2>{story.client}</h2>
    {story.number && <p class="figure">{story.number}</p>}
    <dl class="facts wide">
      <div>
        <dt>Problem</dt>
        <dd>{story.problem}</dd>
      </div>
      <div>
        <dt>Result</dt>
        <dd>{story.result}</dd>
      </div>
    </dl>
    {story.quote && (
      <blockquote class="spoken">
        <p>{story.quote}</p>
      </blockquote>
    )}
  </section>
);

/** Why it is not mailed, and what to do. */
const Kept = ({ article, state, zone }: ArticlePageProps) => {
  if (state === "retired")
    return (
      <p class="flash">
        Retired {article.retiredAt !== undefined && <When zone={zone} at={article.retiredAt} />}: it is never sent
        again. What was sent of it stays known.
      </p>
    );
  if (state === "expired") return <p class="flash">Its last day is over: it is not sent any more.</p>;
  if (!article.flaws?.length) return null;
  return (
    <section class="card">
      <h2>Not mailed until mended</h2>
      <ul class="flaw-list overdue">
        {article.flaws.map((flaw) => (
          <li>{flaw}</li>
        ))}
      </ul>
    </section>
  );
};

const Deeds = ({ article: { id, retiredAt, url }, desk }: Pick<ArticlePageProps, "article" | "desk">) => (
  <div class="buttons">
    {desk && (
      <>
        <a class="button primary" href={`/library/${id}/edit`}>
          Edit
        </a>
        <a class="button" href={desk.preview}>
          See its email
        </a>
        <form method="post" action={`/library/${id}/${retiredAt === undefined ? "retire" : "bring-back"}`}>
          <button type="submit">{retiredAt === undefined ? "Retire" : "Bring it back"}</button>
        </form>
      </>
    )}
    <a class="button quiet" href={url} rel="noreferrer" target="_blank">
      Read it where it was published
    </a>
  </div>
);

/** Where whoever has a desk goes on from here. */
const Next = ({ id }: { id: string }) => (
  <Card title="What came of it">
    <p>
      <a href={reportOf("articles", id)}>What its emails came to, and the calls they led to</a>
    </p>
    <p>
      <a href={`/experiments/new?of=subject&article=${encodeURIComponent(id)}`}>Hold two subjects against each other</a>
    </p>
  </Card>
);

const Tags = ({ id, suggestions }: { id: string; suggestions: Suggestions }) =>
  suggestions.sectors.length + suggestions.topics.length === 0 ? null : (
    <form class="card form" method="post" action={`/library/${id}/tags`}>
      <h2>What it may be about</h2>
      <Suggested suggestions={suggestions} ticked={[]} />
      <div class="buttons">
        <button type="submit">Keep what is ticked</button>
      </div>
    </form>
  );

const Origin = ({ article: { author, source, own = [] } }: Pick<ArticlePageProps, "article">) => {
  const names = OWN_FIELDS.filter((field) => own.includes(field)).map((field) => FIELD_NAMES[field]);
  return (
    <p class="small quiet-text address">
      {author ? `By ${author}. ` : ""}Came from {source}.
      {names.length > 0 && ` Set here, and left so by imports: ${names.join(", ")}.`}
    </p>
  );
};

const Card = ({ title, children }: { title: string; children?: Child }) => (
  <section class="card">
    <h2>{title}</h2>
    {children}
  </section>
);

export const ArticlePage = (props: ArticlePageProps) => {
  const { article, state, desk } = props;
  return (
    <>
      <a class="crumb" href="/library">
        Library
      </a>
      <div class="head">
        <div>
          <h1>{article.title}</h1>
          <div class="section-top">
            <ArticleMeta article={article} state={state} />
          </div>
        </div>
        <Deeds article={article} desk={desk} />
      </div>
      <div class="stack narrow-text">
        <Kept {...props} />
        {hasPicture(article) && (
          <div class="article-picture">
            <Picture article={article} alt={`Picture of the article “${article.title}”`} lazy={false} />
          </div>
        )}
        <Card title="To say on the phone">
          <p class="say spoken">{article.talkingPoint || "No talking point yet."}</p>
        </Card>
        {article.perspective && (
          <Card title="Another way to look at it">
            <p>{article.perspective}</p>
          </Card>
        )}
        {article.caseStudy && <Story story={article.caseStudy} />}
        <Card title="Summary">
          <p>{article.summary || "No summary yet."}</p>
        </Card>
        {desk && <Card title="Its email, as checked">{desk.findings}</Card>}
        {desk && <Next id={article.id} />}
        {desk && <Tags id={article.id} suggestions={desk.suggestions} />}
        <Origin article={article} />
      </div>
    </>
  );
};
