import { answer, progress, wholeNumber } from "../../stacks/commands/answer.ts";
import { newProgram, runProgram } from "../../stacks/commands/run.ts";
import { proveEngagement } from "./engagement/outcome.ts";
import { reportOf } from "./engagement/report.ts";

type Options = { readonly seeds: number; readonly prospects: number; readonly json?: boolean };

const program = newProgram("How well rising engagement is found, in a simulated half-year with machines in the mix")
  .name("npm run bench:engagement --")
  .option("--seeds <n>", "how many half-years", wholeNumber("--seeds", 1, 1000), 10)
  .option("--prospects <n>", "how many prospects in each", wholeNumber("--prospects", 100, 200_000), 20_000)
  .option("--json", "for programs")
  .action((options: Options) => {
    const bar = progress(options, "Simulating");
    const outcome = proveEngagement(options.seeds, options.prospects, bar.to);
    bar.stop();
    answer(options, outcome, () => reportOf(outcome));
    if (outcome.missed.length === 0) return;
    process.stderr.write(`midweek: missed: ${outcome.missed.join("; ")}\n`);
    process.exitCode = 1;
  });
await runProgram(program);
