/** @jsxImportSource hono/jsx */
import type { Article } from "../../../shared/content/article.ts";
import { ArticleMeta } from "./library.tsx";

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

export const ArticlePage = ({ article }: { article: Article }) => (
  <>
    <a class="crumb" href="/library">
      Library
    </a>
    <div class="head">
      <div>
        <h1>{article.title}</h1>
        <div class="section-top">
          <ArticleMeta article={article} />
        </div>
      </div>
      <a class="button" href={article.url} rel="noreferrer" target="_blank">
        Read it where it was published
      </a>
    </div>
    <div class="stack narrow-text">
      <section class="card">
        <h2>To say on the phone</h2>
        <p class="say spoken">{article.talkingPoint || "No talking point yet."}</p>
      </section>
      {article.caseStudy && <Story story={article.caseStudy} />}
      <section class="card">
        <h2>Summary</h2>
        <p>{article.summary || "No summary yet."}</p>
      </section>
      <p class="small quiet-text">
        {article.author ? `By ${article.author}. ` : ""}Came from {article.source}.
      </p>
    </div>
  </>
);
