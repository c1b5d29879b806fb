import { flawFinder } from "../mail-entry.ts";
import type { MailEntry, MailResult, Rendering } from "../ports.ts";
import { fillSubject } from "../touch/fill.ts";
import { asciiAddress } from "./ses-mailer-mailbox.ts";

/**
 * Characters, from the SES v2 API reference (MessageHeader, MessageTag, ReplacementTemplate). A value can stand in the subject, in the text and,
 * escaped to six times its length, in the html: an eighth of what SES takes always fits.
 */
const MOST = { address: 320, headerName: 126, header: 996, tag: 256, values: 262_144 / 8 };
/** RFC 5322: a line of a message; a longer subject is a mistake and not a subject. */
const MOST_SUBJECT = 998;
const HEADER_VALUE = /^[ -~]+$/;

const refused = (reason: string): MailResult => ({ outcome: "refused", reason });

/** Returns what refuses an entry that SES would never take with this rendering, before anything is sent; undefined for one it can. */
export function refusalFinder(rendering: Rendering): (entry: MailEntry) => MailResult | undefined {
  const flawOf = flawFinder(rendering);
  return (entry) => {
    const flaw = flawOf(entry);
    if (flaw !== undefined) return flaw;
    const { address } = entry.to;
    if (address.length > MOST.address || asciiAddress(address) === undefined)
      return {
        outcome: "refused",
        reason: "the address is longer than SES takes, or has letters before the @ that it cannot send to",
        about: "address",
      };
    const reason = tooMuchIn(entry) ?? subjectFlaw(rendering, entry);
    return reason === undefined ? undefined : refused(reason);
  };
}

function tooMuchIn({ headers, tags, values }: MailEntry): string | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (name.length > MOST.headerName || name.length + value.length > MOST.header)
      return `the header ${name.slice(0, MOST.headerName)} is longer than the ${MOST.header} characters SES takes`;
    if (!HEADER_VALUE.test(value)) return `the header ${name} is empty or not plain ASCII`;
  }
  for (const [name, value] of Object.entries(tags))
    if (name.length > MOST.tag || value.length > MOST.tag)
      return `the tag ${name.slice(0, MOST.tag)} is longer than the ${MOST.tag} characters SES takes`;
  if (JSON.stringify(values).length > MOST.values) return `the values are more than ${MOST.values} characters`;
  return undefined;
}

function subjectFlaw(rendering: Rendering, { values }: MailEntry): string | undefined {
  const { length } = fillSubject(rendering, values);
  if (length === 0) return "the subject is empty";
  return length > MOST_SUBJECT ? `the subject is longer than ${MOST_SUBJECT} characters` : undefined;
}
