import * as z from "zod";
import { HOUR } from "../time.ts";

/** A click at a domain, as long as it may show what its colleagues' clicks are. */
const Click = z.object({
  prospectId: z.string(),
  signalId: z.string(),
  slot: z.iso.date(),
  at: z.number(),
  network: z.string().optional(),
  early: z.boolean(),
  /** On a link that asks for something, and not on the article: most gateways that follow one link follow the first. */
  asks: z.boolean(),
});
type Click = z.infer<typeof Click>;

/** Of one slot: how many prospects clicked within the hour of delivery, and how many later. */
const SlotClicks = z.object({
  date: z.iso.date(),
  asks: z.boolean(),
  early: z.number().int(),
  late: z.number().int(),
});
type Class = { readonly asks: boolean };
const ofClass = <Of extends Class>(all: readonly Of[], { asks }: Class): Of[] => all.filter((one) => one.asks === asks);

/**
 * What a recipient domain's mail gateway seems to be like, from who clicked there and how soon. Gateways follow links when the mail comes
 * or within the hour; people take their time. `clicks` are the latest, `slots` the last sixteen.
 */
export const Gateway = z.object({
  domain: z.string(),
  slots: z.array(SlotClicks),
  clicks: z.array(Click),
  version: z.number().int(),
});
export type Gateway = z.infer<typeof Gateway>;

export const noGateway = (domain: string): Gateway => ({ domain, slots: [], clicks: [], version: 0 });

/** What colleagues did, as evidence that is kept with a signal. */
export type Neighbours = {
  readonly colleagues?: number | undefined;
  readonly crowd?: { readonly clickers: number; readonly usual: number } | undefined;
  readonly hasty?: { readonly early: number; readonly late: number } | undefined;
};

/** Gateways work a delivery off in one go. */
const SECONDS_MS = 10_000;
/** An email is followed up by people for days; by a gateway within the hour. */
export const EARLY_MS = HOUR;
/** Sixteen slots of either kind of link. */
const SLOTS_KEPT = 32;
const CLICKS_KEPT = 20;
/** Of large domains, all of the last two slots: a crowd may show late, and then its first clicks are looked at again. */
const MOST_CLICKS = 100;
const CROWD = 3;
const CROWD_TIMES_USUAL = 2;
/** A month of the default cadence: a domain that is new has not shown what is usual. */
const FEWEST_SLOTS = 8;

/**
 * The profile with a click more; the same profile if it is in there. A prospect counts once a slot, by the first click.
 * `delivered`: when the email came, epoch ms.
 */
export function withClick(gateway: Gateway, click: Omit<Click, "early">, delivered: number): Gateway {
  if (gateway.clicks.some((known) => known.signalId === click.signalId)) return gateway;
  const early = click.at - delivered < EARLY_MS;
  const again = gateway.clicks.some((known) => sameCount(known, click));
  const { slots } = gateway;
  const { asks } = click;
  const before = slots.find((slot) => slot.date === click.slot && slot.asks === asks) ?? {
    date: click.slot,
    asks,
    early: 0,
    late: 0,
  };
  const after = early ? { ...before, early: before.early + 1 } : { ...before, late: before.late + 1 };
  return {
    ...gateway,
    slots: again
      ? slots
      : [...slots.filter((slot) => slot !== before), after]
          .toSorted((a, b) => a.date.localeCompare(b.date))
          .slice(-SLOTS_KEPT),
    clicks: lately([...gateway.clicks, { ...click, early }]),
  };
}

function lately(clicks: readonly Click[]): Click[] {
  const slots = new Set([...new Set(clicks.map(({ slot }) => slot))].toSorted().slice(-2));
  return clicks
    .filter(({ slot }, place) => slots.has(slot) || place >= clicks.length - CLICKS_KEPT)
    .slice(-MOST_CLICKS);
}

type Counted = Pick<Click, "prospectId" | "slot" | "asks">;
const sameCount = (one: Counted, other: Counted): boolean =>
  one.prospectId === other.prospectId && one.slot === other.slot && one.asks === other.asks;

/** The profile without clicks that turned out to be a machine's by themselves: those say nothing of how people click there. */
export function withoutClicks(gateway: Gateway, signalIds: ReadonlySet<string>): Gateway {
  const gone = gateway.clicks.filter(({ signalId }) => signalIds.has(signalId));
  if (gone.length === 0) return gateway;
  const clicks = gateway.clicks.filter(({ signalId }) => !signalIds.has(signalId));
  // Who clicked twice counted once, and goes on counting by the other click.
  const uncounted = gone.filter(
    (click, place) =>
      !clicks.some((other) => sameCount(other, click)) && gone.findIndex((other) => sameCount(other, click)) === place,
  );
  const slots = gateway.slots.map((slot) => {
    const of = ofClass(uncounted, slot).filter((click) => click.slot === slot.date);
    const early = of.filter((click) => click.early).length;
    return { ...slot, early: Math.max(0, slot.early - early), late: Math.max(0, slot.late - (of.length - early)) };
  });
  return { ...gateway, slots, clicks };
}

