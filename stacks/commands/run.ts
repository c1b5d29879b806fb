import { Command, CommanderError } from "commander";
import { AppError } from "../../shared/error.ts";

/** "error: unknown command 'plna'\n(Did you mean plan?)" in one line, under our own name. */
const oneLine = (text: string): string =>
  `midweek: ${text
    .replace(/^error: /, "")
    .trim()
    .replaceAll(/\s*\n\s*/g, " ")}; --help says how it is used\n`;

export const newProgram = (description: string): Command =>
  new Command("midweek")
    .description(description)
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) });

/** One clear line and exit code 1 for whatever a person did wrong; only a fault of ours shows where it happened. */
export async function runProgram(program: Command): Promise<void> {
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
}
