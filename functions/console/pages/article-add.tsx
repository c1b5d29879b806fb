/** @jsxImportSource hono/jsx */
import type { Suggestions } from "../../../shared/content/suggest-tags.ts";
import type { ArticleFormState } from "../article-form.ts";
import { ArticleFields } from "../parts/article-fields.tsx";
import { InputField, Refused } from "../parts/field.tsx";

export type AddPageProps = {
  readonly local: boolean;
  readonly address: string;
  readonly addressError?: string | undefined;
};

/** The ways by which something gets into the library. */
export const AddPage = ({ local, address, addressError }: AddPageProps) => (
  <>
    <a class="crumb" href="/library">
      Library
    </a>
    <div class="head">
      <div>
        <h1>Add a piece</h1>
        <p>A blog post, a case study or a resource that prospects should get to read.</p>
      </div>
    </div>
    <div class="stack narrow-text">
      <form class="card form" method="post" action="/library/add/address" novalidate>
        <h2>By its address</h2>
        <InputField
          name="address"
          label="Address"
          hint="Midweek reads title, summary, picture, date and author from the page, and shows them to you first."
          type="url"
          value={address}
          error={addressError}
          placeholder="https://northgate.example/blog/rounds"
          required
        />
        <div class="buttons">
          <button class="primary" type="submit">
            Read the page
          </button>
        </div>
      </form>
      <section class="card">
        <h2>Other ways</h2>
        <ul class="other-ways">
          <li>
            <a href="/library/add/hand">By hand</a>: fill in a form.
          </li>
          <li>
            <a href="/library/feeds">By a feed</a>: what is new comes by itself, once a day.
          </li>
          {local && (
            <li>
              <a href="/import">By a folder</a>: Markdown posts, as Jekyll and Hugo keep them.
            </li>
          )}
        </ul>
      </section>
    </div>
  </>
);

export type ArticleFormPageProps = {
  readonly title: string;
  readonly says: string;
  readonly action: string;
  readonly button: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly form: ArticleFormState;
  readonly suggestions: Suggestions;
  /** About what was found, to be looked over. */
  readonly warnings: readonly string[];
  readonly problem?: string | undefined;
};

/** The form of an article, new or not. */
export const ArticleFormPage = (props: ArticleFormPageProps) => (
  <>
    <a class="crumb" href={props.back.href}>
      {props.back.text}
    </a>
    <div class="head">
      <div>
        <h1>{props.title}</h1>
        <p>{props.says}</p>
      </div>
    </div>
    {props.warnings.length > 0 && (
      <ul class="flash flaw-list">
        {props.warnings.map((warning) => (
          <li>{warning}</li>
        ))}
      </ul>
    )}
    <form class="card form narrow-text" method="post" action={props.action} novalidate>
      <Refused errors={props.form.errors} problem={props.problem} />
      <ArticleFields form={props.form} suggestions={props.suggestions} />
      <div class="buttons">
        <button class="primary" type="submit">
          {props.button}
        </button>
        <a class="button quiet" href={props.back.href}>
          Leave it
        </a>
      </div>
    </form>
  </>
);
