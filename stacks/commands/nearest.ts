const fold = (word: string): string => word.toLowerCase().replaceAll(/[^a-z]/g, "");

/** Levenshtein's distance: letters to put in, take out or change. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [up, letter] of one.split("").entries()) {
    const next = [up + 1];
    for (let at = 0; at < other.length; at++) {
      const changed = (row[at] ?? 0) + (other[at] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The name that was probably meant by a word: case and signs apart, at most a third of its letters are to be changed. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const meant = fold(word);
  const [best] = names
    .map((name) => ({ name, away: distance(meant, fold(name)) }))
    .toSorted((one, other) => one.away - other.away);
  return best && meant && best.away <= Math.ceil(meant.length / 3) ? best.name : undefined;
}
