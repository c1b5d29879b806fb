/** What is known of a prospect's interest now, for the own page. */
import type { App } from "../../shared/app.ts";
import { callsFrom, noCalls } from "../../shared/call/store.ts";
import { noEngagement } from "../../shared/engagement/engagement.ts";
import { ledgerOf } from "../../shared/engagement/fold.ts";
import { gatewayDomain, patience } from "../../shared/engagement/gateway.ts";
import type { Gateway } from "../../shared/engagement/gateway.ts";
import { engagementOf, judgeLedger } from "../../shared/engagement/score.ts";
import { engagementFrom, getGateway } from "../../shared/engagement/store.ts";
import { thresholdOf, usualFrom } from "../../shared/engagement/usual.ts";
import { standardWeights } from "../../shared/engagement/weights.ts";
import { callsKey, engagementKey, usualKey } from "../../shared/keys.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import { isMeasured } from "../../shared/prospect/tracking.ts";
import type { Score } from "./score-words.ts";
import type { History } from "./timeline.ts";

export type EngagementView = {
  readonly score: Score;
  /** Set where a mail gateway probably follows links before people do. */
  readonly gateway: { readonly early: number; readonly of: number } | undefined;
};

/** Below that most early clicks at a domain are not people's. */
const IMPATIENT = 0.6;

/**
 * The score ledger as of now: worked out anew from the history, so that silence since the last signal is in it, exactly as the next signal would have it.
 */
export async function engagementView(app: App, prospect: Prospect, history: History): Promise<EngagementView> {
  const domain = gatewayDomain(prospect.email);
  const [items, gateway] = await Promise.all([
    app.table.getMany([engagementKey(prospect.id), callsKey(prospect.id), usualKey()]),
    domain === undefined ? undefined : getGateway(app.table, domain),
  ]);
  const rows = new Map(items.map((item) => [item.sk, item]));
  const row = rows.get(callsKey(prospect.id).sk);
  const calls = row ? callsFrom(row) : noCalls(prospect.id);
  const usual = usualFrom(rows.get(usualKey().sk));
  const stored = rows.get(engagementKey(prospect.id).sk);
  const engagement = stored ? engagementFrom(stored) : noEngagement(prospect.id);
  const { touches, signals } = history;
  const ledger = ledgerOf({ prospect, touches, calls, engagement, usual }, signals);
  const now = app.now();
  const { company } = app.config;
  const threshold = thresholdOf(usual, prospect.repId, company.falseTasksPerFortnight, {
    declinedAt: calls.declinedAt,
    now,
  });
  const emails = isMeasured(prospect, company)
    ? engagementOf(ledger, judgeLedger(ledger, standardWeights), now).emails
    : [];
  return { score: { emails, threshold }, gateway: gateway && hasteOf(gateway) };
}

/** Gateways follow the first link, or all; so links that ask for something are looked at by themselves, as the verdicts do. */
function hasteOf({ slots }: Gateway): EngagementView["gateway"] {
  for (const of of Map.groupBy(slots, ({ asks }) => asks).values()) {
    const early = of.reduce((sum, slot) => sum + slot.early, 0);
    const late = of.reduce((sum, slot) => sum + slot.late, 0);
    if (patience({ early, late }) < IMPATIENT) return { early, of: early + late };
  }
  return undefined;
}
