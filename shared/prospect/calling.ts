import { putCall, putCalls } from "../call/store.ts";
import { prospectKey } from "../keys.ts";
import { putNotice } from "../notice/store.ts";
import { noticesOf } from "../notice/write.ts";
import type { Write } from "../ports.ts";
import type { OpenCall } from "./look-up.ts";
import { putNote } from "./note.ts";
import type { Prospect } from "./prospect.ts";

/** The number is somebody else's: it goes, and is remembered so that no import brings it back. `at`: epoch ms. */
export function dropPhone(prospect: Prospect, at: number): Write {
  const known = prospect.wrongPhones ?? [];
  const wrongPhones =
    prospect.phone === undefined || known.includes(prospect.phone) ? known : [...known, prospect.phone];
  return {
    kind: "update",
    key: prospectKey(prospect.id),
    set: { phone: undefined, wrongPhones, updatedAt: at },
    guard: "present",
  };
}

/** From now on only called when asking for it. */
export const neverCall = (prospectId: string, at: number): Write => ({
  kind: "update",
  key: prospectKey(prospectId),
  set: { doNotCall: true, updatedAt: at },
  guard: "present",
});

/** The history says who is not to be called any more and by what source, and a call task that nobody asked for is closed. */
export function stopCalls(
  prospectId: string,
  unasked: OpenCall | undefined,
  { now, source }: { readonly now: number; readonly source: string },
): Write[] {
  const note = putNote({ prospectId, at: now, text: `Do not call, says ${source}` });
  if (!unasked) return [note];
  const { call, calls } = unasked;
  const closed = { ...call, state: "closed", closedAt: now, version: call.version + 1 } as const;
  const closing = [
    putCall(closed, { match: { version: call.version, state: "open" } }),
    putCalls({ ...calls, open: null }, calls),
  ];
  return [note, ...closing, ...noticesOf(closing, now).map(putNotice)];
}
