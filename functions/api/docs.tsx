/** @jsxImportSource hono/jsx */
import { stylePath } from "../console/style.ts";
import type { ApiDocument } from "./document.ts";

type Field = { readonly name: string; readonly about: string };

type Operation = {
  readonly name: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly fields: readonly Field[];
};

const METHODS = ["get", "post"] as const;

type PathItem = NonNullable<ApiDocument["paths"]>[string];
type Found = NonNullable<PathItem["get"]>;

/** What Markdown marks as code is plain here. */
const plain = (text: string | undefined): string => (text ?? "").replaceAll("`", "");

const operationsOf = (document: ApiDocument): Operation[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const found = item[method];
      if (!found) return [];
      const fields = [...parametersOf(found), ...bodyOf(document, found)];
      const { summary = "", description } = found;
      return [{ name: `${method.toUpperCase()} ${path}`, summary, description, fields }];
    }),
  );

const parametersOf = ({ parameters = [] }: Found): Field[] =>
  parameters.flatMap((one) => ("name" in one ? [{ name: one.name, about: plain(one.description) }] : []));

/** The fields of what is sent; each body is a schema with a name of its own. */
function bodyOf(document: ApiDocument, { requestBody }: Found): Field[] {
  const schema = requestBody && "content" in requestBody ? requestBody.content["application/json"]?.schema : undefined;
  const name = schema && "$ref" in schema ? schema.$ref?.split("/").at(-1) : undefined;
  const named = name === undefined ? undefined : document.components?.schemas?.[name];
  if (!named || !("properties" in named)) return [];
  return Object.entries(named.properties ?? {}).map(([field, { description }]) => ({
    name: field,
    about: plain(description),
  }));
}

const One = ({ name, summary, description, fields }: Operation) => (
  <li>
    <h2>{summary}</h2>
    <p>
      <code>{name}</code>
    </p>
    {description && <p>{plain(description)}</p>}
    {fields.length > 0 && (
      <dl class="facts">
        {fields.map((field) => (
          <div>
            <dt>
              <code>{field.name}</code>
            </dt>
            <dd>{field.about}</dd>
          </div>
        ))}
      </dl>
    )}
  </li>
);

/** The document for people: what there is to ask, without a script. */
export const docsPage = (document: ApiDocument) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>Midweek for programs</title>
      <link rel="stylesheet" href={stylePath} />
    </head>
    <body>
      <main>
        <div class="head">
          <h1>Midweek for programs</h1>
        </div>
        <div class="stack">
          <p>{document.info.description}</p>
          <p>
            Make a token on the page <a href="/account">Account</a> and send it with every request, as in{" "}
            <code>Authorization: Bearer mwa_…</code>. All of it, schemas and examples included, is in{" "}
            <a href="/api/v1/openapi.json">openapi.json</a>.
          </p>
          <ul class="rows">
            {operationsOf(document).map((operation) => (
              <One {...operation} />
            ))}
          </ul>
        </div>
      </main>
    </body>
  </html>
);
