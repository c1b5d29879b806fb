import { addressHash } from "../id.ts";
import type { Rep } from "../rep/rep.ts";
import type { Draft } from "./draft.ts";
import type { Prospect } from "./prospect.ts";
import { fold } from "./text.ts";

/** Finds the rep that an owner cell names. */
export type Owners = {
  /** By email or by name in any case and with or without accents, also "Name (email)". */
  readonly named: (cell: string) => Rep | string;
  /** A rep for somebody whom nobody owns: always the same one for the same address, all reps in equal shares. */
  readonly inTurn: (email: string) => Rep | undefined;
};

export function ownersOf(reps: readonly Rep[]): Owners {
  const sorted = reps.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const byEmail = new Map(reps.map((rep) => [rep.email.toLowerCase(), rep]));
  const byName = Map.groupBy(reps, (rep) => fold(rep.name));
  return {
    named: (cell) => {
      const address = /[^\s<>()[\],;]+@[^\s<>()[\],;]+/.exec(cell)?.[0].toLowerCase();
      const rep = byEmail.get(address ?? "");
      if (rep) return rep;
      const namesakes = byName.get(fold(cell)) ?? byName.get(fold(cell.replace(/[([<].*/, ""))) ?? [];
      if (namesakes.length > 1) return `owner: "${cell}" is the name of ${namesakes.length} reps`;
      return namesakes[0] ?? `owner: "${cell}" is no rep we know`;
    },
    inTurn: (email) => sorted[Number.parseInt(addressHash(email).slice(0, 8), 16) % sorted.length],
  };
}

/** The rep named; else the one there was; else, because an email needs a rep's name, one in turn. */
export function ownerOf(
  draft: Draft,
  previous: Prospect | undefined,
  owners: Owners,
): { repId: string | undefined; warnings: string[] } {
  const named = draft.owner ? owners.named(draft.owner) : undefined;
  if (named !== undefined && typeof named !== "string") return { repId: named.id, warnings: [] };
  const problem = named ?? "owner: blank";
  if (previous?.repId) return { repId: previous.repId, warnings: named ? [`${problem}; the rep stays`] : [] };
  const rep = owners.inTurn(draft.email ?? previous?.email ?? "");
  return { repId: rep?.id, warnings: [`${problem}; ${rep?.name ?? "nobody"} was next in turn`] };
}
