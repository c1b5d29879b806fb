/** Things to do, by time; the earliest comes first, of equals the one put in first. A binary heap, because a quarter of 10,000 prospects is long. */
export type Agenda<Entry> = {
  put(at: number, entry: Entry): void;
  nextAt(): number | undefined;
  take(): Entry | undefined;
};

export function agenda<Entry>(): Agenda<Entry> {
  const heap: { at: number; order: number; entry: Entry }[] = [];
  let order = 0;
  const before = (a: number, b: number): boolean => {
    const [x, y] = [heap[a]!, heap[b]!];
    return x.at < y.at || (x.at === y.at && x.order < y.order);
  };
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!before(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && before(child, least)) least = child;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  return {
    put: (at, entry) => {
      heap.push({ at, order: order++, entry });
      rise(heap.length - 1);
    },
    nextAt: () => heap[0]?.at,
    take: () => {
      const first = heap[0];
      const last = heap.pop();
      if (first && last && first !== last) {
        heap[0] = last;
        sink();
      }
      return first?.entry;
    },
  };
}