/** The profile without a prospect who is not to be measured any more; the counts stay, and are nobody's. */
export const withoutProspect = (gateway: Gateway, prospectId: string): Gateway => ({
  ...gateway,
  clicks: gateway.clicks.filter((click) => click.prospectId !== prospectId),
});

/** What a click that is in the profile looks like beside the others. */
export function neighboursOf(gateway: Gateway, click: Pick<Click, "signalId">): Neighbours {
  const own = gateway.clicks.find(({ signalId }) => signalId === click.signalId);
  if (!own) return {};
  const seconds = gateway.clicks.filter((other) => Math.abs(other.at - own.at) <= SECONDS_MS && sameWay(own, other));
  const colleagues = new Set(seconds.map((other) => other.prospectId)).size;
  const crowd = own.early ? crowdOf(ofClass(gateway.slots, own), own.slot) : undefined;
  const hasty = own.early ? hastyOf(ofClass(gateway.slots, own)) : undefined;
  return {
    ...(colleagues > 1 && { colleagues }),
    ...(crowd && { crowd }),
    ...(hasty && { hasty }),
  };
}

/** From the same network, where that is known of both. */
const sameWay = (one: Click, other: Click): boolean =>
  one.network === undefined || other.network === undefined || one.network === other.network;

/** Three colleagues and twice the usual, within the hour of delivery of the same slot's emails. */
function crowdOf(slots: Gateway["slots"], date: string): Neighbours["crowd"] {
  const clickers = slots.find((slot) => slot.date === date)?.early ?? 0;
  const others = slots.filter((slot) => slot.date < date);
  const usual = others.reduce((sum, slot) => sum + slot.early, 0) / Math.max(others.length, FEWEST_SLOTS);
  return clickers >= CROWD + CROWD_TIMES_USUAL * usual ? { clickers, usual } : undefined;
}

function hastyOf(slots: Gateway["slots"]): NonNullable<Neighbours["hasty"]> {
  return {
    early: slots.reduce((sum, slot) => sum + slot.early, 0),
    late: slots.reduce((sum, slot) => sum + slot.late, 0),
  };
}

/** So many of people's clicks come within the hour of delivery; the rest later. Ours, on the generous side. */
const EARLY_SHARE = 0.3;

/** So many early ones are nobody's fault. */
const GRACE = 2;

/**
 * How much of an early click is left when most clicks at a domain come early: the early ones people would have made, going by the late ones, for each early
 * one there was. 1 for the first two, and where the late ones are in keeping.
 */
export const patience = ({ early, late }: NonNullable<Neighbours["hasty"]>): number =>
  Math.min(1, (GRACE + (EARLY_SHARE / (1 - EARLY_SHARE)) * (late + 1)) / Math.max(1, early));

/** Prospects whose clicks look otherwise beside these than beside those before: to be judged again. */
export function lookAgain(gateway: Gateway, before: Gateway, except: string): string[] {
  const flagged = (of: Gateway, click: Click): boolean => {
    const { colleagues = 0, crowd } = neighboursOf(of, click);
    return colleagues >= CROWD || crowd !== undefined;
  };
  const changed = gateway.clicks.filter(
    (click) => click.prospectId !== except && flagged(gateway, click) && !flagged(before, click),
  );
  return [...new Set(changed.map(({ prospectId }) => prospectId))];
}

/** Mailboxes of people who have nothing to do with one another share these; nothing follows from what their neighbours do. */
const PUBLIC = new Set(
  (
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk ymail.com icloud.com me.com mac.com aol.com " +
    "gmx.de gmx.net gmx.com web.de t-online.de freenet.de orange.fr free.fr wanadoo.fr laposte.net libero.it virgilio.it " +
    "proton.me protonmail.com fastmail.com zoho.com mail.ru yandex.ru qq.com 163.com 126.com naver.com uol.com.br terra.com.br bol.com.br sapo.pt"
  ).split(" "),
);

/** The domain an address' gateway stands before; undefined where neighbours are strangers. */
export function gatewayDomain(address: string): string | undefined {
  const domain = address
    .slice(address.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();
  return domain === "" || PUBLIC.has(domain) ? undefined : domain;
}
