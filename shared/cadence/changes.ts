import type { ArticleKind } from "../content/article.ts";
import { endingsOf } from "./cadence.ts";
import type { Cadence, CadenceSlot } from "./cadence.ts";

const KINDS: { readonly [kind in ArticleKind]: string } = {
  "blog-post": "a blog post",
  "case-study": "a case study",
  resource: "a resource",
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const dayOf = ({ weekday }: CadenceSlot): string => capital(weekday);

function slotChange(before: CadenceSlot, after: CadenceSlot): string[] {
  const moved = before.time === after.time ? [] : [`moved from ${before.time} to ${after.time}`];
  const carries = before.kind === after.kind ? [] : [`carries ${KINDS[after.kind]} instead of ${KINDS[before.kind]}`];
  return moved.length + carries.length > 0 ? [`${dayOf(after)} ${[...moved, ...carries].join(" and ")}`] : [];
}

const saySlot = (slot: CadenceSlot): string => `${dayOf(slot)} ${slot.time}, ${KINDS[slot.kind]}`;

/** Slots are told apart by their weekday, and where old rows have two of one by their order. */
function slotChanges(before: Cadence, after: Cadence): string[] {
  const left = [...before.slots];
  const said: string[] = [];
  for (const slot of after.slots) {
    const at = left.findIndex(({ weekday }) => weekday === slot.weekday);
    const [was] = at < 0 ? [] : left.splice(at, 1);
    said.push(...(was ? slotChange(was, slot) : [`New slot: ${saySlot(slot)}`]));
  }
  return [...said, ...left.map((slot) => `Slot removed: ${saySlot(slot)}`)];
}

const customersLeave = (cadence: Cadence): boolean => endingsOf(cadence).includes("customer");

function exitChanges(before: Cadence, after: Cadence): string[] {
  if (customersLeave(before) === customersLeave(after)) return [];
  return [customersLeave(after) ? "Customers leave now" : "Customers do not leave any more"];
}

const onOff = (what: string, before: boolean, after: boolean): string[] =>
  before === after ? [] : [`${what}: ${after ? "yes" : "no"} (before: ${after ? "no" : "yes"})`];

const changed = (what: string, was: string | number, is: string | number): string[] =>
  was === is ? [] : [`${what} changed from ${was} to ${is}`];

/** What one version changed of the one before, a sentence each without a full stop; empty when nothing did. Pure. */
export function changesBetween(before: Cadence, after: Cadence): string[] {
  const { caps, window, sectorRules, templates } = before;
  return [
    ...changed("Name", `"${before.name}"`, `"${after.name}"`),
    ...slotChanges(before, after),
    ...changed("Most emails in 7 days", caps.per7Days, after.caps.per7Days),
    ...changed("Most emails in 30 days", caps.per30Days, after.caps.per30Days),
    ...changed("Send window", `${window.from}-${window.to}`, `${after.window.from}-${after.window.to}`),
    ...changed("Emails without a sign of life until the long rhythm", before.quietAfter, after.quietAfter),
    ...changed("Days between emails in the long rhythm", before.longRhythmDays, after.longRhythmDays),
    ...exitChanges(before, after),
    ...onOff("Case studies of no sector", sectorRules.neutralCaseStudy, after.sectorRules.neutralCaseStudy),
    ...onOff("A blog post in place of a case study", sectorRules.blogPostInstead, after.sectorRules.blogPostInstead),
    ...changed("Template of blog posts", templates["blog-post"], after.templates["blog-post"]),
    ...changed("Template of case studies", templates["case-study"], after.templates["case-study"]),
    ...changed("Template of resources", templates.resource, after.templates.resource),
    ...(before.paused === after.paused ? [] : [after.paused ? "Paused" : "Resumed"]),
  ];
}
