import { callsOf } from "../../../shared/call/store.ts";
import type { Call } from "../../../shared/call/call.ts";
import { signalsOf } from "../../../shared/engagement/store.ts";
import type { JudgedSignal } from "../../../shared/engagement/signal.ts";
import { isPerson } from "../../../shared/engagement/weights.ts";
import type { Table } from "../../../shared/ports.ts";
import { everyProspect } from "../../../shared/prospect/every-prospect.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import { momentOf } from "./deeds.ts";
import type { Truth } from "./deeds.ts";

export type EngagementTally = {
  /** As the ledger has them; they add up to all signals kept. */
  signals: { human: number; machine: number; notMeasurable: number };
  /** Of these, those that somebody else made than was thought. What is not measurable was taken for nobody's. */
  misjudged: { machinesAsHuman: number; peopleAsMachine: number };
  callTasks: number;
  /** As they stand in the end: what was hot or warming is agreed once the prospect has said when to call again. */
  callTasksByLane: { [lane in Call["lane"]]: number };
  /** Of the call tasks, those withdrawn because a machine had made them. */
  takenBack: number;
  /** Of the hot ones, those that stand and on which nobody had asked. */
  wronglyHot: number;
  /** Prospects who are unsubscribed and never pressed the button. */
  unsubscribedByMachines: number;
};

/** Reads what the product made of what happened from `from` (epoch ms) on, a page of prospects at a time, and holds it against what really did. */
export async function tallyEngagement(
  table: Table,
  from: number,
  truth: Pick<Truth, "asked" | "left" | "ofPeople">,
  leftBefore: ReadonlySet<string>,
): Promise<EngagementTally> {
  const tally: EngagementTally = {
    signals: { human: 0, machine: 0, notMeasurable: 0 },
    misjudged: { machinesAsHuman: 0, peopleAsMachine: 0 },
    callTasks: 0,
    callTasksByLane: { hot: 0, warming: 0, agreed: 0, share: 0 },
    takenBack: 0,
    wronglyHot: 0,
    unsubscribedByMachines: 0,
  };
  for await (const { ids } of everyProspect(table))
    for (const id of ids) {
      for (const signal of await signalsOf(table, id))
        if (signal.at >= from) countSignal(signal, truth.ofPeople, tally);
      for (const call of await callsOf(table, id))
        if (call.openedAt >= from) countCall(call, truth.asked.get(call.prospectId), tally);
    }
  for (const id of await optedOut(table))
    if (!leftBefore.has(id) && !truth.left.has(id)) tally.unsubscribedByMachines++;
  return tally;
}

function countSignal(signal: JudgedSignal, ofPeople: ReadonlySet<string>, tally: EngagementTally): void {
  const { signals, misjudged } = tally;
  const person = ofPeople.has(momentOf(signal));
  if (signal.rule === "apple-privacy") signals.notMeasurable++;
  else if (isPerson(signal.human)) {
    signals.human++;
    if (!person) misjudged.machinesAsHuman++;
  } else {
    signals.machine++;
    if (person) misjudged.peopleAsMachine++;
  }
}

function countCall(call: Call, asked: ReadonlySet<number> | undefined, tally: EngagementTally): void {
  tally.callTasks++;
  tally.callTasksByLane[call.lane]++;
  if (call.withdrawn) tally.takenBack++;
  else if (call.lane === "hot" && !call.evidence.some(({ at }) => asked?.has(at))) tally.wronglyHot++;
}

/** Ids of prospects who opted out. */
export async function optedOut(table: Table): Promise<Set<string>> {
  const out = new Set<string>();
  for await (const { ids } of everyProspect(table))
    for (const { id, standing } of (await getProspects(table, ids)).values())
      if (standing.state === "ended" && standing.reason === "opted out") out.add(id);
  return out;
}
