import { HOUR, MINUTE } from "../../../shared/time.ts";

/** What the simulated world is taken to be like. Shares are from 0 to 1; every number is ours, since nobody publishes them. */
export type World = {
  readonly prospects: number;
  /** One Wednesday and one Thursday a week. */
  readonly emails: number;
  /** Mean of what is exponentially distributed. */
  readonly colleagues: number;
  readonly appleMail: number;
  readonly gmail: number;
  /** Of those with neither, how many never load pictures. */
  readonly picturesBlocked: number;
  /** Share of domains whose gateway is there from the start: follows links at delivery, or some minutes later. */
  readonly earlyGateways: number;
  readonly lateGateways: number;
  /** Switched on in some week between the sixth and the twentieth; early and late ones alike. */
  readonly newGateways: number;
  /** Switched on all in the same week. */
  readonly sameWeekGateways: number;
  /** A gateway looks at so many of its domain's emails. */
  readonly looksAt: number;
  /** Of gateways: follow all links with the hidden one, the visible ones, or one only. */
  readonly styles: { readonly every: number; readonly visible: number; readonly one: number };
  /** Of gateways: give their name, say nothing; the others pass for a browser. */
  readonly named: number;
  readonly silent: number;
  /** Of gateways: ask for the headers only. */
  readonly headersOnly: number;
  /** Each prospect's own usual, drawn from Beta(yes, no). */
  readonly click: { readonly yes: number; readonly no: number };
  readonly open: { readonly yes: number; readonly no: number };
  /** Share of prospects whose interest rises once, for so many emails, and what they then click and open. */
  readonly rises: number;
  readonly riseEmails: number;
  readonly risenClick: { readonly from: number; readonly to: number };
  readonly risenOpen: number;
  /** Of people's clicks, how many are followed by one on the calling link. */
  readonly secondLink: number;
  /** From delivery to a person's opening: exponential with this mean, never under a minute. */
  readonly openDelay: number;
};

export const standardWorld: World = {
  prospects: 20_000,
  emails: 52,
  colleagues: 6,
  appleMail: 0.45,
  gmail: 0.25,
  picturesBlocked: 0.4,
  earlyGateways: 0.4,
  lateGateways: 0.15,
  newGateways: 0.08,
  sameWeekGateways: 0,
  looksAt: 0.9,
  styles: { every: 0.375, visible: 0.375, one: 0.25 },
  named: 0.25,
  silent: 0.05,
  headersOnly: 0.1,
  click: { yes: 1, no: 29 },
  open: { yes: 2, no: 5 },
  rises: 0.08,
  riseEmails: 6,
  risenClick: { from: 0.3, to: 0.6 },
  risenOpen: 0.7,
  secondLink: 0.12,
  openDelay: 6 * HOUR,
};

/** A Wednesday; the emails of a week go out on it and the day after. */
export const FIRST_DATE = "2026-01-07";
export const START = Date.parse(`${FIRST_DATE}T13:00Z`);

/** After a true rise, so many emails in which a task for it is still in time; and after a task, so many without another. Two weeks. */
export const IN_TIME = 4;
export const REST = 4;

/** False alerts at least so many emails apart, as promised. */
export const PROMISES = [50, 100, 200, 400, 800] as const;

const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;

export function inWords(world: World): string[] {
  const { styles, click, open, risenClick } = world;
  return [
    `${world.prospects.toLocaleString("en")} prospects, ${world.emails / 2} weeks, 2 emails a week with 2 links and a hidden one; domains of 1 + Exp(${world.colleagues}) prospects`,
    `Usual clicks Beta(${click.yes}, ${click.no}), usual opens of emails not clicked Beta(${open.yes}, ${open.no})`,
    `${percent(world.rises)} of prospects rise once, for ${world.riseEmails / 2} weeks: they click ${percent(risenClick.from)} to ${percent(risenClick.to)} of the emails and open ${percent(world.risenOpen)}`,
    `${percent(world.appleMail)} read in Apple Mail (which fetches 95 % of the pictures itself), ${percent(world.gmail)} in Gmail; of the others ${percent(world.picturesBlocked)} never load pictures`,
    `Gateways at domains: ${percent(world.earlyGateways)} early (1 to 40 s), ${percent(world.lateGateways)} late (2 to 52 min), ${percent(world.newGateways)} switched on between weeks 6 and 20, ${percent(world.sameWeekGateways)} all in week 14`,
    `Gateways look at ${percent(world.looksAt)} of the emails; ${percent(styles.every)} follow every link and the hidden one, ${percent(styles.visible)} the visible ones, ${percent(styles.one)} one only`,
    `Gateways give their name (${percent(world.named)}), say nothing (${percent(world.silent)}) or pass for a browser; ${percent(world.headersOnly)} ask for the headers only`,
    `People open ${Math.round(world.openDelay / HOUR)} h after delivery on average (exponential, never under ${MINUTE / 60_000} minute), click within 10 to 70 s of opening, and ${percent(world.secondLink)} of the clicks are followed by one on the calling link`,
  ];
}
