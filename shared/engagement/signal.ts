import * as z from "zod";

/** The links of an email that are measured. hidden: the one that no reader sees, and only machines follow. */
export const LinkName = z.enum(["read", "meeting", "pricing", "call-me", "hidden"]);
export type LinkName = z.infer<typeof LinkName>;

/**
 * Something a prospect (or a machine on the way) did, as received. `slot` is the touch it answers. Links: "read" is the article, "meeting" the rep's
 * calling link, "pricing" what it costs, "call-me" the page where a call is asked for. form, reply and booking are explicit requests or answers and
 * come with what was said in `text`.
 */
export const Signal = z.object({
  id: z.string(),
  prospectId: z.string(),
  kind: z.enum(["open", "click", "reply", "form", "booking", "visit"]),
  slot: z.iso.date().optional(),
  link: LinkName.optional(),
  at: z.number(),
  userAgent: z.string().max(400).optional(),
  /** The block of network addresses it came from, never the address itself: "203.0.113.0/24", "2001:db8:7::/48". */
  network: z.string().max(50).optional(),
  method: z.enum(["GET", "HEAD", "POST"]).optional(),
  /** The mail provider takes it for a machine's. */
  automated: z.boolean().optional(),
  text: z.string().max(4000).optional(),
});
export type Signal = z.infer<typeof Signal>;

const OWN_WORDS = new Set<Signal["kind"]>(["reply", "form", "booking"]);

/** Received from the prospect, and not measured: a reply, a form, a booked meeting. */
export const isOwnWords = ({ kind }: Pick<Signal, "kind">): boolean => OWN_WORDS.has(kind);

/** A signal with what its colleagues at the same domain did, as far as it was known when it was judged. */
export const EvidentSignal = Signal.extend({
  /** Prospects at the domain, this one included, whose links were followed within seconds. */
  colleagues: z.number().int().optional(),
  /** Prospects at the domain who clicked in this slot's emails within the hour of delivery, where that is far more than usual. */
  crowd: z.object({ clickers: z.number().int(), usual: z.number() }).optional(),
  /** Clicks at the domain within the hour of delivery and later, over the last sixteen slots; only on a click that was early itself. */
  hasty: z.object({ early: z.number().int(), late: z.number().int() }).optional(),
});
export type EvidentSignal = z.infer<typeof EvidentSignal>;

/** Ledgers from before verdicts were probabilities said yes or no. */
const Probability = z.preprocess((said) => (typeof said === "boolean" ? Number(said) : said), z.number().min(0).max(1));

/** A signal in the ledger, with what was made of it: how surely a person did it (0 to 1), by which rule of the table of weights, and that in words. */
export const JudgedSignal = EvidentSignal.extend({
  human: Probability,
  rule: z.string().default(""),
  reason: z.string(),
});
export type JudgedSignal = z.infer<typeof JudgedSignal>;
