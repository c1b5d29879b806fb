import { headerSafe } from "./touch/fill.ts";
import type { MailEntry, MailResult, Rendering, Segments } from "./ports.ts";

type Refusal = Extract<MailResult, { outcome: "refused" }>;

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

/** Returns what refuses an entry that can never go out with this rendering; undefined for one that can. */
export function flawFinder(rendering: Rendering): (entry: MailEntry) => Refusal | undefined {
  const names = new Set([rendering.subject, rendering.html, rendering.text].flatMap(namesIn));
  const flawOf = flawIn(names);
  return (entry) => {
    if (!ADDRESS.test(entry.to.address))
      return { outcome: "refused", reason: "the address is not one", about: "address" };
    const reason = flawOf(entry);
    return reason === undefined ? undefined : { outcome: "refused", reason };
  };
}

/** What is wrong with the email itself. */
function flawIn(names: ReadonlySet<string>): (entry: MailEntry) => string | undefined {
  return ({ values, headers, tags }) => {
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
