import type { Cadence, CadenceSlot } from "../../shared/cadence/cadence.ts";
import { nextOf } from "../../shared/cadence/next-slot.ts";

export type ComingSlot = { readonly slot: CadenceSlot; readonly timeZone: string; readonly at: number };

/** The next of every slot in every zone, soonest first. */
export const comingSlots = (cadence: Cadence, zones: readonly string[], now: number): ComingSlot[] =>
  cadence.slots
    .flatMap((slot) => zones.map((timeZone) => ({ slot, timeZone, at: nextOf(slot, timeZone, now) })))
    .filter((coming): coming is ComingSlot => coming.at !== undefined)
    .toSorted((a, b) => a.at - b.at || a.timeZone.localeCompare(b.timeZone));
