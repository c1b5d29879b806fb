import type { MailEntry, Rendering, Segments } from "../ports.ts";
import { fillHtml, fillSubject, fillText } from "../touch/fill.ts";

type Values = MailEntry["values"];

/** A rendering as SES takes it inline: variables stand as `{{name}}`. */
export type SesTemplate = {
  readonly Subject: string;
  readonly Html: string;
  readonly Text: string;
  /** JSON: what is the same for everyone. */
  readonly shared: string;
  /** JSON: what is a person's own. Throws, as `fill` does, when the rendering needs a value that is not there. */
  readonly ownOf: (values: Values) => string;
};

/**
 * Maximal runs of what a template engine could take for syntax: `{{` opens, `\` before it escapes, `{` or `}` next to a variable make three
 * braces of two.
 */
const RUNS = /[{}\\]+/g;

/**
 * One bulk call's template. SES evaluates templates and escapes nothing, so: variables have names of our own making (h0, t0, x0), html values go
 * out escaped, and literal text that could be read as syntax travels as the value of a variable; values are never evaluated. The subject is one
 * variable, filled here.
 */
export function templateOf(rendering: Rendering): SesTemplate {
  const names = [...new Set([...namesIn(rendering.html), ...namesIn(rendering.text)])];
  const literals = new Map<string, string>();
  const html = namesIn(rendering.html).map((name) => [`h${names.indexOf(name)}`, one(name)] as const);
  const text = namesIn(rendering.text).map((name) => [`t${names.indexOf(name)}`, one(name)] as const);
  return {
    Subject: "{{subject}}",
    Html: written(rendering.html, literals, (name) => `h${names.indexOf(name)}`),
    Text: written(rendering.text, literals, (name) => `t${names.indexOf(name)}`),
    shared: JSON.stringify(Object.fromEntries([...literals].map(([literal, name]) => [name, literal]))),
    ownOf: (values) =>
      JSON.stringify({
        subject: fillSubject(rendering, values),
        ...Object.fromEntries(html.map(([variable, piece]) => [variable, fillHtml(piece, values)])),
        ...Object.fromEntries(text.map(([variable, piece]) => [variable, fillText(piece, values)])),
      }),
  };
}

/** A rendering of nothing but one value. */
const one = (name: string): Rendering => ({ id: name, subject: [], html: ["", name, ""], text: ["", name, ""] });

const namesIn = (segments: Segments): string[] => [...new Set(segments.filter((_, at) => at % 2 === 1))];

/** `literals` collects what had to become a variable, and under which name. */
function written(segments: Segments, literals: Map<string, string>, variableOf: (name: string) => string): string {
  return segments
    .map((segment, at) => {
      if (at % 2 === 1) return `{{${variableOf(segment)}}}`;
      return segment.replaceAll(RUNS, (run, start: number) => {
        const besideVariable =
          (start === 0 && at > 0) || (start + run.length === segment.length && at < segments.length - 1);
        if (!besideVariable && !run.includes("{{")) return run;
        const name = literals.get(run) ?? `x${literals.size}`;
        literals.set(run, name);
        return `{{${name}}}`;
      });
    })
    .join("");
}
