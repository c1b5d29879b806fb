/** @jsxImportSource hono/jsx */
import type { LintFinding } from "../../../shared/lint/finding.ts";
import { displayName, type Prospect } from "../../../shared/prospect/prospect.ts";
import type { Preview } from "../../../shared/template/preview.ts";
import type { TemplateFacts } from "../../../shared/template/templates.ts";
import type { TemplateUse } from "../../../shared/template/uses.ts";
import type { FoundProspects } from "../find-prospects.ts";
import { Findings } from "../parts/findings.tsx";
import { SelectField } from "../parts/field.tsx";
import { PersonSearch } from "../parts/person-search.tsx";
import { brokenText, TEMPLATE_VIEWS, templatePath } from "../template-view.ts";
import type { TemplateLook, TemplateQuery, TemplateView } from "../template-view.ts";
import { KIND_NAMES } from "../article-words.ts";
import { Carries, Uses } from "./templates.tsx";
import { reportOf } from "../report-names.ts";

export type Searched = FoundProspects & { readonly search: string };

export type TemplatePageProps = TemplateLook & {
  readonly template: TemplateFacts;
  readonly prospect: Prospect | undefined;
  readonly uses: readonly TemplateUse[];
  readonly findings: readonly LintFinding[];
  readonly query: TemplateQuery;
  readonly searched: Searched | undefined;
  /** Why a test was not sent. */
  readonly problem: string | undefined;
  readonly viewerEmail: string;
};

const VIEW_NAMES: { readonly [view in TemplateView]: string } = {
  desktop: "Desktop",
  phone: "Phone",
  dark: "Dark",
  "images-off": "Images off",
  text: "Plain text",
};

const HOW: { readonly [how in TemplateLook["how"]]: string } = {
  chosen: "Chosen here.",
  next: "What they get next.",
  fits: "Not what they get next, but it fits them.",
  newest: "The newest that this template can show.",
  sample: "A sample of ours: the library has nothing yet that this template can show.",
};

/** Articles to choose from. */
const MOST = 200;

type Shown = Pick<TemplatePageProps, "template" | "query"> & { readonly preview: Preview };

/** As the list of an inbox shows it: cut where it does not fit. */
const Inbox = ({ preview }: Pick<Shown, "preview">) => (
  <section class="inbox" aria-label="In the inbox">
    <strong class="inbox-from">{preview.from.name}</strong>
    <p class="inbox-line">
      <strong>{preview.subject}</strong> <span class="quiet-text">{preview.previewText}</span>
    </p>
  </section>
);

const Tabs = ({ template, query }: Pick<TemplatePageProps, "template" | "query">) => (
  <nav class="tabs template-tabs" aria-label="How it is looked at">
    {TEMPLATE_VIEWS.map((view) => (
      <a href={templatePath(template.name, { ...query, view })} aria-current={view === query.view ? "page" : undefined}>
        {VIEW_NAMES[view]}
      </a>
    ))}
  </nav>
);

const Body = ({ template, query, preview }: Shown) =>
  query.view === "text" ? (
    <pre class="card">{preview.text}</pre>
  ) : (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- where it is wider than the window, keys must be able to scroll it
    <section class="template-frame" aria-label="The email" tabindex={0}>
      <iframe
        class={query.view === "phone" ? "letter phone" : "letter desktop"}
        sandbox=""
        src={templatePath(template.name, query, "/html")}
        title={`The email "${preview.subject}"`}
      />
    </section>
  );

const Look = ({ template, query, preview, prospect }: Shown & Pick<TemplatePageProps, "prospect">) => (
  <>
    <p>
      As{" "}
      {prospect ? (
        <a href={`/prospects/${encodeURIComponent(prospect.id)}`}>{displayName(prospect)}</a>
      ) : (
        "somebody made up"
      )}{" "}
      would get it:
    </p>
    <Inbox preview={preview} />
    <div>
      <Tabs template={template} query={query} />
      <Body template={template} query={query} preview={preview} />
      <p class="small quiet-text section-top">Looking at it here counts as nothing: links are dead.</p>
    </div>
  </>
);

const ArticleForm = ({ template, query, article, articles, how }: TemplatePageProps) => (
  <form class="card form" method="get" action={templatePath(template.name)}>
    <h2>Article</h2>
    {query.prospect && <input type="hidden" name="prospect" value={query.prospect} />}
    <input type="hidden" name="view" value={query.view} />
    {articles.length === 0 ? (
      <p class="quiet-text">
        {HOW[how]} <a href="/library">Look at the library</a>
      </p>
    ) : (
      <>
        <SelectField
          name="article"
          label="Which one"
          hint={articles.length > MOST ? `${HOW[how]} The newest ${MOST} of ${articles.length} are here.` : HOW[how]}
          value={how === "chosen" ? article.id : ""}
          choices={[
            { value: "", text: how === "chosen" ? "What they would get" : article.title },
            ...articles
              .slice(0, MOST)
              .map(({ id, title, kind }) => ({ value: id, text: `${title} (${KIND_NAMES[kind]})` })),
          ]}
        />
        <button type="submit">Show it</button>
      </>
    )}
  </form>
);

const Test = ({ template, query, viewerEmail, problem }: TemplatePageProps) => (
  <form class="card form" method="post" action={templatePath(template.name, {}, "/test")}>
    <h2>Send yourself a test</h2>
    {problem && (
      <p class="flash bad" role="alert">
        {problem}
      </p>
    )}
    <p class="quiet-text">
      To <span class="address">{viewerEmail}</span> and nobody else, marked as a test. Nothing in it is measured, and
      its links take nobody off anything.
    </p>
    {query.prospect && <input type="hidden" name="prospect" value={query.prospect} />}
    {query.article && <input type="hidden" name="article" value={query.article} />}
    <input type="hidden" name="view" value={query.view} />
    <button type="submit">Send the test</button>
  </form>
);

const About = ({ template, uses }: Pick<TemplatePageProps, "template" | "uses">) => (
  <section class="card">
    <h2>About it</h2>
    <Carries carries={template.carries} />
    <Uses uses={uses} />
    <p>
      <a href={reportOf("templates", template.name)}>What its emails came to</a>
    </p>
  </section>
);

export const TemplatePage = (props: TemplatePageProps) => {
  const { template, prospect, uses, findings, query, preview } = props;
  return (
    <>
      <a class="crumb" href="/templates">
        Templates
      </a>
      <div class="head">
        <div>
          <h1>{template.name}</h1>
          <p>{template.purpose}</p>
        </div>
      </div>
      <div class="template-split">
        <div class="stack">
          {"broken" in preview ? (
            <p class="flash bad">{brokenText(template.name, preview.broken)}</p>
          ) : (
            <Look {...{ template, query, preview, prospect }} />
          )}
        </div>
        <div class="stack">
          <PersonSearch {...props} />
          <ArticleForm {...props} />
          {!("broken" in preview) && <Test {...props} />}
          <About template={template} uses={uses} />
          <section class="card">
            <h2>Checked</h2>
            <Findings findings={findings} />
          </section>
        </div>
      </div>
    </>
  );
};
