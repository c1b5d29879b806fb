/** @jsxImportSource hono/jsx */
import type { Article } from "../../../shared/content/article.ts";
import { ArticleMeta } from "./article-meta.tsx";
import { Empty } from "./empty.tsx";
import { FieldError, InputField } from "./field.tsx";

export type ArticleChoicesProps = {
  /** Where the choice is sent, and where a search leads. */
  readonly action: string;
  readonly button: string;
  readonly hidden: { readonly [name: string]: string };
  readonly articles: readonly Article[];
  readonly total: number;
  readonly search: string;
  readonly chosen?: string | undefined;
  readonly error?: string | undefined;
};

const Choice = ({ article, chosen }: { article: Article; chosen: boolean }) => (
  <li>
    <label class="option article-option">
      <input type="radio" name="articleId" value={article.id} checked={chosen} required />
      <span>
        <strong>{article.title}</strong>
        <ArticleMeta article={article} state="sendable" />
      </span>
    </label>
  </li>
);

/** A search, and what fits as one choice of several. */
export const ArticleChoices = (props: ArticleChoicesProps) => {
  const { action, articles, total, search, error } = props;
  return (
    <>
      <search>
        <form class="by-hand" method="get" action={action}>
          {Object.entries(props.hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <InputField name="q" label="Search in titles and topics" type="search" value={search} />
          <button type="submit">Search</button>
        </form>
      </search>
      {articles.length === 0 ? (
        <Empty title={search ? "Nothing like that" : "Nothing is left"}>
          {search ? "Try another word, or none." : "Everything in the library that fits has been mailed to them."}
        </Empty>
      ) : (
        <form class="form section-top" method="post" action={action}>
          {Object.entries(props.hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <fieldset class={error ? "field bad" : "field"} aria-describedby={error ? "articleId-error" : undefined}>
            <legend>
              {total > articles.length ? `The first ${articles.length} of ${total} that fit` : `${total} that fit`}
            </legend>
            {error && <FieldError name="articleId" error={error} />}
            <ul class="stack article-options">
              {articles.map((article) => (
                <Choice article={article} chosen={article.id === props.chosen} />
              ))}
            </ul>
          </fieldset>
          <div class="buttons">
            <button type="submit" class="primary">
              {props.button}
            </button>
          </div>
        </form>
      )}
    </>
  );
};
