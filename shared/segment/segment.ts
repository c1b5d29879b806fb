import * as z from "zod";
import { DAY } from "../durations.ts";
import type { Standing } from "../prospect/prospect.ts";

/** What a prospect does. read: gave a human sign in the last so many days. quiet: gave one, but longer ago. never: gave none. */
export const EngagementWord = z.enum(["read", "quiet", "never", "rising", "open call"]);
export type EngagementWord = z.infer<typeof EngagementWord>;

/** Stands for what is not known of a prospect: no sector, no rep, no tags, nothing clicked. */
export const NOTHING = "-";

const Is = z.enum(["any", "none"]);
const MOST_VALUES = 50;

/** any: the prospect has at least one of the values; none: has none of them. */
const ListRule = z.object({
  of: z.enum(["sector", "stage", "topics", "country", "rep", "tags", "standing"]),
  is: Is,
  values: z.array(z.string().min(1).max(100)).min(1).max(MOST_VALUES),
});
const EngagementRule = z.object({
  of: z.literal("engagement"),
  is: Is,
  values: z.array(EngagementWord).min(1),
  /** What "read" and "quiet" count back. */
  days: z.number().int().min(1).max(3650),
});
export const Rule = z.discriminatedUnion("of", [ListRule, EngagementRule]);
export type Rule = z.infer<typeof Rule>;

/** A group of prospects by what they have in common. Somebody may be in several. */
export const Segment = z.object({
  id: z.string().min(1),
  name: z.string().min(1).max(80),
  /** From 1; the first that fits and names a cadence gives it. */
  order: z.number().int(),
  /** All must hold; without any it is everybody. */
  rules: z.array(Rule).max(20),
  cadenceId: z.string().optional(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Segment = z.infer<typeof Segment>;

/** What rules look at. Instants are epoch ms. */
export type SegmentFacts = {
  readonly sector: string | undefined;
  readonly stage: string | undefined;
  /** ISO 3166 alpha-2. */
  readonly country: string | undefined;
  readonly repId: string | undefined;
  readonly tags: readonly string[];
  /** Topics of articles they clicked. */
  readonly topics: readonly string[];
  readonly standing: Standing["state"];
  readonly lastHumanAt: number | null;
  readonly rising: boolean;
  readonly openCall: boolean;
  readonly now: number;
};

function doings({ lastHumanAt, rising, openCall, now }: SegmentFacts, days: number): EngagementWord[] {
  const lately = lastHumanAt !== null && now - lastHumanAt <= days * DAY;
  return [
    lastHumanAt === null ? "never" : lately ? "read" : "quiet",
    ...(rising ? (["rising"] as const) : []),
    ...(openCall ? (["open call"] as const) : []),
  ];
}

function hasOf(rule: Rule, facts: SegmentFacts): readonly string[] {
  if (rule.of === "engagement") return doings(facts, rule.days);
  if (rule.of === "rep") return [facts.repId ?? NOTHING];
  if (rule.of === "tags" || rule.of === "topics") return facts[rule.of].length > 0 ? facts[rule.of] : [NOTHING];
  return [facts[rule.of] ?? NOTHING];
}

function holds(rule: Rule, facts: SegmentFacts): boolean {
  const has = hasOf(rule, facts);
  const hit = rule.values.some((value) => has.includes(value));
  return rule.is === "any" ? hit : !hit;
}

/** Is the prospect of these facts in the segment? Pure. */
export const fits = ({ rules }: Pick<Segment, "rules">, facts: SegmentFacts): boolean =>
  rules.every((rule) => holds(rule, facts));

/** Every segment the prospect is in, first come first. Pure. */
export const segmentsOf = (segments: readonly Segment[], facts: SegmentFacts): Segment[] =>
  inOrder(segments.filter((segment) => fits(segment, facts)));

/** As people put them. Two that were put at one place at the same moment keep the order in which they came. */
export const inOrder = (segments: readonly Segment[]): Segment[] =>
  segments.toSorted(
    (one, other) => one.order - other.order || one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );

/** Does any of them look at what is not on the prospect's own row? */
export const needsEngagement = (segments: readonly Pick<Segment, "rules">[]): boolean =>
  segments.some(({ rules }) => rules.some(({ of }) => of === "engagement" || of === "topics"));

/** Who none of them gives a cadence. */
const DEFAULT_CADENCE = "default";

/** The cadence of somebody who is in these segments, of those that there are; undefined = there is not even the default one. */
export function cadenceAmong(inThem: readonly Segment[], there: ReadonlySet<string>): string | undefined {
  const given = inThem.map(({ cadenceId }) => cadenceId).find((id) => id !== undefined && there.has(id));
  return given ?? (there.has(DEFAULT_CADENCE) ? DEFAULT_CADENCE : undefined);
}
