import { newId } from "../../shared/id.ts";
import type { ImportLines } from "./local-world.ts";

export const IMPORT_KINDS = ["reps", "prospects", "posts", "feed"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type ImportReport = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly dryRun: boolean;
  readonly result: ImportLines;
};

/** Runs the import that was uploaded, for show or in earnest. */
export type Run = (dryRun: boolean) => Promise<ImportLines>;

const KEPT = 5;

/** The last few reports with their files, so that a report has an address and what was checked can be imported as it was. */
export function reportShelf() {
  const kept = new Map<string, { report: ImportReport; run: Run }>();
  return {
    read: (id: string) => kept.get(id),
    async keep(kind: ImportKind, run: Run, dryRun: boolean): Promise<string> {
      const report = { id: newId(), kind, dryRun, result: await run(dryRun) };
      kept.set(report.id, { report, run });
      for (const id of [...kept.keys()].slice(0, -KEPT)) kept.delete(id);
      return report.id;
    },
  };
}
