import type { ConditionalUpdate, Write } from "./ports.ts";

/** Throws a RangeError for an update that no table can make: a field both set and added to, or a sum that is no number. */
export function checkUpdate({ set, add = {} }: Extract<Write, { kind: "update" }>): void {
  for (const [field, by] of Object.entries(add)) {
    if (field in set) throw new RangeError(`${field} cannot be set and added to at once`);
    if (!Number.isFinite(by)) throw new RangeError(`${by} cannot be added to ${field}`);
  }
}

const PLAIN = /^\w+$/;

/** Throws a RangeError for what `writeEach` does not take. */
export function checkEach(writes: readonly ConditionalUpdate[]): void {
  if (new Set(writes.map(({ key }) => `${key.pk}\u0000${key.sk}`)).size < writes.length)
    throw new RangeError("two of many writes are on the same item");
  for (const { set, guard } of writes) {
    if (!Object.keys(set).length) throw new RangeError("a write must change something");
    if (guard !== "present" && !Object.keys(guard.match).length) throw new RangeError("a guard must name a field");
    const names = [...Object.keys(set), ...(guard === "present" ? [] : Object.keys(guard.match))];
    for (const name of names) if (!PLAIN.test(name)) throw new RangeError(`${name} is no name for a field`);
  }
}
