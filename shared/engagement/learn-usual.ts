import type { App } from "../app.ts";
import { getCadences } from "../cadence/store.ts";
import { engagementKey } from "../keys.ts";
import type { Table } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { everyProspect } from "../prospect/every-prospect.ts";
import { getProspects } from "../prospect/store.ts";
import { isMeasured } from "../prospect/tracking.ts";
import type { Engagement } from "./engagement.ts";
import { learned } from "./rise-test.ts";
import type { Prior } from "./rise-test.ts";
import { EMAILS_KEPT } from "./score.ts";
import { engagementFrom, getUsual } from "./store.ts";
import { DAY } from "../time.ts";
import { putUsual, segmentOf } from "./usual.ts";
import type { Usual } from "./usual.ts";

const PAGE = 100;
const NOTHING: Prior = { open: { yes: 0, no: 0 }, click: { yes: 0, no: 0 } };

/**
 * Works out anew what prospects do as a rule, by sector, and how many each rep has: walks the reps' lists, a hundred prospects at a time. Once a week is
 * enough; what is usual changes slowly.
 */
export async function learnUsual(app: App): Promise<Usual> {
  const segments: { [segment: string]: Prior } = {};
  const prospects: { [repId: string]: number } = {};
  for await (const { repId, ids } of everyProspect(app.table, PAGE)) {
    for (const { prospect, engagement } of await linesOf(app.table, ids)) {
      if (!isMeasured(prospect, app.config.company)) continue;
      // Who gets no more email makes no false alerts.
      if (prospect.standing.state !== "ended") prospects[repId ?? "-"] = (prospects[repId ?? "-"] ?? 0) + 1;
      const segment = segmentOf(prospect.sector);
      segments[segment] = withHistory(segments[segment] ?? NOTHING, prospect, engagement);
    }
  }
  const cadences = await getCadences(app.table);
  const emailsPerFortnight = Math.max(1, ...cadences.map(({ slots }) => 2 * slots.length));
  const usual = { at: app.now(), segments, prospects, emailsPerFortnight };
  await app.table.write(putUsual(usual));
  return usual;
}

const WEEK = 7 * DAY;

/** As above, unless it was done within the week. */
export async function learnUsualAgain(app: App): Promise<void> {
  const { at } = await getUsual(app.table);
  if (app.now() - at >= WEEK) await learnUsual(app);
}

type Line = { readonly prospect: Prospect; readonly engagement: Engagement | undefined };

async function linesOf(table: Table, ids: readonly string[]): Promise<Line[]> {
  const [prospects, rows] = await Promise.all([getProspects(table, ids), table.getMany(ids.map(engagementKey))]);
  const engagements = new Map(rows.map(engagementFrom).map((engagement) => [engagement.prospectId, engagement]));
  return [...prospects.values()].map((prospect) => ({ prospect, engagement: engagements.get(prospect.id) }));
}

/** Who never did anything has no row, and has been silent on every email. */
function withHistory(sum: Prior, { touchCount }: Prospect, engagement: Engagement | undefined): Prior {
  const known = (engagement?.emails ?? []).filter((email) => !email.waiting);
  const after = known.reduce(learned, sum);
  const silent = engagement ? 0 : Math.min(touchCount, EMAILS_KEPT);
  return {
    click: { yes: after.click.yes, no: after.click.no + silent },
    open: { yes: after.open.yes, no: after.open.no + silent },
  };
}
