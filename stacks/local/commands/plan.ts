import type { Command } from "commander";
import { weekdayOf } from "../../../shared/time.ts";
import type { Played } from "../play/play.ts";
import { playOnCopy } from "./play.ts";
import { answer, progress, wholeNumber } from "../../commands/answer.ts";
import { dataFolder, reportFailure, withFolder } from "./folder.ts";
import type { FolderOptions } from "./folder.ts";

const line = ({ date, sent, skipped }: Played["days"][number]): string => {
  const reasons = Object.entries(skipped).map(([reason, count]) => `${reason} ${count}`);
  return `${date} ${weekdayOf(date).slice(0, 3)}  ${String(sent).padStart(6)} emails  ${reasons.length ? `left out: ${reasons.join(", ")}` : ""}`.trimEnd();
};

export function addPlan(program: Command): void {
  withFolder(program.command("plan"))
    .description("what will go out in the coming weeks if nobody reacts; sends nothing")
    .option("--weeks <n>", "how many weeks", wholeNumber("--weeks", 1, 104), 4)
    .action(async (options: FolderOptions & { weeks: number }) => {
      const bar = progress(options, "Planning");
      const plan = await playOnCopy(dataFolder(options), {
        weeks: options.weeks,
        seed: 0,
        quiet: true,
        onProgress: bar.to,
        failed: reportFailure,
      }).finally(bar.stop);
      const { weeks, prospects, sent, skipped, days } = plan;
      answer(options, { weeks, prospects, sent, skipped, days }, () =>
        days.length
          ? [...days.map(line), `${sent} emails to ${prospects} prospects in ${weeks} weeks`].join("\n")
          : "Nothing will go out: there are no prospects who may be mailed, or no cadence yet.",
      );
    });
}
