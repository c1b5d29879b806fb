import { neighboursOf, lookAgain, noGateway, withClick } from "../../../shared/engagement/gateway.ts";
import type { Neighbours } from "../../../shared/engagement/gateway.ts";
import type { EmailScore } from "../../../shared/engagement/engagement.ts";
import type { Verdict } from "../../../shared/engagement/judge.ts";
import { riseKnobs } from "../../../shared/engagement/rise-test.ts";
import type { Prior } from "../../../shared/engagement/rise-test.ts";
import { engagementOf, judgeLedger, standardDials } from "../../../shared/engagement/score.ts";
import type { Signal } from "../../../shared/engagement/signal.ts";
import { DAY, addDays } from "../../../shared/time.ts";
import type { Touch } from "../../../shared/touch/touch.ts";
import { MAYBE_FROM } from "../../../shared/engagement/weights.ts";
import { FIRST_DATE, START } from "./assumptions.ts";
import type { World } from "./assumptions.ts";
import { mailOf } from "./hits.ts";
import type { Mail, Slot } from "./hits.ts";
import type { Observation } from "./methods.ts";
import type { Domain, Person } from "./population.ts";
import type { Random } from "./random.ts";

/** What the product makes of one prospect's emails, oldest first. */
export type Measured = {
  readonly person: Person;
  readonly emails: readonly (Observation & { readonly open: number | null; readonly click: number })[];
  /** The scores if they had begun anew with the email at this place. */
  readonly anew: (place: number) => readonly number[];
};

/** Wednesdays and Thursdays. */
const slotsOf = (emails: number): Slot[] =>
  Array.from({ length: emails }, (_, place) => {
    const days = Math.floor(place / 2) * 7 + (place % 2);
    return { place, date: addDays(FIRST_DATE, days), deliveredAt: START + days * DAY };
  });

const touchesOf = (slots: readonly Slot[]): Touch[] =>
  slots.map(({ date, deliveredAt }) => ({
    prospectId: "any",
    date,
    timeZone: "Europe/Lisbon",
    cadenceId: "standard",
    outcome: "sent",
    slotKind: "blog-post",
    tracked: true,
    links: 2,
    at: deliveredAt,
  }));

export type Sending = { readonly world: World; readonly slots: readonly Slot[]; readonly touches: readonly Touch[] };

export function sendingOf(world: World): Sending {
  const slots = slotsOf(world.emails);
  return { world, slots, touches: touchesOf(slots) };
}

/** Lets a domain's people and its gateway do what they do, and has the product judge it. */
export function measureDomain(sending: Sending, domain: Domain, prior: Prior, random: Random): Measured[] {
  const all = domain.people.map((person): Known => {
    const mails = sending.slots.map((slot) => mailOf({ ...sending, domain, person, slot }, random));
    const signals = mails.flatMap((mail) => mail.signals);
    const verdicts = judgeLedger({ touches: sending.touches, signals }, standardDials.weights);
    return { person, mails, signals, verdicts };
  });
  const neighbours = besideOf(sending, domain, all);
  return all.map((known) => measure(sending, besideColleagues(sending, known, neighbours), prior));
}

type Known = {
  readonly person: Person;
  readonly mails: readonly Mail[];
  readonly signals: readonly Signal[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
};

type Beside = ReadonlyMap<string, Neighbours>;

/** What each click looks like beside its colleagues', in the order they came, and looked at again where later ones tell more. */
function besideOf({ slots }: Sending, domain: Domain, all: readonly Known[]): Beside {
  const deliveredAt = new Map(slots.map((slot) => [slot.date, slot.deliveredAt]));
  const clicks = all.flatMap(({ signals, verdicts }) =>
    signals.filter(
      ({ id, kind, link }) => kind === "click" && link !== "hidden" && verdicts.get(id)!.human >= MAYBE_FROM,
    ),
  );
  const found = new Map<string, Neighbours>();
  let gateway = noGateway(domain.name);
  for (const { id, prospectId, slot = "", link, at, network } of clicks.toSorted((a, b) => a.at - b.at)) {
    const before = gateway;
    const click = {
      signalId: id,
      prospectId,
      slot,
      at,
      asks: link !== "read",
      ...(network !== undefined && { network }),
    };
    gateway = withClick(before, click, deliveredAt.get(slot)!);
    const company = neighboursOf(gateway, click);
    found.set(id, company);
    // A click without company changes nobody else's.
    if (!company.colleagues && !company.crowd) continue;
    const again = new Set(lookAgain(gateway, before, prospectId));
    for (const other of gateway.clicks)
      if (again.has(other.prospectId)) found.set(other.signalId, neighboursOf(gateway, other));
  }
  return found;
}

function besideColleagues({ touches }: Sending, known: Known, neighbours: Beside): Known {
  if (!known.signals.some(({ id }) => neighbours.has(id))) return known;
  const signals = known.signals.map((signal) => Object.assign({}, signal, neighbours.get(signal.id)));
  return { ...known, verdicts: judgeLedger({ touches, signals }, standardDials.weights) };
}

/** The score ledger keeps the last thirty emails; read every thirteen weeks it tells of all. */
const READ_EVERY = 26;

function measure(
  { world, slots, touches }: Sending,
  { person, mails, signals, verdicts }: Known,
  prior: Prior,
): Measured {
  const read = (restarts: readonly number[]): EmailScore[] => {
    const emails: EmailScore[] = [];
    while (emails.length < slots.length) {
      const sent = Math.min(slots.length, emails.length + READ_EVERY);
      const ledger = { prospectId: person.id, touches: touches.slice(0, sent), signals, restarts, prior };
      const asOf = slots[sent - 1]!.deliveredAt + riseKnobs.silentAfter;
      emails.push(...engagementOf(ledger, verdicts, asOf, standardDials.knobs).emails.slice(emails.length - sent));
    }
    return emails;
  };
  const human = (id: string): number => verdicts.get(id)?.human ?? 0;
  return {
    person,
    emails: read([]).map(({ open, click, score }, n) => {
      const mail = mails[n]!;
      const { deliveredAt } = slots[n]!;
      return { open, click, score, signals: mail.signals, deliveredAt, human, truth: { world, person, mail } };
    }),
    anew: (place) => read([slots[place]!.deliveredAt]).map(({ score }) => score),
  };
}
