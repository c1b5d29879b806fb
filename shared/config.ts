import * as z from "zod";

/**
 * The first weeks of a new sender, when mailbox providers do not know it yet: on `startsOn` and the six days after it at most the first number of
 * emails a day, in the week after it the second, and so on; after the last week as many as the provider takes. Days are the company's own.
 */
export const WarmUp = z.object({
  startsOn: z.iso.date(),
  emailsPerDay: z
    .array(z.number().int().positive())
    .min(1)
    .refine(
      (weeks) => weeks.every((emails, week) => emails >= (weeks[week - 1] ?? 0)),
      "the numbers of a warm-up must not fall",
    ),
});
export type WarmUp = z.infer<typeof WarmUp>;

const Colour = z.string().regex(/^#[0-9a-f]{6}$/, "a colour like #0b6a60");

/** Whether colours can be read on what they stand on, says `brandFlaws`. */
export const Brand = z.object({
  logo: z
    .object({
      src: z.url({ protocol: /^https$/ }),
      /** Px, as it is shown. */
      width: z.number().int().min(16).max(320),
      height: z.number().int().min(16).max(120),
      alt: z.string().min(1).max(100),
    })
    .optional(),
  accent: Colour.optional(),
  accentDark: Colour.optional(),
});
export type Brand = z.infer<typeof Brand>;

const noPlaces = /^[^{}@\p{Cc}]+$/u;
const knownPlaces = /\{(?:slot|cadence|article)\}/g;

/**
 * Parameters that the company's own web statistics read from the address of an article. Of `campaign`, {slot}, {cadence} and {article} become the
 * slot's date, the cadence's id and the article's title as a slug; nothing else is filled in, and nothing in it is a person's.
 */
export const Utm = z.object({
  on: z.boolean(),
  source: z.string().min(1).max(100).regex(noPlaces),
  medium: z.string().min(1).max(100).regex(noPlaces),
  campaign: z
    .string()
    .min(1)
    .max(200)
    .refine((pattern) => noPlaces.test(pattern.replaceAll(knownPlaces, "-"))),
});
export type Utm = z.infer<typeof Utm>;

const WebAddress = z.url({
  protocol: /^https?$/,
  error: "a whole web address that begins with https:// or http://, like https://example.com",
});

/** What the company says of itself; kept in the table, edited on the console's settings page. */
export const Company = z.object({
  name: z.string().min(1),
  /** One or two sentences, the constant "what we do" of every email (practice 43). */
  whatWeDo: z.string().default(""),
  website: WebAddress.optional(),
  /** From address of all nurture mail; the rep's name stands before it. */
  senderAddress: z.email(),
  /** In every footer; the law of most countries asks for it. */
  postalAddress: z.string().min(1),
  /** For prospects whose zone nothing else tells. */
  timeZone: z.string().min(1),
  /** ISO 3166 codes of countries where a prospect who never said is not measured. */
  untrackedCountries: z.array(z.string().length(2)).default(["FR", "DE", "AT", "IT", "ES", "NL"]),
  /** Does a prospect who withdraws consent to be measured have erased what was measured so far. */
  eraseOnWithdrawal: z.boolean().default(true),
  /** Where it is said what it costs; emails then have a link there, and who follows it is called at once. */
  pricingPage: WebAddress.optional(),
  /** At most so many call tasks a rep and fortnight for nothing; how sure a rise must be follows from it. */
  falseTasksPerFortnight: z.number().positive().max(20).default(1),
  /** At most so many call tasks a rep and day, those who asked apart; the rest is kept for the next good hour. */
  callsPerDay: z.number().int().min(1).max(200).default(20),
  warmUp: WarmUp.optional(),
  /** Not there or not on: articles are linked to as they are. */
  utm: Utm.optional(),
  /** The look of its emails, where it is not that of emails/brand.ts. */
  brand: Brand.optional(),
});
export type Company = z.infer<typeof Company>;

/** Signs links; the first key signs, all verify, so a key is rotated by putting a new one in front. */
export type LinkKey = { readonly id: string; readonly secret: string };

export type Config = {
  readonly company: Company;
  /** Where prospects' links point, without a slash at the end. */
  readonly publicUrl: string;
  readonly linkKeys: readonly LinkKey[];
};
