import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { AppError } from "../../../shared/error.ts";
import type { Outcomes } from "../../../shared/rehearsal/outcomes.ts";
import { planCsv } from "../../../shared/rehearsal/plan-csv.ts";
import { runWeeks } from "../../../shared/rehearsal/run.ts";
import type { Run } from "../../../shared/rehearsal/run.ts";
import type { Totals } from "../../../shared/rehearsal/rehearsal.ts";
import { totalsOf } from "../../../shared/rehearsal/sums.ts";
import { weekdayOf } from "../../../shared/time.ts";
import { answer, progress, wholeNumber } from "../../commands/answer.ts";
import type { Bar } from "../../commands/answer.ts";
import { openData, worldOf } from "../open-world.ts";
import { readSettings } from "../settings.ts";
import { dataFolder, withFolder } from "./folder.ts";
import type { FolderOptions } from "./folder.ts";

type Options = FolderOptions & { readonly weeks: number; readonly csv?: string };

const many = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

const line = ({ date, sent, skipped }: Totals["days"][number]): string => {
  const reasons = Object.entries(skipped).map(([reason, count]) => `${reason} ${count}`);
  return `${date} ${weekdayOf(date).slice(0, 3)}  ${String(sent).padStart(6)} ${sent === 1 ? "email " : "emails"}  ${reasons.length ? `left out: ${reasons.join(", ")}` : ""}`.trimEnd();
};

const WHY: { readonly [code: string]: string } = {
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EISDIR: "it is a folder",
  EACCES: "it is not allowed",
  EPERM: "it is not allowed",
  EROFS: "nothing can be written there",
  ENOSPC: "the disk is full",
};

/** Says on the error stream which file it is, so that the answer stays the same. */
async function writeCsv(file: string, outcomes: Outcomes): Promise<void> {
  try {
    await pipeline(Readable.from(planCsv(outcomes)), createWriteStream(file));
  } catch (error) {
    const why = error instanceof Error && "code" in error ? WHY[String(error.code)] : undefined;
    if (why === undefined) throw error;
    throw new AppError("invalid", `--csv: ${file} cannot be written: ${why}`);
  }
  process.stderr.write(`Every email and skip is in ${file}\n`);
}

async function planned(folder: string, weeks: number, bar: Bar): Promise<Run> {
  const store = openData(folder, true);
  try {
    const { app } = await worldOf({ store, publicUrl: readSettings(process.env).publicUrl });
    return await runWeeks(app, { weeks, onProgress: bar.to });
  } finally {
    bar.stop();
    store.close();
  }
}

export function addPlan(program: Command): void {
  withFolder(program.command("plan"))
    .description("what will go out in the coming weeks if nobody reacts; sends nothing")
    .option("--weeks <n>", "how many weeks", wholeNumber("--weeks", 1, 104), 4)
    .option("--csv <file>", "also write every email and skip to a CSV file")
    .action(async (options: Options) => {
      const { weeks, csv } = options;
      const { from, segments, outcomes } = await planned(dataFolder(options), weeks, progress(options, "Planning"));
      if (csv !== undefined) await writeCsv(csv, outcomes);
      const { prospects, sent, skipped, days } = totalsOf(
        outcomes,
        segments,
        new Date(from).toISOString().slice(0, 10),
      );
      answer(options, { weeks, prospects, sent, skipped, days }, () =>
        days.length
          ? [
              ...days.map(line),
              `${many(sent, "email")} to ${many(prospects, "prospect")} in ${many(weeks, "week")}`,
            ].join("\n")
          : "Nothing will go out: there are no prospects who may be mailed, or no cadence yet.",
      );
    });
}
