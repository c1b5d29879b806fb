import * as z from "zod";

/** Steps that leave no trace elsewhere: somebody looked at the rhythm and found it good, had a test email sent to themselves. Epoch ms. */
export const StepsTaken = z.object({
  cadenceAt: z.number().optional(),
  testAt: z.number().optional(),
});
export type StepsTaken = z.infer<typeof StepsTaken>;

/** What there is of a company that begins. */
export type Beginnings = StepsTaken & {
  readonly companySaved: boolean;
  /** Own colours or a logo. */
  readonly branded: boolean;
  readonly reps: number;
  /** Counted up to some bound: enough to say that there are some. */
  readonly prospects: number;
  /** Articles that can be mailed, and how many of the library cannot. */
  readonly articles: number;
  readonly flawed: number;
  readonly hasCadence: boolean;
  /** Every cadence is paused. */
  readonly cadencePaused: boolean;
  readonly sendingPaused: boolean;
  readonly rehearsed: boolean;
};

export const STEPS = ["brand", "reps", "prospects", "articles", "cadence", "dry run", "test email", "go"] as const;
export type StepId = (typeof STEPS)[number];

export type Step = {
  readonly id: StepId;
  readonly done: boolean;
  /** Steps before it that it cannot do without and that are not done yet. */
  readonly waitsFor: readonly StepId[];
};

const NEEDS: { readonly [step in StepId]: readonly StepId[] } = {
  brand: [],
  reps: [],
  prospects: ["brand"],
  articles: ["brand"],
  cadence: ["brand"],
  "dry run": ["reps", "prospects", "articles", "cadence"],
  "test email": ["reps", "articles"],
  go: ["brand", "reps", "prospects", "articles", "cadence"],
};

/** Emails go out by themselves from now on. */
export const isLive = ({ companySaved, hasCadence, cadencePaused, sendingPaused }: Beginnings): boolean =>
  companySaved && hasCadence && !cadencePaused && !sendingPaused;

/** In order. A company that runs already has done all of it, however it got there. Pure. */
export function firstSteps(found: Beginnings): Step[] {
  const live = isLive(found);
  const done: { readonly [step in StepId]: boolean } = {
    brand: found.companySaved,
    reps: found.reps > 0,
    prospects: found.prospects > 0,
    articles: found.articles > 0,
    cadence: found.hasCadence && (live || found.cadenceAt !== undefined),
    "dry run": found.rehearsed && found.companySaved,
    "test email": found.testAt !== undefined,
    go: live,
  };
  return STEPS.map((id) => ({ id, done: done[id], waitsFor: NEEDS[id].filter((before) => !done[before]) }));
}
