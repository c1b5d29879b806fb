/** @jsxImportSource hono/jsx */
import { isError, type LintFinding } from "../../../shared/lint/finding.ts";
import type { TemplateUse } from "../../../shared/template/uses.ts";
import type { TemplateFacts } from "../../../shared/template/templates.ts";
import { templatePath } from "../template-view.ts";
import { Chip } from "../parts/chip.tsx";
import { KIND_NAMES } from "../article-words.ts";

export type TemplatesPageProps = {
  readonly templates: readonly {
    readonly template: TemplateFacts;
    readonly uses: readonly TemplateUse[];
    readonly findings: readonly LintFinding[];
  }[];
};

const kindsText = (kinds: TemplateUse["kinds"]): string =>
  kinds.map((kind) => KIND_NAMES[kind].toLowerCase()).join(", ");

export const Uses = ({ uses }: { uses: readonly TemplateUse[] }) =>
  uses.length === 0 ? (
    <p class="quiet-text">
      No cadence uses it. <a href="/cadence">A cadence names the template of each kind of article.</a>
    </p>
  ) : (
    <ul class="template-uses">
      {uses.map(({ cadence, kinds }) => (
        <li>
          Used by <a href="/cadence">{cadence.name}</a> for: {kindsText(kinds)}
        </li>
      ))}
    </ul>
  );

export const Carries = ({ carries }: Pick<TemplateFacts, "carries">) => (
  <ul class="chips" aria-label="What it carries">
    {carries.map((kind) => (
      <li>
        <Chip tone="tint">{KIND_NAMES[kind]}</Chip>
      </li>
    ))}
  </ul>
);

const Checked = ({ findings }: { findings: readonly LintFinding[] }) => {
  const errors = findings.filter(isError).length;
  if (errors > 0) return <Chip tone="wrong">{errors} to mend before it is used</Chip>;
  return <Chip>{findings.length > 0 ? `${findings.length} worth a look` : "Nothing to mend"}</Chip>;
};

type CardProps = TemplatesPageProps["templates"][number];

const TemplateCard = ({ template: { name, purpose, carries }, uses, findings }: CardProps) => {
  const broken = findings.find(({ rule }) => rule === "cannot-be-made");
  return (
    <li class="template-card">
      {broken ? (
        <div class="template-still">
          <p class="template-broken">{broken.says}</p>
        </div>
      ) : (
        <div class="template-still" inert>
          <iframe sandbox="" loading="lazy" src={templatePath(name, {}, "/html")} title={`What ${name} looks like`} />
        </div>
      )}
      <div class="template-about">
        <h2>
          <a href={templatePath(name)}>{name}</a>
        </h2>
        <p>{purpose}</p>
        <Carries carries={carries} />
        <p>
          <Checked findings={findings} />
        </p>
        <Uses uses={uses} />
      </div>
    </li>
  );
};

export const TemplatesPage = ({ templates }: TemplatesPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Templates</h1>
        <p>
          What the emails about articles are made of: one file each in the folder emails, there for cadences as soon as
          it lies there.
        </p>
      </div>
    </div>
    <ul class="template-cards">
      {templates.map((card) => (
        <TemplateCard {...card} />
      ))}
    </ul>
  </>
);
