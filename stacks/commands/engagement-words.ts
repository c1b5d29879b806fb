import { allRules, weightTable } from "../../shared/engagement/weights.ts";
import type { ReplayedTask } from "../../shared/engagement/history.ts";
import { dayInWords } from "../../shared/engagement/words.ts";
import { toLocal } from "../../shared/time.ts";
import { allKnobs } from "./engagement-dials.ts";
import type { Changed, TurnedDials } from "./engagement-dials.ts";
import type { ReplayedAll } from "./engagement-replay.ts";

export type CheckedAll = {
  prospects: number;
  agree: number;
  readonly behind: { readonly prospectId: string; readonly emails: readonly string[] }[];
  readonly older: string[];
  readonly differ: { readonly prospectId: string; readonly field: string }[];
};

/** As many as fit a screen; with --json there are all. */
const SHOWN = 20;

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

function shortly(lines: readonly string[]): string[] {
  const more = lines.length - SHOWN;
  return more > 0 ? [...lines.slice(0, SHOWN), `  and ${more} more; --json lists all`] : [...lines];
}

export function checkWords({ prospects, agree, behind, older, differ }: CheckedAll): string {
  return [
    `${agree} of ${counted(prospects, "prospect")}: the ledger gives what is stored, byte for byte`,
    ...(behind.length > 0
      ? [`${behind.length} behind: more was heard of these emails since; the next signal brings them up to date`]
      : []),
    ...shortly(behind.map(({ prospectId, emails }) => `  ${prospectId}  ${emails.join(", ")}`)),
    ...(older.length > 0 ? [`${older.length} from an older version; the next signal works them out anew`] : []),
    ...(differ.length > 0 ? [`${differ.length} differ, first in:`] : []),
    ...shortly(differ.map(({ prospectId, field }) => `  ${prospectId}  ${field}`)),
  ].join("\n");
}

export const weightRows = () =>
  allRules.map((rule) => {
    const { human, says, source } = weightTable[rule];
    return { rule, human, says, source };
  });

export function dialsWords(): string {
  const rules = weightRows().map(
    ({ rule, human, says, source }) => `${rule.padEnd(16)} ${String(human).padStart(4)}  ${says} (${source})`,
  );
  const knobs = allKnobs().map(
    ({ name, value }) => `${name.padEnd(16)} ${String(value).padStart(4)}${name === "silentAfter" ? "  hours" : ""}`,
  );
  return [
    "How surely a person did it, 0 to 1, by rule:",
    ...rules,
    "",
    "Knobs of the rise test:",
    ...knobs,
    "",
    "Try others with: midweek engagement replay --weights <file.json> --knob <name=value> --false-tasks <n>",
  ].join("\n");
}

export type Said = { readonly title: string; readonly lines: readonly string[] } | undefined;

const changeWords = ({ name, from, to }: Changed): string => `  ${name} ${to} instead of ${from}`;

/** What was turned, in words; undefined when nothing was. */
export function changedWords({ weights, knobs }: TurnedDials, falseTasks: number | undefined): Said {
  const parts = [
    ...(weights.length > 0 ? ["these weights"] : []),
    ...(knobs.length > 0 ? ["these knobs"] : []),
    ...(falseTasks === undefined ? [] : [`at most ${counted(falseTasks, "false task")} a rep and fortnight`]),
  ];
  if (parts.length === 0) return undefined;
  const [last = "", ...others] = parts.toReversed();
  const title = others.length > 0 ? `${others.toReversed().join(", ")} and ${last}` : last;
  return { title: `With ${title}`, lines: [...weights, ...knobs].map(changeWords) };
}

export function replayWords(all: ReplayedAll, said: Said): string {
  if (!said)
    return [
      truthWords(all),
      "Nothing is changed. Change weights with --weights <file.json>, knobs with --knob <name=value>, and how many false tasks are allowed with --false-tasks <n>; midweek engagement weights shows them all.",
    ].join("\n");
  const { came, gone, stay } = all;
  const verb = came.length === 1 ? "call task would" : "call tasks would";
  return [
    `${said.title} ${came.length} ${verb} have come and ${gone.length} gone; ${stay} ${stay === 1 ? "stays" : "stay"}.`,
    ...said.lines,
    ...(came.length > 0 ? ["Come:"] : []),
    ...shortly(came.map(taskWords)),
    ...(gone.length > 0 ? ["Gone:"] : []),
    ...shortly(gone.map(taskWords)),
    truthWords(all),
  ].join("\n");
}

const dateOf = ({ timeZone, at }: ReplayedTask): string => toLocal(timeZone, at).date;

const taskWords = (task: ReplayedTask): string =>
  `  ${task.prospectId}  ${dayInWords(dateOf(task))}  ${task.lane.padEnd(7)}  ${task.why}`;

const REASONS: { readonly [reason in keyof ReplayedAll["missed"]]: string } = {
  erased: "what they stood on was erased",
  "judged otherwise": "their signals are judged otherwise now",
  "surer now": "a rise must be surer now",
  order: "the signals came in another order than they happened, or something else was usual then",
};

/** How far a replay can be trusted: what it makes of the tasks that were there. */
function truthWords({ real, replayed, missed, extra }: ReplayedAll): string {
  if (real === 0)
    return `There were no real call tasks to hold a replay against${extra > 0 ? `; with today's weights there would be ${extra}` : ""}.`;
  const reasons = (["erased", "judged otherwise", "surer now", "order"] as const)
    .filter((reason) => missed[reason] > 0)
    .map((reason) => `${missed[reason]} because ${REASONS[reason]}`);
  const differ = reasons.length > 0 ? `; of the others ${reasons.join(", ")}` : "";
  const more = extra > 0 ? `; ${extra} more that ${extra === 1 ? "was" : "were"} not opened then` : "";
  return `Replayed with today's weights: ${replayed} of the ${counted(real, "real one")}${differ}${more}.`;
}

const taskJson = (task: ReplayedTask) => ({
  prospectId: task.prospectId,
  date: dateOf(task),
  at: new Date(task.at).toISOString(),
  lane: task.lane,
  why: task.why,
});

export function replayJson(
  { prospects, came, gone, stay, real, replayed, missed, extra }: ReplayedAll,
  { weights, knobs }: TurnedDials,
  { falseTasks, since }: { readonly falseTasks?: number; readonly since?: string },
) {
  return {
    changed: { weights, knobs, falseTasks: falseTasks ?? null },
    since: since ?? null,
    prospects,
    stay,
    came: came.map(taskJson),
    gone: gone.map(taskJson),
    today: { real, replayed, missed, extra },
  };
}
