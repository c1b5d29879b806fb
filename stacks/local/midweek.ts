import { Command, CommanderError } from "commander";
import { AppError } from "../../shared/error.ts";
import { addImport } from "./commands/import.ts";
import { addPlan } from "./commands/plan.ts";
import { addPlay } from "./commands/play.ts";
import { addStatus } from "./commands/status.ts";

const program = new Command("midweek")
  .description("Nurture email on Wednesday and Thursday afternoons, and call tasks when engagement rises")
  .showHelpAfterError("(add --help to see how it is used)");
addImport(program);
addPlan(program);
addPlay(program);
addStatus(program);

/** One clear line and exit code 1 for whatever a person did wrong; only a fault of ours shows where it happened. */
try {
  program.exitOverride();
  for (const command of program.commands) for (const each of [command, ...command.commands]) each.exitOverride();
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 1;
  else {
    const expected = error instanceof AppError || error instanceof RangeError;
    process.stderr.write(
      `midweek: ${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
