import { COOL_DOWN_MS } from "../call/attempts.ts";
import type { Brief, Call, Calls } from "../call/call.ts";
import type { Company } from "../config.ts";
import type { Standing } from "../prospect/prospect.ts";
import { callChange } from "./call-change.ts";
import type { CallChange, Folded } from "./call-change.ts";
import { nearest } from "./compare-tasks.ts";
import { noEngagement } from "./engagement.ts";
import { declinedBy, leftAt, notCalledFrom, realTasks } from "./history.ts";
import type { History, RealTask, ReplayedTask } from "./history.ts";
import type { Verdict } from "./judge.ts";
import type { Known } from "./known.ts";
import type { Rise } from "./rise.ts";
import { judgeInTime } from "./judge-in-time.ts";
import { engagementOf } from "./score.ts";
import type { Dials } from "./score.ts";
import type { EvidentSignal, JudgedSignal } from "./signal.ts";

type Open = {
  task: ReplayedTask;
  real: RealTask | undefined;
  call: Call;
  closedAt: number;
  coolDownUntil: number;
  restarts: readonly number[];
};

type Past = {
  readonly history: History;
  readonly dials: Dials;
  readonly company: Company;
  readonly leftAt: number;
  readonly notCalledFrom: number;
  readonly byHand: RealTask[];
  readonly real: RealTask[];
  readonly signals: EvidentSignal[];
  readonly verdicts: Map<string, Verdict>;
  readonly tasks: Set<ReplayedTask>;
  restarts: number[];
  coolDownUntil: number;
  open: Open | undefined;
};

/**
 * The call tasks a prospect's history would have led to with these dials: signal by signal in the order of their moments, each seen with what was there
 * then. A task that really came about at most a week away gives its own length, calls and cool-down; others last for the cool-down.
 * `company`: how many false tasks are allowed. What colleagues did is taken as it is known now. Pure.
 */
export function replayTasks(history: History, dials: Dials, company: Company): ReplayedTask[] {
  const real = realTasks(history.calls);
  const past: Past = {
    history,
    dials,
    company,
    leftAt: leftAt(history),
    notCalledFrom: notCalledFrom(history),
    byHand: real.filter(({ byHand }) => byHand),
    real: real.filter(({ byHand }) => !byHand),
    signals: [],
    verdicts: new Map(),
    tasks: new Set(),
    restarts: [],
    coolDownUntil: 0,
    open: undefined,
  };
  const judge = judgeInTime(history, dials.weights);
  for (const signal of history.signals.toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id))) {
    timePasses(past, signal.at);
    past.signals.push(signal);
    const news = judge(signal, past.verdicts);
    apply(past, callChange(knownAt(past, signal.at), foldedAt(past, news, signal.at), signal.at), signal.at);
  }
  return [...past.tasks];
}

/** What is over by `now` is over, and what a rep opened by hand is open. */
function timePasses(past: Past, now: number): void {
  for (let next = past.byHand[0]; next && next.openedAt <= now; next = past.byHand[0]) {
    past.byHand.shift();
    closeBy(past, next.openedAt);
    if (!past.open) past.open = lasting(past, next, { call: next.calls[0]!, at: next.openedAt });
  }
  closeBy(past, now);
}

function closeBy(past: Past, now: number): void {
  if (!past.open || past.open.closedAt > now) return;
  past.coolDownUntil = past.open.coolDownUntil;
  past.open = undefined;
}

function apply(past: Past, change: CallChange, at: number): void {
  const { open } = past;
  if (change.kind === "open") begin(past, change.rise, at);
  else if (!open || change.kind === "none") return;
  else if (change.kind === "revise") open.call = { ...open.call, ...change.changes };
  else if (change.kind === "heat") open.call = heated(open.call, change.rise);
  else {
    past.tasks.delete(open.task);
    if (open.real) past.real.push(open.real);
    past.restarts = past.restarts.filter((restart) => !open.restarts.includes(restart));
    past.open = undefined;
  }
}

/** As many as a real task keeps. */
const MOST = 12;

function heated(call: Call, { why, evidence }: Rise): Call {
  const { lane, dueAt } = call;
  return {
    ...call,
    ...(lane !== "hot" && { heatedFrom: { lane, why: call.why, dueAt } }),
    lane: "hot",
    why,
    evidence: [...evidence, ...call.evidence].slice(0, MOST),
  };
}

const NO_BRIEF: Brief = { questions: ["-"], nextStepToAskFor: "", voicemail: { text: "", seconds: 0 } };

function begin(past: Past, { lane, why, evidence, score }: Rise, at: number): void {
  const { id: prospectId, timeZone } = past.history.prospect;
  const match = nearest(past.real, at, ({ openedAt }) => openedAt);
  if (match) past.real.splice(past.real.indexOf(match), 1);
  const call: Call = {
    prospectId,
    timeZone,
    lane,
    why,
    evidence,
    ...(score && { score }),
    openedAt: at,
    dueAt: at,
    number: past.tasks.size + 1,
    state: "open",
    brief: NO_BRIEF,
    attempts: [],
    version: 1,
  };
  past.open = lasting(past, match, { call, at });
  past.tasks.add(past.open.task);
}

/** Open as long as the real one was, and beginning the score anew when that did. */
function lasting(
  past: Past,
  real: RealTask | undefined,
  { call, at }: { readonly call: Call; readonly at: number },
): Open {
  const closings = real?.calls.flatMap(({ closedAt }) => (closedAt === undefined ? [] : [closedAt])) ?? [];
  const restarts = [at, ...closings];
  past.restarts.push(...restarts);
  const { prospectId, timeZone, why } = call;
  return {
    real,
    task: { prospectId, at, timeZone, lane: call.lane === "hot" ? "hot" : "warming", why },
    call: { ...call, attempts: real?.calls.flatMap(({ attempts }) => attempts) ?? [] },
    closedAt: Math.max(at, real?.closedAt ?? at + COOL_DOWN_MS),
    coolDownUntil: real?.coolDownUntil ?? 0,
    restarts,
  };
}

function knownAt({ history, company, coolDownUntil, open, ...past }: Past, now: number): Known {
  const { prospect, touches, usual } = history;
  const declinedAt = declinedBy(history.calls, now);
  const standing: Standing = now < past.leftAt ? { state: "active" } : prospect.standing;
  const calls: Calls = {
    prospectId: prospect.id,
    open: open ? open.call.number : null,
    last: past.tasks.size,
    coolDownUntil,
    ...(declinedAt !== undefined && { declinedAt }),
  };
  return {
    // What is in the ledger was measured with consent, whatever was said since.
    prospect: { ...prospect, tracking: "granted", standing, doNotCall: now >= past.notCalledFrom },
    engagement: noEngagement(prospect.id),
    touches,
    ledger: [],
    calls,
    ...(open && { call: { ...open.call, attempts: open.call.attempts.filter(({ at }) => at <= now) } }),
    usual,
    company,
  };
}

/** Worked out only as far as it is asked for: most signals change nothing. */
function foldedAt(
  { history, signals, verdicts, restarts, dials }: Past,
  news: readonly JudgedSignal[],
  now: number,
): Folded {
  const { prospect, touches, prior } = history;
  const ledger = { prospectId: prospect.id, touches, signals, restarts, prior };
  return {
    ledger,
    verdicts,
    news,
    knobs: dials.knobs,
    get all() {
      return signals.map((signal): JudgedSignal => Object.assign({}, signal, verdicts.get(signal.id)!));
    },
    get engagement() {
      return { ...engagementOf(ledger, verdicts, now, dials.knobs), version: 1 };
    },
  };
}
