import { readDate } from "../content/dates.ts";
import type { ProspectField } from "./columns.ts";
import { readBasis } from "./mail-consent.ts";
import type { Basis, DeclaredConsent } from "./mail-consent.ts";
import type { MailConsent, Standing } from "./prospect.ts";
import { readYesNo } from "./text.ts";

/** Why somebody may be mailed, as a row has it; what it leaves open is filled in from the file. `at`: epoch ms. */
export type Ground = { readonly basis: Basis; readonly source?: string; readonly at?: number } | "none";

/**
 * Reads the columns about consent. Where only a source or a date of it stands, the column's name says that they opted in. What would mean the opposite is
 * never a ground.
 */
export function readGround(text: (field: ProspectField) => string, warnings: string[]): Ground | undefined {
  const word = text("consentBasis");
  const source = text("consentSource");
  const at = readAt(text("consentAt"), warnings);
  const basis = readBasis(word);
  if (word && basis === undefined)
    warnings.push(
      `ground to be mailed: "${word}" is none we know; write one of double opt-in, opt-in, customer, legitimate interest`,
    );
  if (basis === "none" || (word && basis === undefined)) return "none";
  const sourceSays = source !== "" && readYesNo(source) !== false && !/^(?:unknown|not known|other)$/i.test(source);
  if (basis === undefined && !sourceSays && at === undefined) return undefined;
  return { basis: basis ?? "opt-in", ...(sourceSays && { source }), ...(at !== undefined && { at }) };
}

/** Midnight UTC of a date, or the moment that HubSpot and the like export in milliseconds. */
function readAt(text: string, warnings: string[]): number | undefined {
  if (!text || text.startsWith("0000")) return undefined;
  if (/^1\d{12}$/.test(text)) return Number(text);
  const date = readDate(text);
  if (date === undefined) warnings.push(`consent date: "${text}" is no date that can only mean one day, not read`);
  return date === undefined ? undefined : Date.parse(`${date}T00:00Z`);
}

/** Endings after which a file's word of consent counts for nothing. */
const SAID_NO = new Set<string>(["opted out", "complained", "erased"]);

/** What is kept of the ground: the row's own before what is declared of the file, and nothing of who is out. */
export function consentOf(
  ground: Ground | undefined,
  standing: Standing,
  file: { readonly declared: DeclaredConsent | undefined; readonly source: string; readonly now: number },
): MailConsent | undefined {
  if (ground === "none" || (standing.state === "ended" && SAID_NO.has(standing.reason))) return undefined;
  if (!ground) return file.declared && { ...file.declared, at: file.now };
  const source = ground.source ?? `imported from ${file.source}`;
  return { basis: ground.basis, source, at: Math.min(ground.at ?? file.now, file.now) };
}
