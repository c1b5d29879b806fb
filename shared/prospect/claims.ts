import type { Draft, Problem } from "./draft.ts";
import type { Prospect } from "./prospect.ts";

/** Which row of a file a person was first met in, so that nobody is imported twice from one file. */
export type Claims = {
  /** Why the row cannot be read for itself: an earlier one has its person. */
  readonly taken: (draft: Draft, previous: Prospect | undefined) => Problem | undefined;
  readonly claim: (draft: Draft, previous: Prospect | undefined) => void;
  /** Has an earlier row given this address up for another? Then whoever has it next is somebody else. */
  readonly isFree: (address: string) => boolean;
  /** The same of a record id. */
  readonly isFreeRecord: (crmId: string) => boolean;
};

/** Beside addresses, which never begin so. */
const recordName = (crmId: string): string => `#${crmId}`;

function names({ email, crmId }: Draft, previous: Prospect | undefined): [string, string][] {
  const all: [string, string | undefined][] = [
    ["email", email],
    ["record id", crmId],
    ["person", previous?.id],
  ];
  return all.flatMap(([field, name]) => (name ? [[field, name]] : []));
}

export function newClaims(): Claims {
  const rows = new Map<string, number>();
  const free = new Set<string>();
  return {
    taken: (draft, previous) => {
      for (const [field, name] of names(draft, previous)) {
        const row = rows.get(`${field} ${name}`);
        if (row !== undefined)
          return {
            field,
            reason: `the same ${field === "email" ? "address" : field} as in row ${row}, which was read instead`,
          };
      }
      return undefined;
    },
    claim: (draft, previous) => {
      for (const [field, name] of names(draft, previous)) rows.set(`${field} ${name}`, draft.row);
      if (previous && draft.email && draft.email !== previous.email.toLowerCase())
        free.add(previous.email.toLowerCase());
      if (previous?.crmId && draft.crmId && draft.crmId !== previous.crmId) free.add(recordName(previous.crmId));
    },
    isFree: (address) => free.has(address),
    isFreeRecord: (crmId) => free.has(recordName(crmId)),
  };
}
