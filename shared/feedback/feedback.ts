import type { Suppression } from "../suppression/suppression.ts";
import { daysBetween } from "../time.ts";

/** permanent: no email will ever arrive. transient: not this time. out-of-office: it arrived, and a machine answered. */
export type BounceKind = "permanent" | "transient" | "out-of-office";

/** What an email provider told of one of our emails. It may come several times, in any order and before our own write. */
export type Feedback = {
  readonly prospectId: string;
  /** The touch: a date on the prospect's calendar. Each is of a touch or of a letter. */
  readonly slot?: string | undefined;
  /** The letter, by its id. */
  readonly letter?: string | undefined;
  readonly messageId: string;
  /** The address it went to; the prospect may have another one by now. */
  readonly recipient?: string | undefined;
  /** When the provider took the email, epoch ms; the same in everything that is told of it. */
  readonly sentAt: number;
  /** When it happened, epoch ms. */
  readonly at: number;
} & (
  | { readonly kind: "sent" | "delivered" | "delayed" }
  | { readonly kind: "complained" }
  | { readonly kind: "bounced"; readonly bounce: BounceKind; readonly why: string }
  | { readonly kind: "rejected" | "rendering-failed"; readonly why: string }
  | {
      readonly kind: "opened" | "clicked";
      /** The provider itself takes it for a machine's. */
      readonly automated: boolean;
      readonly userAgent?: string | undefined;
      /** The block of addresses it came from. */
      readonly network?: string | undefined;
      readonly link?: string | undefined;
    }
  | { readonly kind: "subscription"; readonly unsubscribed: boolean }
);

export type Of<Kind extends Feedback["kind"]> = Extract<Feedback, { kind: Kind }>;

export type OfTouch = Feedback & { readonly slot: string };
export type OfLetter = Feedback & { readonly letter: string };
export const isOfTouch = (one: Feedback): one is OfTouch => one.slot !== undefined;
export const isOfLetter = (one: Feedback): one is OfLetter => one.letter !== undefined;

/** The email never left the provider. Everything else that is told of an email shows that it was taken. */
export const isRefusal = (one: Feedback): one is Of<"rejected" | "rendering-failed"> =>
  one.kind === "rejected" || one.kind === "rendering-failed";

/** Is it about the address or the person behind it, and not only about the email? */
export const isAboutPerson = (one: Feedback): one is Of<"bounced" | "complained" | "subscription"> =>
  one.kind === "complained" ||
  (one.kind === "bounced" && one.bounce !== "out-of-office") ||
  (one.kind === "subscription" && one.unsubscribed);

/** Does a provider hold it against whoever sends? */
export const countsAgainstUs = (one: Feedback): one is Of<"bounced" | "complained"> =>
  one.kind === "complained" || (one.kind === "bounced" && one.bounce === "permanent");

export type OutReason = Extract<Suppression["reason"], "bounced" | "complained" | "opted out">;

const WEAKEST_FIRST: readonly string[] = ["bounced", "complained", "opted out"] satisfies OutReason[];

/** Does `reason` replace what was known? So that it does not matter which of them is heard first. */
export function outweighs(reason: OutReason, known: string): boolean {
  const place = WEAKEST_FIRST.indexOf(known);
  return place >= 0 && place < WEAKEST_FIRST.indexOf(reason);
}

const MANY = 5;
const AT_LEAST_DAYS = 14;
/** Longer ago is another story: mailboxes fill up once a year. */
const AT_MOST_DAYS = 90;

/** Has an address bounced on five different days, two weeks or more apart, within three months? In any order of `dates`. */
export function bouncesTooOften(dates: readonly string[]): boolean {
  const days = [...new Set(dates)].toSorted();
  return days.some((first) => {
    const near = days.filter((day) => day >= first && daysBetween(first, day) <= AT_MOST_DAYS);
    return near.length >= MANY && daysBetween(first, near.at(-1)!) >= AT_LEAST_DAYS;
  });
}
