/** @jsxImportSource hono/jsx */
import type { ImportLine } from "../local-world.ts";
import { Chip, type Tone } from "../parts/chip.tsx";
import { BASES } from "../../../shared/prospect/mail-consent.ts";
import { InputField, SelectField } from "../parts/field.tsx";
import type { ImportKind, ImportReport } from "../import-report.ts";

export type ImportPageProps = {
  readonly report: ImportReport | undefined;
  readonly errors: { readonly [kind in ImportKind]?: string };
  /** What was chosen of why prospects may be written to, in a form that was not taken. */
  readonly consent?: { readonly basis: string; readonly source: string };
  readonly urls: { readonly [kind in ImportKind]?: string };
  /** What whoever looks may import. */
  readonly kinds: readonly ImportKind[];
};

type Way = { readonly title: string; readonly text: string; readonly accept: string; readonly sample?: string };

const WAYS: { readonly [kind in ImportKind]: Way } = {
  posts: {
    title: "Posts and case studies",
    text: "Markdown files with front matter, as Jekyll and Hugo keep them. Choose as many as you like.",
    accept: ".md,.markdown,.mdx,.html",
    sample: "title, date, summary, kind: case-study, client, sector, problem, result",
  },
  feed: {
    title: "A feed",
    text: "RSS, Atom, RDF or JSON: an address, or a file.",
    accept: ".xml,.rss,.atom,.rdf,.json",
  },
  prospects: {
    title: "Prospects",
    text: "CSV as HubSpot and Salesforce export it, or with a header line like this:",
    accept: ".csv,.tsv,.txt",
    sample: "email,first name,last name,company,title,phone,city,country,industry,time zone,owner,stage,tags",
  },
  reps: {
    title: "Reps",
    text: "CSV with a header line like this:",
    accept: ".csv,.tsv,.txt",
    sample: "name,email,title,time zone,phone,calling link",
  },
};

const TONES: { readonly [outcome in ImportLine["outcome"]]: Tone } = {
  imported: "tint",
  updated: "tint",
  unchanged: "plain",
  "left out": "plain",
  noted: "plain",
  refused: "wrong",
};

const GROUNDS = [
  { value: "", text: "A column says it, or nobody knows" },
  ...BASES.map((value) => ({ value, text: `${value.charAt(0).toUpperCase()}${value.slice(1)}` })),
];

const Ground = ({ consent = { basis: "", source: "" } }: Pick<ImportPageProps, "consent">) => (
  <>
    <SelectField
      name="consent-basis"
      label="Why may these people be written to?"
      hint="What a row says of itself counts more, and an opt-out most."
      value={consent.basis}
      choices={GROUNDS}
    />
    <InputField
      name="consent-source"
      label="Where that is known from"
      hint="Like: the form on our website, since May."
      value={consent.source}
    />
  </>
);

type WayProps = {
  readonly kind: ImportKind;
  readonly error: string | undefined;
  readonly url: string | undefined;
  readonly consent: ImportPageProps["consent"];
};

const Way = ({ kind, error, url, consent }: WayProps) => {
  const way = WAYS[kind];
  return (
    <form class="card" method="post" action={`/import/${kind}`} enctype="multipart/form-data">
      <h2>{way.title}</h2>
      <div>
        <p class="quiet-text">{way.text}</p>
        {way.sample && <code class="copy section-top">{way.sample}</code>}
      </div>
      <div class="form">
        {kind === "feed" && <InputField name="feed-url" label="Address" type="url" value={url} />}
        {kind === "posts" && (
          <InputField
            name="posts-url"
            label="Where they are read (optional)"
            hint="The address of your blog; each post's link is this and its file name."
            type="url"
            value={url}
          />
        )}
        <InputField
          name={`${kind}-file`}
          label={kind === "posts" ? "Files" : kind === "feed" ? "Or a file" : "File"}
          type="file"
          accept={way.accept}
          multiple={kind === "posts"}
          error={error}
        />
        {kind === "prospects" && <Ground {...(consent && { consent })} />}
      </div>
      <div class="buttons">
        <button type="submit" name="how" value="check">
          Check first
        </button>
        <button class="primary" type="submit" name="how" value="import">
          Import
        </button>
      </div>
    </form>
  );
};

const MOST_LINES = 500;

const Lines = ({ lines }: { lines: readonly ImportLine[] }) => (
  <>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reached by keyboard */}
    <section class="scroll" aria-label="Remarks" tabindex={0}>
      <table class="people">
        <thead>
          <tr>
            <th scope="col">Row or file</th>
            <th scope="col">Came to</th>
            <th scope="col">Field</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, MOST_LINES).map((line) => (
            <tr>
              <th scope="row" class="address">
                {line.place}
              </th>
              <td>
                <Chip tone={TONES[line.outcome]}>{line.outcome}</Chip>
              </td>
              <td>{line.field}</td>
              <td class="address">{line.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    {lines.length > MOST_LINES && (
      <p class="small quiet-text section-top">
        The first {MOST_LINES} of {lines.length} lines. The command line shows all.
      </p>
    )}
  </>
);

/** Rows that went in without a remark are only counted. */
const Remarks = ({ lines }: { lines: readonly ImportLine[] }) => {
  const remarks = lines.filter((line) => line.reason !== undefined || line.outcome === "refused");
  return remarks.length > 0 ? (
    <Lines lines={remarks} />
  ) : (
    <p class="quiet-text">There is nothing to remark on any row.</p>
  );
};

const Report = ({ report }: { report: ImportReport }) => (
  <section class="card report" aria-label="Report">
    <div class="head">
      <h2>
        {report.dryRun ? "What would happen" : "What happened"}: {WAYS[report.kind].title.toLowerCase()}
      </h2>
      {report.dryRun && (
        <form method="post" action={`/import/again/${report.id}`}>
          <button class="primary" type="submit">
            Import exactly this
          </button>
        </form>
      )}
    </div>
    <dl class="counts">
      {Object.entries(report.result.counts).map(([name, count]) => (
        <div>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
    <Remarks lines={report.result.lines} />
  </section>
);

export const ImportPage = ({ report, errors, urls, kinds, consent }: ImportPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Import</h1>
        <p>What was imported before is updated, never doubled. Nothing is changed by a check.</p>
      </div>
    </div>
    {report && <Report report={report} />}
    <div class="importing">
      {kinds.map((kind) => (
        <Way kind={kind} error={errors[kind]} url={urls[kind]} consent={consent} />
      ))}
    </div>
  </>
);
