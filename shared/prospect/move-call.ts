import { briefInNameOf } from "../call/brief.ts";
import type { Call } from "../call/call.ts";
import { putCall } from "../call/store.ts";
import type { Company } from "../config.ts";
import { putNotice } from "../notice/store.ts";
import { noticesOf } from "../notice/write.ts";
import type { Write } from "../ports.ts";
import type { Rep } from "../rep/rep.ts";
import type { Prospect } from "./prospect.ts";

/** What it takes to give call tasks to other reps; `source` is who says so. */
export type Movers = {
  readonly source: string;
  readonly now: number;
  readonly repOf: (id: string) => Rep | undefined;
  readonly company: Pick<Company, "name" | "whatWeDo">;
};

/** Whose prospect it is has the open call task too: it goes along when a file names another rep. */
export function moveCall(
  next: Prospect,
  previous: Prospect | undefined,
  call: Call | undefined,
  { source, now, repOf, company }: Movers,
): Write[] {
  const { repId } = next;
  const rep = repId === undefined ? undefined : repOf(repId);
  if (!call || !rep || previous?.repId === repId || call.repId === repId) return [];
  const version = call.version + 1;
  const move = { at: now, kind: "handed over", by: source, from: call.repId, to: repId, version } as const;
  const brief = briefInNameOf(call.brief, { prospect: next, rep, company });
  const moved = { ...call, repId, brief, moves: [...(call.moves ?? []), move], version };
  const put = putCall(moved, { match: { version: call.version, state: "open" } });
  return [put, ...noticesOf([put], now).map(putNotice)];
}
