/** The clock of who asked: how long ago, in words, as the server writes them and as the page goes on counting. */
import { createHash } from "node:crypto";
import type { Call } from "../../shared/call/call.ts";
import { MINUTE } from "../../shared/time.ts";

/** Studies of inbound requests agree on little but that odds fall within minutes (practice 27). */
const CALM = 5 * MINUTE;

export type Clock = {
  /** When they asked, epoch ms. */
  readonly askedAt: number;
  /** Seconds since then. */
  readonly since: number;
  /** So many seconds after they asked it is late: five minutes, counted from when they can be called if they asked at night. */
  readonly lateFrom: number;
  /** They asked when they could be called. */
  readonly atOnce: boolean;
};

/** Of an open call that was asked for; it runs from the first time they asked since the last attempt. */
export function clockOf({ state, lane, attempts, evidence, openedAt, dueAt }: Call, now: number): Clock | undefined {
  if (state !== "open" || lane !== "hot") return undefined;
  const called = attempts.at(-1)?.at ?? -Infinity;
  const waiting = evidence.filter(({ asks, at }) => asks === true && at > called).map(({ at }) => at);
  if (waiting.length === 0) return undefined;
  const askedAt = Math.min(...waiting);
  const since = Math.max(0, Math.floor((now - askedAt) / 1000));
  const atOnce = dueAt <= Math.max(askedAt, openedAt) + CALM;
  const lateFrom = Math.floor(((atOnce ? askedAt : dueAt) + CALM - askedAt) / 1000);
  return { askedAt, since, lateFrom, atOnce };
}

/** "12 s", "3 min 12 s", "2 h 5 min", "3 d 4 h". */
export function sinceWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (minutes < 1) return `${seconds} s`;
  if (hours < 1) return `${minutes} min ${seconds % 60} s`;
  return days < 1 ? `${hours} h ${minutes % 60} min` : `${days} d ${hours % 24} h`;
}

/**
 * The same in the browser, every second within the hour and every minute after it. It counts from what the page said, because the clock of the one-machine
 * world is not the browser's.
 */
export const clockScript = `for (const clock of document.querySelectorAll("[data-since]")) {
  const from = Date.now() - 1000 * clock.dataset.since;
  const tick = () => {
    const s = Math.max(0, Math.floor((Date.now() - from) / 1000)), m = Math.floor(s / 60), h = Math.floor(s / 3600), d = Math.floor(s / 86400);
    clock.textContent = m < 1 ? s + " s" : h < 1 ? m + " min " + (s % 60) + " s" : d < 1 ? h + " h " + (m % 60) + " min" : d + " d " + (h % 24) + " h";
    clock.closest(".asked").classList.toggle("late", s >= clock.dataset.lateFrom);
    setTimeout(tick, h < 1 ? 1000 : 60000);
  };
  tick();
}`;

/** What the pages' policy lets run: these characters and no others. */
export const clockScriptSource = `'sha256-${createHash("sha256").update(clockScript).digest("base64")}'`;
