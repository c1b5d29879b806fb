import { sinceWords } from "../../../shared/notice/since.ts";

/**
 * Counts on how long ago somebody asked, every second within the hour and every minute after it. It counts from what the page said, because the clock of
 * the one-machine world is not the browser's.
 */
function count(clock: HTMLElement): void {
  const from = Date.now() - 1000 * Number(clock.dataset["since"]);
  const lateFrom = Number(clock.dataset["lateFrom"]);
  const tick = (): void => {
    const seconds = Math.max(0, Math.floor((Date.now() - from) / 1000));
    clock.textContent = sinceWords(seconds);
    clock.closest(".asked")?.classList.toggle("late", seconds >= lateFrom);
    setTimeout(tick, seconds < 3600 ? 1000 : 60_000);
  };
  tick();
}

export function startClocks(): void {
  for (const clock of document.querySelectorAll<HTMLElement>("[data-since]")) count(clock);
}
