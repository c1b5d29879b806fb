import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { getReps } from "../rep/store.ts";
import { newClaims } from "./claims.ts";
import { prospectColumns } from "./columns.ts";
import { commit } from "./commit.ts";
import { readCsv } from "./csv.ts";
import type { CsvFile } from "./csv.ts";
import { readDraft } from "./draft.ts";
import type { Draft, Out } from "./draft.ts";
import { openGazetteer } from "./gazetteer.ts";
import { lookUp } from "./look-up.ts";
import { ownersOf } from "./owner.ts";
import { planRow } from "./plan.ts";
import type { Plan } from "./plan.ts";
import type { ProspectImportReport, RowReport } from "./report.ts";
import { countOutcomes, tally } from "./report.ts";

/** `source` is how people know the file; it stands in errors and in the history. */
export type ImportInput = { readonly bytes: Uint8Array; readonly source: string };
export type ImportOptions = {
  readonly dryRun: boolean;
  /** Rows done, of all. */
  readonly onProgress?: (done: number, total: number) => void;
};

const ROWS_AT_ONCE = 200;

/**
 * Imports prospects from a spreadsheet export. Every row ends imported, updated, unchanged or refused with field and reason; the same file again
 * changes nothing; blanks never overwrite; who is opted out, bounced or suppressed is never mailed. With `dryRun` nothing is written.
 * AppError("invalid") when the file is no table, has no column for addresses, or there are no reps yet in whose name to write.
 */
export async function importProspects(
  app: App,
  input: ImportInput,
  options: ImportOptions,
): Promise<ProspectImportReport> {
  const { file, draftOf, unknownColumns } = open(input);
  const reps = await getReps(app.table);
  if (!reps.length) throw new AppError("invalid", `${input.source}: there are no reps yet; import reps first`);
  const world = {
    source: input.source,
    now: app.now(),
    companyZone: app.config.company.timeZone,
    gazetteer: await openGazetteer(),
    owners: ownersOf(reps),
    claims: newClaims(),
    outOf: outsOf(file, draftOf),
  };
  const rows: RowReport[] = [];
  const sources: ZoneSources = [];
  const unknown: string[] = [];
  for (let start = 0; start < file.rows.length; start += ROWS_AT_ONCE) {
    const drafts = file.rows.slice(start, start + ROWS_AT_ONCE).map(draftOf);
    const known = await lookUp(app.table, drafts);
    const plans = drafts.map((draft) => planRow(draft, known, world));
    rows.push(...(options.dryRun ? plans.map(({ report }) => report) : await carryOut(app, plans)));
    sources.push(...plans.flatMap(({ prospect }) => (prospect ? [prospect.timeZoneFrom] : [])));
    unknown.push(...drafts.flatMap(({ unknownSector }) => (unknownSector ? [unknownSector] : [])));
    options.onProgress?.(rows.length, file.rows.length);
  }
  return {
    source: input.source,
    dryRun: options.dryRun,
    rows,
    counts: countOutcomes(rows),
    unknownSectors: tally(unknown),
    unknownColumns,
    zoneSources: Object.fromEntries(tally(sources).map(({ word, rows: count }) => [word, count])),
  };
}

type ZoneSources = (keyof ProspectImportReport["zoneSources"])[];
type DraftOf = (row: CsvFile["rows"][number]) => Draft;

function open({ bytes, source }: ImportInput): { file: CsvFile; draftOf: DraftOf; unknownColumns: readonly string[] } {
  const file = readCsv(bytes, source);
  const columns = prospectColumns(file.header);
  if (!columns.of("email").length && !columns.of("crmId").length)
    throw new AppError("invalid", `${source}: no column for email addresses; its header reads ${headerOf(file)}`);
  return { file, draftOf: (row) => readDraft(row, columns, file.header.length), unknownColumns: columns.unknown };
}

export const headerOf = ({ header }: CsvFile): string => `"${header.join(", ").slice(0, 200)}"`;

/** Who is out by any row of the file, even by one that is refused or that repeats an earlier one. */
function outsOf(file: CsvFile, draftOf: DraftOf): (draft: Draft) => Out | undefined {
  const outs = new Map<string, Out>();
  const namesOf = ({ addresses, crmId }: Draft): string[] => [...addresses, ...(crmId ? [`#${crmId}`] : [])];
  for (const row of file.rows) {
    const draft = draftOf(row);
    if (draft.out) for (const name of namesOf(draft)) if (outs.get(name) !== "opted out") outs.set(name, draft.out);
  }
  return (draft) =>
    draft.out ??
    namesOf(draft)
      .map((name) => outs.get(name))
      .find((out) => out !== undefined);
}

async function carryOut(app: App, plans: readonly Plan[]): Promise<RowReport[]> {
  const lost = await commit(
    app.table,
    plans.map((plan) => ({ of: plan, writes: plan.writes })),
  );
  return plans.map((plan) =>
    lost.has(plan)
      ? {
          ...plan.report,
          outcome: "refused",
          field: "row",
          reason: "somebody else changed this prospect at the same moment; import again",
        }
      : plan.report,
  );
}
