import type { Cell } from "../csv-out.ts";
import { displayName } from "../prospect/prospect.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { toLocal } from "../time.ts";
import type { Call } from "./call.ts";
import type { LoggedAttempt } from "./log.ts";

/** One attempt, with what it belongs to. Who asked to be erased has no profile and no calls any more; then the attempt still counts, nameless. */
export type CalledRow = {
  readonly logged: LoggedAttempt;
  readonly call: Call | undefined;
  readonly prospect: Prospect | undefined;
  readonly repName: string | undefined;
};

const iso = (at: number | undefined): string | undefined => (at === undefined ? undefined : new Date(at).toISOString());

function thereOf(at: number, zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  const { date, time } = toLocal(zone, at);
  return `${date} ${time}`;
}

const attemptOf = ({ call, logged }: CalledRow) => call?.attempts[logged.attempt - 1];
const stepOf = ({ logged }: CalledRow) => (logged.nextStep.kind === "declined" ? undefined : logged.nextStep);

/** Times are UTC (ISO 8601); `prospect time` is the wall clock of `zone`. */
const COLUMNS: readonly (readonly [name: string, cell: (row: CalledRow) => Cell])[] = [
  ["called at", ({ logged }) => iso(logged.at)],
  ["prospect time", ({ logged, call }) => thereOf(logged.at, call?.timeZone)],
  ["zone", ({ call }) => call?.timeZone],
  ["rep", ({ logged, repName }) => repName ?? logged.repId],
  ["prospect", ({ prospect }) => prospect && displayName(prospect)],
  ["company", ({ prospect }) => prospect?.company],
  ["CRM id", ({ prospect }) => prospect?.crmId],
  ["prospect id", ({ logged }) => logged.prospectId],
  ["call", ({ logged }) => logged.number],
  ["attempt", ({ logged }) => logged.attempt],
  ["lane", ({ logged }) => logged.lane],
  ["disposition", ({ logged }) => logged.disposition],
  ["next step", ({ logged }) => logged.nextStep.kind],
  ["next step date", (row) => stepOf(row)?.date],
  ["next step time", (row) => stepOf(row)?.time],
  ["next step note", (row) => attemptOf(row)?.nextStep.note],
  ["notes", (row) => attemptOf(row)?.notes],
  [
    "promises",
    (row) =>
      attemptOf(row)
        ?.promises?.map(({ text, due }) => `${text} (${due})`)
        .join("; "),
  ],
  ["blocker", (row) => attemptOf(row)?.blocker?.kind],
  ["review on", (row) => attemptOf(row)?.blocker?.reviewOn],
  ["recording", (row) => attemptOf(row)?.recording],
  ["opened at", ({ logged }) => iso(logged.openedAt)],
  ["due at", ({ logged }) => iso(logged.dueAt)],
  ["asked at", ({ logged }) => iso(logged.askedAt)],
  ["good hour", ({ logged }) => logged.goodHour],
  ["touch", ({ logged }) => logged.touchNumber],
  ["ends", ({ logged }) => logged.ends],
];

export const callsCsvHeader: readonly string[] = COLUMNS.map(([name]) => name);

/** The cells of one attempt, in the order of the header. */
export const callsCsvRow = (row: CalledRow): Cell[] => COLUMNS.map(([, cell]) => cell(row));
