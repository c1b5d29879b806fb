import type { Command } from "commander";
import type { App } from "../../shared/app.ts";
import { checkLedger } from "../../shared/engagement/recompute.ts";
import { isDate } from "../../shared/time.ts";
import { answer, progress } from "./answer.ts";
import type { Bar, CommonOptions } from "./answer.ts";
import { allKnobs, turnedDials } from "./engagement-dials.ts";
import { replayAll } from "./engagement-replay.ts";
import { changedWords, checkWords, dialsWords, replayJson, replayWords, weightRows } from "./engagement-words.ts";
import type { CheckedAll } from "./engagement-words.ts";
import { everyRows } from "./every-prospect.ts";
import type { Place } from "./place.ts";

type ReplayOptions = CommonOptions & {
  readonly weights?: string;
  readonly knob: readonly string[];
  readonly falseTasks?: number;
  readonly since?: string;
};

async function checkAll(app: App, bar: Bar): Promise<CheckedAll> {
  const all: CheckedAll = { prospects: 0, agree: 0, behind: [], older: [], differ: [] };
  for await (const rows of everyRows(app, bar)) {
    const { id: prospectId } = rows.known.prospect;
    const checked = checkLedger(rows);
    all.prospects += 1;
    if (checked.outcome === "agrees") all.agree += 1;
    else if (checked.outcome === "older") all.older.push(prospectId);
    else if (checked.outcome === "behind") all.behind.push({ prospectId, emails: checked.emails });
    else if (checked.outcome === "differs") all.differ.push({ prospectId, field: checked.field });
  }
  return all;
}

function falseTasks(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 20))
    throw new RangeError(`--false-tasks is a number above 0 and at most 20, not "${text}"`);
  return value;
}

function sinceDate(text: string): string {
  if (!isDate(text)) throw new RangeError(`--since is a date as 2026-09-30, not "${text}"`);
  return text;
}

export function addEngagement(program: Command, { options: withOptions, within }: Place): void {
  const engagement = program
    .command("engagement")
    .description(
      "how opens and clicks become call tasks: the weights, whether the ledger holds, other weights tried out",
    );
  withOptions(engagement.command("weights"))
    .description("the table of weights and knobs, with the source of each")
    .action((options: CommonOptions) => answer(options, { weights: weightRows(), knobs: allKnobs() }, dialsWords));
  withOptions(engagement.command("check"))
    .description("works out from the ledger what is believed of every prospect, and compares it with what is stored")
    .action(async (options: CommonOptions) => {
      const bar = progress(options, "Checking");
      const checked = await within(options, "there", (app) => checkAll(app, bar)).finally(bar.stop);
      answer(options, checked, () => checkWords(checked));
      if (checked.differ.length > 0) process.exitCode = 1;
    });
  withOptions(engagement.command("replay"))
    .description("which call tasks would have come or gone with other weights; changes nothing")
    .option("--weights <file.json>", 'weights by rule, as {"gmail-open": 0.4}; the others stay')
    .option(
      "--knob <name=value>",
      "turns a knob of the rise test; may be given several times",
      (said, before: readonly string[]) => [...before, said],
      [],
    )
    .option("--false-tasks <n>", "so many false tasks allowed a rep and fortnight", falseTasks)
    .option("--since <date>", "only tasks from this date on", sinceDate)
    .action(async (options: ReplayOptions) => {
      const turned = await turnedDials(options.weights, options.knob);
      const bar = progress(options, "Replaying");
      const how = { dials: turned.dials, falseTasks: options.falseTasks, since: options.since };
      const replayed = await within(options, "there", (app) => replayAll(app, how, bar)).finally(bar.stop);
      const said = changedWords(turned, options.falseTasks);
      answer(options, replayJson(replayed, turned, options), () => replayWords(replayed, said));
    });
}
