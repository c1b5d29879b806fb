/** @jsxImportSource hono/jsx */
import { displayName } from "../../../shared/prospect/prospect.ts";
import type { TemplatePageProps } from "../pages/template.tsx";
import { templatePath } from "../template-view.ts";
import { InputField } from "./field.tsx";

type Props = Pick<TemplatePageProps, "template" | "query" | "searched" | "prospect">;

const Kept = ({ query }: Pick<Props, "query">) => (
  <>
    {query.prospect && <input type="hidden" name="prospect" value={query.prospect} />}
    {query.article && <input type="hidden" name="article" value={query.article} />}
    <input type="hidden" name="view" value={query.view} />
  </>
);

const Found = ({ template, query, searched }: Props) => {
  if (!searched) return null;
  const { lines, next, search } = searched;
  return (
    <div aria-live="polite">
      {lines.length === 0 ? (
        <p class="quiet-text">
          {search === "" ? "Type a name or a company." : next ? "Nobody so far." : "Nobody is called that."}
        </p>
      ) : (
        <ul class="found-people">
          {lines.map(({ id, name, company }) => (
            <li>
              <a href={templatePath(template.name, { ...query, prospect: id, article: undefined })}>
                {name}
                {company && <span class="under small">{company}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <form method="post" action={templatePath(template.name, {}, "/prospects")}>
          <Kept query={query} />
          <input type="hidden" name="q" value={search} />
          <input type="hidden" name="from" value={next} />
          <button type="submit" class="quiet">
            Look further
          </button>
        </form>
      )}
    </div>
  );
};

/** Whose eyes to look with. What is typed is sent in the form's body, as names have no place in addresses. */
export const PersonSearch = (props: Props) => {
  const { template, query, searched, prospect } = props;
  return (
    <section class="card form">
      <h2>As which prospect</h2>
      {prospect && (
        <p class="quiet-text">
          Shown for {displayName(prospect)}.{" "}
          <a href={templatePath(template.name, { ...query, prospect: undefined, article: undefined })}>For nobody</a>
        </p>
      )}
      <search>
        <form class="by-hand" method="post" action={templatePath(template.name, {}, "/prospects")}>
          <Kept query={query} />
          <InputField name="q" label="Name or company" type="search" value={searched?.search} />
          <button type="submit">Search</button>
        </form>
      </search>
      <Found {...props} />
    </section>
  );
};
