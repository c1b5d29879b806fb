import { headerSafe } from "../touch/fill.ts";
import type { MailEntry, Rendering, Segments } from "../ports.ts";

const MOST_ENTRIES = 50;
const LINE_BREAK = /[\r\n]/;
const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+$/;
const HEADER = /^[A-Za-z0-9-]+$/;
const TAG = /^[A-Za-z0-9_-]+$/;

export function checkCount(entries: readonly MailEntry[]): void {
  if (entries.length < 1 || entries.length > MOST_ENTRIES)
    throw new RangeError(`a bulk mail takes 1 to ${MOST_ENTRIES} entries, not ${entries.length}`);
}

const namesIn = (segments: Segments): string[] => segments.filter((_, position) => position % 2 === 1);

/** Returns what tells why an entry can never go out with this rendering, or undefined if it can. */
export function flawFinder(rendering: Rendering): (entry: MailEntry) => string | undefined {
  const names = new Set([rendering.subject, rendering.html, rendering.text].flatMap(namesIn));
  return ({ to, values, headers, tags }) => {
    if (!ADDRESS.test(to.address)) return "the address is not one";
    for (const name of names) if (values[name] === undefined) return `no value for ${name}`;
    for (const name in headers)
      if (!HEADER.test(name) || LINE_BREAK.test(headers[name]!))
        return `line break or odd letter in the header ${name}`;
    for (const name in tags) if (!TAG.test(name) || !TAG.test(tags[name]!)) return `odd letter in the tag ${name}`;
    return undefined;
  };
}

/** The recipient's name on one line, as a header needs it. */
export function withSafeName(entry: MailEntry): MailEntry {
  const { name, address } = entry.to;
  return name === undefined || headerSafe(name) === name
    ? entry
    : { ...entry, to: { name: headerSafe(name), address } };
}
