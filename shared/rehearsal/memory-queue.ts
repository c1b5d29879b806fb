import type { Queue } from "../ports.ts";

export type MemoryQueue<Body> = Queue<Body> & {
  /** The one that is to be seen for the longest by `now` (epoch ms); it is gone then. */
  take(now: number): Body | undefined;
  /** Epoch ms; Infinity when nothing waits. */
  nextAt(): number;
};

/** A queue in memory whose consumer never fails: oldest visible first. */
export function memoryQueue<Body>(now: () => number): MemoryQueue<Body> {
  const waiting: { readonly at: number; readonly body: Body }[] = [];
  return {
    send: async (bodies, { delaySeconds = 0 } = {}) => {
      const at = now() + delaySeconds * 1000;
      const behind = waiting.findLastIndex((one) => one.at <= at) + 1;
      waiting.splice(behind, 0, ...bodies.map((body) => ({ at, body })));
    },
    take: (by) => (waiting[0] && waiting[0].at <= by ? waiting.shift()?.body : undefined),
    nextAt: () => waiting[0]?.at ?? Infinity,
  };
}

/** Where nobody listens. */
export const nowhere = <Body>(): Queue<Body> => ({ send: async () => undefined });
