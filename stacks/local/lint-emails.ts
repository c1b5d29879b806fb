import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Company } from "../../shared/config.ts";
import { answer, type CommonOptions, progress } from "../commands/answer.ts";
import { newProgram, runProgram } from "../commands/run.ts";
import { countsOf, failOnErrors, findingLine, numbered } from "../commands/finding-words.ts";
import { lintFolder } from "./lint/lint-folder.ts";

const OURS = fileURLToPath(new URL("../../emails", import.meta.url));
const sample = fileURLToPath(new URL("sample/company.json", import.meta.url));

type Options = CommonOptions & { readonly dir: string };

const program = newProgram("Holds the emails of a folder against what no email should say, look like or lack")
  .argument("[names...]", "these alone: case-study, letters/reminder")
  .option("--dir <folder>", "where they lie", OURS)
  .option("--json", "answer in JSON")
  .action(async (names: string[], options: Options) => {
    const company = Company.parse(JSON.parse(readFileSync(sample, "utf8")));
    const bar = progress(options, "Looking");
    const what = { folder: options.dir, names, company, ours: options.dir === OURS };
    const { emails, findings } = await lintFolder(what, bar.to).finally(bar.stop);
    answer(options, { emails, findings }, () =>
      [...findings.map(findingLine), `${numbered(emails, "email")}: ${countsOf(findings)}`].join("\n"),
    );
    failOnErrors(findings);
  });
await runProgram(program);
