import { callsOf } from "../../shared/call/store.ts";
import { lettersOf } from "../../shared/letter/store.ts";
import { signalsOf } from "../../shared/engagement/store.ts";
import type { Table } from "../../shared/ports.ts";
import { notesOf } from "../../shared/prospect/note.ts";
import type { Rep } from "../../shared/rep/rep.ts";
import { touchesOf } from "../../shared/touch/store.ts";
import type { History } from "./timeline.ts";

/** Reads everything that happened to a prospect. */
export async function historyOf(table: Table, prospectId: string, reps: readonly Rep[]): Promise<History> {
  const [touches, letters, signals, calls, notes] = await Promise.all([
    touchesOf(table, prospectId),
    lettersOf(table, prospectId),
    signalsOf(table, prospectId),
    callsOf(table, prospectId),
    notesOf(table, prospectId),
  ]);
  return { touches, letters, signals, calls, notes, repNames: new Map(reps.map((rep) => [rep.id, rep.name])) };
}
