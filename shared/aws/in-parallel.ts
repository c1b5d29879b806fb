/** So many calls at once keep a connection pool busy without being throttled for it. */
const AT_ONCE = 8;

/** Cuts into parts of at most `size` and works on several parts at once; in no promised order. */
export async function inParallel<Of>(
  all: readonly Of[],
  size: number,
  work: (part: readonly Of[]) => Promise<void>,
): Promise<void> {
  const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
  const waiting = parts.values();
  const takeParts = async (): Promise<void> => {
    for (const part of waiting) await work(part);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, parts.length) }, takeParts));
}
