import { headerSafe } from "./touch/fill.ts";
import type { Attachment, MailEntry, MailResult, Rendering, Segments } from "./ports.ts";

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

/** SES's own limit; RFC 2045 has none. */
const LONGEST_CONTENT_TYPE = 78;
const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+(; [\w-]+=[\w.+-]+)*$/;
/** Safe in a header and on every disk. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** What we attach is made by us, so a flaw in it is a mistake of the caller. */
export function checkAttachments(attachments: readonly Attachment[] | undefined): void {
  for (const { fileName, contentType } of attachments ?? []) {
    if (!FILE_NAME.test(fileName)) throw new RangeError("an attachment has a file name that is none");
    if (contentType.length > LONGEST_CONTENT_TYPE || !CONTENT_TYPE.test(contentType))
      throw new RangeError(`the attachment ${fileName} has a content type that is none`);
  }
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
