import type { Pause } from "./sending.ts";

/** What became of the emails of some days; only bounces that are for good. */
export type Counts = { readonly sent: number; readonly bounced: number; readonly complained: number };

/** From here on SES puts an account under review (SES developer guide, "Reputation metrics messages": 5 % and 0.1 %). */
export const BOUNCE_RATE = 0.05;
export const COMPLAINT_RATE = 0.001;
/** Fewer say nothing of a rate: one complaint in ten emails is one person. */
const FEWEST_BOUNCES = 5;
const FEWEST_COMPLAINTS = 2;

const share = (count: number, { sent }: Counts): number => (count === 0 ? 0 : count / Math.max(sent, count));

/** As people read it: "5 %", "0.12 %". */
export const percent = (count: number, counts: Counts): string =>
  `${Number((100 * share(count, counts)).toPrecision(2))} %`;

/** Do so many bounce or complain that nothing more should go out? Each count of the last seven days. */
export function tooMany(counts: Counts): Pick<Pause, "cause" | "says"> | undefined {
  const { sent, bounced, complained } = counts;
  const of = (count: number) => `of the ${sent} emails of the last seven days (${percent(count, counts)})`;
  if (complained >= FEWEST_COMPLAINTS && share(complained, counts) >= COMPLAINT_RATE)
    return {
      cause: "complaint-rate",
      says: `${complained} ${of(complained)} were marked as spam; from 0.1 % on providers stop a sender`,
    };
  if (bounced >= FEWEST_BOUNCES && share(bounced, counts) >= BOUNCE_RATE)
    return { cause: "bounce-rate", says: `${bounced} ${of(bounced)} bounced; from 5 % on providers stop a sender` };
  return undefined;
}
