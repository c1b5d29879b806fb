import { recordEngagement } from "../../../shared/engagement/record.ts";
import { Signal } from "../../../shared/engagement/signal.ts";
import { touchKey } from "../../../shared/keys.ts";
import { HOUR, addDays, toInstant } from "../../../shared/time.ts";
import type { Touch } from "../../../shared/touch/touch.ts";
import type { World } from "../../../stacks/local/world.ts";

export const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36";
const APPLE = "Mozilla/5.0";

/** Thursday before the Monday on which these worlds begin. */
const LAST = "2026-11-19";

const dateOf = (back: number): string => addDays(LAST, -7 * Math.floor(back / 2) - (back % 2));
const sentAt = (date: string): number => toInstant("Europe/Lisbon", date, "15:00")!;

const emailTo = (prospectId: string, date: string): Touch => ({
  prospectId,
  date,
  timeZone: "Europe/Lisbon",
  cadenceId: "default",
  outcome: "sent",
  slotKind: "blog-post",
  articleTitle: `Story of ${date}`,
  tracked: true,
  at: sentAt(date),
});

/**
 * Emails every Wednesday and Thursday up to last week, one for each letter: "c" clicked by a person, "o" opened, "a" opened by Apple's servers, "."
 * nothing. Everything is then recorded.
 */
export async function mailed(world: World, prospectId: string, answers: string): Promise<string[]> {
  const dates = Array.from(answers, (_, n) => dateOf(answers.length - 1 - n));
  await world.app.table.writeMany(
    dates.map((date) => ({
      kind: "put",
      item: { ...touchKey(prospectId, date), data: emailTo(prospectId, date) },
    })),
  );
  const signals = dates.flatMap((slot, n): Signal[] => {
    const letter = answers[n];
    const common = { prospectId, slot, method: "GET", network: "203.0.113.0/24" } as const;
    const at = sentAt(slot) + 2 * HOUR;
    const open = { ...common, id: `${prospectId}-o${n}`, kind: "open", at } as const;
    if (letter === "a") return [Signal.parse({ ...open, userAgent: APPLE })];
    if (letter !== "c" && letter !== "o") return [];
    const click = { ...common, id: `${prospectId}-c${n}`, kind: "click", link: "read", at: at + HOUR } as const;
    return [open, ...(letter === "c" ? [click] : [])].map((one) => Signal.parse({ ...one, userAgent: CHROME }));
  });
  await recordEngagement(world.app, signals);
  return dates;
}
