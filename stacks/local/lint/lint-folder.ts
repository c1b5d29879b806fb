import { relative } from "node:path";
import type { Company } from "../../../shared/config.ts";
import { AppError } from "../../../shared/error.ts";
import { templateFlaws } from "../../../shared/lint/check-templates.ts";
import { cannotBeMade } from "../../../shared/lint/cannot-be-made.ts";
import { type Found, findingOf, inOrder, type LintFinding } from "../../../shared/lint/finding.ts";
import { lintEmail } from "../../../shared/lint/lint-email.ts";
import { isTemplate } from "../../../shared/template/templates.ts";
import { type EmailFile, emailFiles, loadEmail, renderEmail } from "./email-files.ts";
import { variantsOf } from "./props.ts";
import { lineOf, sourcesOf } from "./source-line.ts";

export type FolderLint = { readonly emails: number; readonly findings: readonly LintFinding[] };

export type LintWhat = {
  readonly folder: string;
  /** Those alone; all if there are none. */
  readonly names: readonly string[];
  /** In whose name. */
  readonly company: Company;
  /** Whether these are the templates that Midweek sends, which are looked at as they go out as well. */
  readonly ours: boolean;
};

function chosen(files: readonly EmailFile[], names: readonly string[]): readonly EmailFile[] {
  const strange = names.find((name) => !files.some((file) => file.name === name));
  if (strange !== undefined)
    throw new AppError(
      "not-found",
      `there is no email "${strange}"; there are ${files.map(({ name }) => name).join(", ")}`,
    );
  return names.length === 0 ? files : files.filter(({ name }) => names.includes(name));
}

const shortPath = ({ path }: EmailFile): string => relative(process.cwd(), path);

/** Of a file that no email can be made of, that; the others are looked at all the same. */
async function previewFlaws(file: EmailFile, company: Company): Promise<Found[]> {
  const found: Found[] = [];
  try {
    const email = await loadEmail(file);
    for (const props of variantsOf(email.PreviewProps, company))
      found.push(...lintEmail(await renderEmail(email, props)));
  } catch (error) {
    found.push(...cannotBeMade(shortPath(file), error));
  }
  return found;
}

async function flawsOf(file: EmailFile, { company, ours }: LintWhat): Promise<Found[]> {
  const found = await previewFlaws(file, company);
  if (ours && isTemplate(file.name)) found.push(...(await templateFlaws(company, file.name)));
  return found;
}

const blockOf = (file: EmailFile, { part }: Found): string =>
  part === shortPath(file) ? part : `${shortPath(file)}, ${part}`;

/**
 * Looks at the emails of a folder with their preview props, and with each thing missing that may be. Findings name a line of the source where the text or
 * declaration is found there, and else the file and the part of the email.
 */
export async function lintFolder(what: LintWhat, onProgress: (share: number) => void): Promise<FolderLint> {
  const files = chosen(emailFiles(what.folder), what.names);
  const findings: LintFinding[] = [];
  for (const [at, file] of files.entries()) {
    const sources = sourcesOf(file.path);
    for (const found of await flawsOf(file, what)) {
      findings.push(findingOf(found, lineOf(sources, found.seek) ?? blockOf(file, found)));
    }
    onProgress((at + 1) / files.length);
  }
  return { emails: files.length, findings: inOrder(findings) };
}
