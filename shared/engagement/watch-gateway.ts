import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { neighboursOf, gatewayDomain, lookAgain, withClick, withoutClicks } from "./gateway.ts";
import type { Neighbours, Gateway } from "./gateway.ts";
import type { Known } from "./known.ts";
import type { JudgedSignal, Signal } from "./signal.ts";
import { getGateway, putGateway } from "./store.ts";
import { MAYBE_FROM } from "./weights.ts";

export type Watched = {
  /** What colleagues did, by signal of this prospect. */
  readonly neighbours: ReadonlyMap<string, Neighbours>;
  /** Colleagues whose clicks look otherwise since. */
  readonly again: readonly string[];
};

const NOBODY: Watched = { neighbours: new Map(), again: [] };
const TRIES = 12;
const LONGEST_WAIT_MS = 40;

/** Only clicks show a gateway: opens come by picture proxies, which everybody shares. */
const isClick = ({ kind, link, slot }: Signal): boolean => kind === "click" && link !== "hidden" && slot !== undefined;

/**
 * Puts a prospect's new clicks into the profile of the domain, as far as they look like a person's by themselves, takes out those that do not any more,
 * and says what they look like beside the others. The same click again changes nothing. One read and at most one write a batch; none where there
 * are no clicks, or neighbours are strangers.
 */
export async function watchGateway(
  app: App,
  known: Known,
  judged: readonly JudgedSignal[],
  rejudged: readonly JudgedSignal[],
): Promise<Watched> {
  const domain = gatewayDomain(known.prospect.email);
  const clicks = judged.filter((signal) => isClick(signal) && signal.human >= MAYBE_FROM);
  const gone = new Set(rejudged.filter((signal) => isClick(signal) && signal.human < MAYBE_FROM).map(({ id }) => id));
  if (domain === undefined || clicks.length + gone.size === 0) return NOBODY;
  for (let attempt = 1; ; attempt += 1) {
    const before = await getGateway(app.table, domain);
    const left = withoutClicks(before, gone);
    const after = clicks.reduce((gateway, click) => withSignal(gateway, click, known), left);
    try {
      if (after !== before) await app.table.write(putGateway(after, before));
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      // So many colleagues at once are seen for what they are without being counted: nobody waits for the count.
      if (attempt < TRIES) {
        await pause(randomInt(LONGEST_WAIT_MS));
        continue;
      }
    }
    return {
      neighbours: neighbours(after, clicks),
      again: after === before ? flaggedOthers(after, known) : lookAgain(after, before, known.prospect.id),
    };
  }
}

/** What colleagues did, for signals that are in the ledger already. */
export async function neighboursAgain(app: App, known: Known): Promise<Watched["neighbours"]> {
  const domain = gatewayDomain(known.prospect.email);
  return domain === undefined ? new Map() : neighbours(await getGateway(app.table, domain), known.ledger);
}

const neighbours = (gateway: Gateway, signals: readonly Signal[]): Map<string, Neighbours> =>
  new Map(
    signals.flatMap(({ id }) => {
      const beside = neighboursOf(gateway, { signalId: id });
      return Object.keys(beside).length > 0 ? [[id, beside] as const] : [];
    }),
  );

/** Colleagues to look at beside these clicks, though nothing is new of them. */
export async function flaggedColleagues(
  app: App,
  known: Known,
  signals: readonly Signal[],
): Promise<readonly string[]> {
  const domain = gatewayDomain(known.prospect.email);
  if (domain === undefined || !signals.some(isClick)) return [];
  return flaggedOthers(await getGateway(app.table, domain), known);
}

const flaggedOthers = (gateway: Gateway, { prospect }: Known): string[] =>
  lookAgain(gateway, { ...gateway, slots: [], clicks: [] }, prospect.id);

function withSignal(gateway: Gateway, { id, prospectId, slot, link, at, network }: Signal, known: Known): Gateway {
  const touch = known.touches.find(({ date }) => date === slot);
  if (slot === undefined || touch === undefined) return gateway;
  const asks = link !== undefined && link !== "read";
  const click = { prospectId, signalId: id, slot, at, asks, ...(network !== undefined && { network }) };
  return withClick(gateway, click, touch.deliveredAt ?? touch.at);
}
