/** Names in the order of their UTF-8 bytes, put in order only when somebody asks after a change. */
export type Ordered<Entry> = { readonly entries: Map<string, Entry>; names: string[] | undefined };

export const ordered = <Entry>(): Ordered<Entry> => ({ entries: new Map(), names: undefined });

export function keep<Entry>(list: Ordered<Entry>, name: string, entry: Entry): void {
  if (!list.entries.has(name)) list.names = undefined;
  list.entries.set(name, entry);
}

export function drop<Entry>(list: Ordered<Entry>, name: string): void {
  if (list.entries.delete(name)) list.names = undefined;
}

export const namesOf = <Entry>(list: Ordered<Entry>): readonly string[] =>
  (list.names ??= [...list.entries.keys()].toSorted(byBytes));

/** Code units of characters beyond the first plane are lower than some within it, their bytes are not. */
const rank = (unit: number): number => {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
};

export function byBytes(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at += 1) {
    const [a, b] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (a !== b) return rank(a) - rank(b);
  }
  return one.length - other.length;
}

/** The first place of which `isBehind` holds, which from there on holds for all. */
export function firstWhere(names: readonly string[], isBehind: (name: string) => boolean): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(names[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
