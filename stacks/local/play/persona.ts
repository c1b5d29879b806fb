import { HOUR, MINUTE } from "../../../shared/time.ts";
import { chanceOf } from "./chance.ts";

/** What a played prospect does with an email, and how long after it came (ms). */
export type Act = {
  /** meeting: a time for a call, or asking for one where that is how it is done. */
  readonly kind: "open" | "click" | "meeting" | "pricing" | "unsubscribe";
  readonly after: number;
};

/** How likely a kind of reader is to open, to click once open, and to leave. Invented for playing; nothing is concluded from them. */
type Habit = { readonly opens: number; readonly clicks: number; readonly leaves: number };

const ignores: Habit = { opens: 0.05, clicks: 0.02, leaves: 0.001 };
const glances: Habit = { opens: 0.45, clicks: 0.06, leaves: 0.003 };
const reads: Habit = { opens: 0.7, clicks: 0.35, leaves: 0.002 };
const warmed: Habit = { opens: 0.95, clicks: 0.7, leaves: 0 };
const annoyed: Habit = { opens: 0.3, clicks: 0.01, leaves: 0.15 };

/** Some warm up after a few emails; that is who the reps should hear of. */
function habitOf(seed: number, address: string, touchNumber: number): Habit {
  const chance = chanceOf(seed, address, "habit");
  const draw = chance.next();
  if (draw < 0.45) return ignores;
  if (draw < 0.7) return glances;
  if (draw < 0.82) return reads;
  if (draw < 0.95) return touchNumber >= 3 + Math.floor(chance.between(0, 5)) ? warmed : glances;
  return annoyed;
}

/** What one prospect does with one email; the same for the same seed, address and email. */
export function actsOn(
  seed: number,
  address: string,
  email: { readonly slot: string; readonly number: number },
): Act[] {
  const habit = habitOf(seed, address, email.number);
  const chance = chanceOf(seed, address, email.slot);
  const acts: Act[] = [];
  const opened = 2 * MINUTE + chance.between(0, 1) ** 3 * 20 * HOUR;
  const looks = chance.happens(habit.opens);
  if (looks) acts.push({ kind: "open", after: opened });
  const clicks = looks && chance.happens(habit.clicks);
  if (clicks) acts.push({ kind: "click", after: opened + chance.between(15_000, 120_000) });
  if (clicks && habit === warmed && chance.happens(0.05)) acts.push({ kind: "meeting", after: opened + 4 * MINUTE });
  if (chance.happens(habit.leaves)) acts.push({ kind: "unsubscribe", after: opened + 3 * MINUTE });
  if (clicks && habit === warmed && chance.happens(0.05)) acts.push({ kind: "pricing", after: opened + 6 * MINUTE });
  return acts;
}
