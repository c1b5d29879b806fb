import * as z from "zod";
import { Sector } from "../sector.ts";

export const ZoneSource = z.enum(["own column", "city", "state", "phone", "country", "company default"]);
export type ZoneSource = z.infer<typeof ZoneSource>;

/** May the prospect be mailed, and if not, why not. */
export const Standing = z.discriminatedUnion("state", [
  z.object({ state: z.literal("active") }),
  /** Comes back by itself on that date of the own calendar. */
  z.object({ state: z.literal("paused"), until: z.iso.date(), reason: z.string() }),
  z.object({
    state: z.literal("ended"),
    reason: z.enum([
      "opted out",
      "bounced",
      "complained",
      "not interested",
      "wrong address",
      "customer",
      "replied",
      "meeting booked",
      "erased",
    ]),
  }),
]);
export type Standing = z.infer<typeof Standing>;

/** What a prospect wants of the measuring of opens and clicks. */
export const Consent = z.enum(["granted", "denied", "unknown"]);
export type Consent = z.infer<typeof Consent>;

/** On what ground somebody may be mailed: what they agreed to or are to the company, where that is known from, and since when (epoch ms). */
export const MailConsent = z.object({
  basis: z.enum(["double opt-in", "opt-in", "customer", "legitimate interest"]),
  source: z.string().min(1),
  at: z.number(),
});
export type MailConsent = z.infer<typeof MailConsent>;

/** A person at a company we write to. */
export const Prospect = z.object({
  id: z.string().min(1),
  email: z.email(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  company: z.string().optional(),
  title: z.string().optional(),
  /** E.164 where it could be read as such, else as it came. */
  phone: z.string().optional(),
  /** Numbers that a rep found to be somebody else's, so that no import brings them back. */
  wrongPhones: z.array(z.string()).default([]),
  /** Said so somewhere; calls only when asking for one. Read it through `mustNotBeCalled`: older rows do not have it. */
  doNotCall: z.boolean().default(false),
  /** ISO 3166 alpha-2. */
  country: z.string().length(2).optional(),
  city: z.string().optional(),
  sector: Sector.optional(),
  /** IANA name, valid by the rules in use. */
  timeZone: z.string().min(1),
  timeZoneFrom: ZoneSource,
  repId: z.string().optional(),
  /** The CRM's own record id, as the external key. */
  crmId: z.string().optional(),
  cadenceId: z.string().default("default"),
  /** Where they are on the way to a purchase, as the CRM names it, as a slug: "marketing-qualified". */
  stage: z.string().optional(),
  /** Own words of the company for groups of people, as slugs. Older rows have none: read `?? []`. */
  tags: z.array(z.string()).default([]),
  /** Why they may be mailed at all, and where that is known from. */
  mailConsent: MailConsent.optional(),
  /** Consent to measure opens and clicks. */
  tracking: Consent.default("unknown"),
  /** When `tracking` became what it is (epoch ms) and how, in a few words for people; not there while nobody said, and on older rows. */
  trackingSince: z.object({ at: z.number(), how: z.string() }).optional(),
  standing: Standing.default({ state: "active" }),
  /** Preferences: topics asked for (none = all), and at most one email a week. */
  topics: z.array(z.string()).default([]),
  /** What they care about besides business, as a rep heard it ("sailing"); never mailed about, only for a rep to share by hand. */
  interests: z.array(z.string()).default([]),
  atMostWeekly: z.boolean().default(false),
  /** 12 touches without a human signal lead to the long rhythm. */
  rhythm: z.enum(["normal", "long"]).default("normal"),
  /** Articles already mailed; nothing is sent twice. */
  seen: z.array(z.string()).default([]),
  /** Slot dates of the last 30 days on which an email went out, oldest first, for the caps. */
  recentTouches: z.array(z.iso.date()).default([]),
  /** Emails so far; also the optimistic lock of the reservation. */
  touchCount: z.number().int().default(0),
  /** Emails since the last human signal. */
  unanswered: z.number().int().default(0),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Prospect = z.infer<typeof Prospect>;

export const mailable = (prospect: Prospect): boolean => prospect.standing.state === "active";

/** Nobody calls this prospect unless asked to by the prospect: a reply, a form, a click on the calling link. */
export const mustNotBeCalled = (prospect: { readonly doNotCall?: boolean | undefined }): boolean =>
  prospect.doNotCall === true;

/** How the console and a rep name the person: never empty. */
export const displayName = (prospect: Pick<Prospect, "firstName" | "lastName" | "email">): string =>
  [prospect.firstName, prospect.lastName].filter(Boolean).join(" ") || prospect.email.split("@")[0]!;
