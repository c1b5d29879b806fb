import { SingleBar } from "cli-progress";

export type CommonOptions = { readonly json?: boolean };

/** One answer: words for people, or JSON for programs. */
export function answer(options: CommonOptions, json: unknown, words: () => string): void {
  process.stdout.write(`${options.json ? JSON.stringify(json, null, 2) : words()}\n`);
}

/** Shows how far it is: a share from 0 to 1, or how many are done when nobody knows of how many. */
export type Bar = { to: (share: number) => void; count: (done: number) => void; stop: () => void };

/** A bar on the error stream while somebody watches; nothing in a pipe or with --json. */
export function progress(options: CommonOptions, label: string): Bar {
  if (options.json || !process.stderr.isTTY)
    return { to: () => undefined, count: () => undefined, stop: () => undefined };
  const format = `${label} {bar} {percentage} % {done}`;
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true });
  bar.start(1000, 0, { done: "" });
  return {
    to: (share) => bar.update(Math.round(share * 1000), { done: "" }),
    count: (done) => bar.update(0, { done: String(done) }),
    stop: () => bar.stop(),
  };
}

/** A whole number within bounds, or the reason why not. */
export function wholeNumber(name: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high)
      throw new RangeError(`${name} is a whole number from ${low} to ${high}, not "${text}"`);
    return value;
  };
}
