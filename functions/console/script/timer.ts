/** Seconds before the end at which it is said that it comes. */
const WARNED = 5 * 60;

const kept = `midweek-timer ${location.pathname}`;

/** "24:07" left, "1:30 over". */
function leftWords(left: number): string {
  const seconds = Math.abs(left);
  const words = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return left < 0 ? `${words} over` : words;
}

/** A place that screen readers read from when something is put there, and nobody sees. */
function voiceIn(timer: HTMLElement): HTMLElement {
  const voice = document.createElement("span");
  voice.className = "unseen";
  voice.setAttribute("role", "status");
  timer.append(voice);
  return voice;
}

/**
 * The time left of a call: `data-timer` has its seconds, `data-timer-left` shows them, and `data-timer-start` or dialling starts it. It goes on when the
 * page is loaded again, because a form that is not taken shows the page anew. Said aloud is only that five minutes are left, and the end.
 */
function prepare(timer: HTMLElement): void {
  const shown = timer.querySelector<HTMLElement>("[data-timer-left]");
  const button = timer.querySelector<HTMLElement>("[data-timer-start]");
  if (!shown) return;
  const voice = voiceIn(timer);
  let runs: ReturnType<typeof setInterval> | undefined;
  const run = (from: number): void => {
    const leftNow = (): number => Number(timer.dataset["timer"]) - Math.floor((Date.now() - from) / 1000);
    let before = leftNow();
    const tick = (): void => {
      const left = leftNow();
      shown.textContent = leftWords(left);
      timer.classList.toggle("late", left <= 0);
      if (before > WARNED && left <= WARNED) voice.textContent = "Five minutes are left for this call.";
      if (before > 0 && left <= 0) voice.textContent = "The time for this call is over.";
      before = left;
    };
    clearInterval(runs);
    runs = setInterval(tick, 1000);
    tick();
    if (button) button.textContent = "Start again";
  };
  const start = (): void => {
    const now = Date.now();
    sessionStorage.setItem(kept, String(now));
    run(now);
  };
  timer.hidden = false;
  button?.addEventListener("click", start);
  for (const number of document.querySelectorAll('a[href^="tel:"]'))
    number.addEventListener("click", () => {
      if (runs === undefined) start();
    });
  const since = sessionStorage.getItem(kept);
  if (since !== null) run(Number(since));
}

export function startTimers(): void {
  for (const timer of document.querySelectorAll<HTMLElement>("[data-timer]")) prepare(timer);
}
