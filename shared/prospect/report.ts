import type { ZoneSource } from "./prospect.ts";

type RowOutcome = "imported" | "updated" | "unchanged" | "refused";

/** What became of one row; `row` counts as a spreadsheet does, `field` and `reason` say why it was refused. */
export type RowReport = {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly email?: string;
  readonly field?: string;
  readonly reason?: string;
  readonly warnings: readonly string[];
};

export type Counts = Record<RowOutcome, number>;

/** What an import did, or with `dryRun` would do. Every row with anything in it is in `rows` once, in order. */
export type ProspectImportReport = {
  readonly source: string;
  readonly dryRun: boolean;
  readonly rows: readonly RowReport[];
  readonly counts: Counts;
  /** Prospects of the file who may be mailed without that anybody said why. */
  readonly noGround: number;
  /** Industry words that no sector is known for, and how many rows have them. */
  readonly unknownSectors: readonly { readonly word: string; readonly rows: number }[];
  /** Headers that nothing was read from. */
  readonly unknownColumns: readonly string[];
  /** Where the zones of the rows that were not refused came from. */
  readonly zoneSources: { readonly [source in ZoneSource]?: number };
};

export function countOutcomes(rows: readonly RowReport[]): Counts {
  const counts: Counts = { imported: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const row of rows) counts[row.outcome]++;
  return counts;
}

/** How often each word comes, most often first. */
export function tally<Word extends string>(words: readonly Word[]): { word: Word; rows: number }[] {
  const counts = new Map<Word, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([word, rows]) => ({ word, rows }))
    .toSorted((one, other) => other.rows - one.rows || (one.word < other.word ? -1 : 1));
}

/** About the import as a whole; undefined when of everybody who may be mailed is known why. */
export const noGroundNote = ({ noGround }: Pick<ProspectImportReport, "noGround">): string | undefined =>
  noGround === 0
    ? undefined
    : `no ground noted for ${noGround} ${noGround === 1 ? "prospect" : "prospects"} who may be mailed: say why these people may be written to, or have a column that does`;
