import * as z from "zod";
import { ArticleKind } from "../content/article.ts";

export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time like 15:00");

export const CadenceSlot = z.object({
  weekday: z.enum(["wednesday", "thursday"]),
  time: WallTime,
  kind: ArticleKind,
});
export type CadenceSlot = z.infer<typeof CadenceSlot>;

/** May a prospect whose sector has no case study left get a sector-neutral one; may a blog post take its place. */
export const SectorRules = z.object({ neutralCaseStudy: z.boolean(), blogPostInstead: z.boolean() });
export type SectorRules = z.infer<typeof SectorRules>;

export const Templates = z.object({ "blog-post": z.string(), "case-study": z.string(), resource: z.string() });
export type Templates = z.infer<typeof Templates>;
const standardTemplates: Templates = { "blog-post": "blog-post", "case-study": "case-study", resource: "blog-post" };

/** The rhythm of touches, as data. */
export const Cadence = z.object({
  /** Short, because it is part of every schedule's name. */
  id: z.string().regex(/^[a-z0-9-]{1,12}$/, "up to 12 of a-z, 0-9 and -"),
  name: z.string().min(1),
  slots: z.array(CadenceSlot).min(1).max(4),
  /** At most so many emails in any 7 and any 30 days. */
  caps: z.object({ per7Days: z.number().int().min(1), per30Days: z.number().int().min(1) }),
  /** Local times between which an email may leave; `to` is not in it. */
  window: z.object({ from: WallTime, to: WallTime }),
  /** After so many emails without a human signal the long rhythm starts: one in so many days. */
  quietAfter: z.number().int().min(1),
  longRhythmDays: z.number().int().min(7),
  /** What takes a prospect out of the cadence. Older rows have replies and booked meetings among them, which end nothing any more. */
  exits: z.array(z.enum(["replied", "meeting booked", "customer", "opted out"])),
  sectorRules: SectorRules,
  paused: z.boolean().default(false),
  /** Which template (file name in emails/) carries which kind of article. */
  templates: Templates.default(standardTemplates),
  /** Counts up with each change that is saved. */
  version: z.number().int().min(1).default(1),
});
export type Cadence = z.infer<typeof Cadence>;

export const defaultCadence: Cadence = {
  id: "default",
  name: "Midweek",
  slots: [
    { weekday: "wednesday", time: "15:00", kind: "blog-post" },
    { weekday: "thursday", time: "15:00", kind: "case-study" },
  ],
  // Thirty days hold at most five Wednesdays and five Thursdays.
  caps: { per7Days: 2, per30Days: 10 },
  window: { from: "13:00", to: "17:00" },
  quietAfter: 12,
  longRhythmDays: 28,
  exits: ["customer", "opted out"],
  sectorRules: { neutralCaseStudy: true, blogPostInstead: true },
  paused: false,
  templates: standardTemplates,
  version: 1,
};

/** What really ends a prospect's emails. A reply and a booked meeting hold them, for as long as the rep's task is open (`holdsMail`). */
export const endingsOf = ({ exits }: Pick<Cadence, "exits">) =>
  exits.filter((exit) => exit !== "replied" && exit !== "meeting booked");
