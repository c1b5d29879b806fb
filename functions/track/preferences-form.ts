import * as z from "zod";

const list = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(200)).max(100),
);

export const PreferencesForm = z.object({
  action: z.enum(["save", "pause", "resume", "erase", "erase-for-good"]),
  topic: list,
  atMostWeekly: z.literal("yes").optional(),
  unmeasured: z.literal("yes").optional(),
});
export type PreferencesForm = z.infer<typeof PreferencesForm>;
