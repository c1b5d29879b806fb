import * as z from "zod";

/** What a rep promised a prospect on the phone (practice 52); on the rep's list until it is kept. */
export const Promised = z.object({
  prospectId: z.string(),
  /** Call, attempt and place in it: "0003-01-1". */
  id: z.string(),
  repId: z.string(),
  text: z.string(),
  due: z.iso.date(),
  madeAt: z.number(),
  keptAt: z.number().optional(),
  /** Member who says so. */
  keptBy: z.string().optional(),
});
export type Promised = z.infer<typeof Promised>;

export type PromiseMade = { readonly text: string; readonly due: string };

/** The rows of what a rep promised in one attempt of a call. */
export const promisesMade = (
  made: Pick<Promised, "prospectId" | "repId" | "madeAt"> & { readonly number: number; readonly attempt: number },
  promises: readonly PromiseMade[],
): Promised[] =>
  promises.map(({ text, due }, place) => {
    const { prospectId, repId, madeAt, number, attempt } = made;
    const id = `${String(number).padStart(4, "0")}-${String(attempt).padStart(2, "0")}-${place + 1}`;
    return { prospectId, id, repId, text, due, madeAt };
  });

/** What was promised the last time anything was, for the brief of the next call: kept or not, and whether it should be by `today` (YYYY-MM-DD). */
export function promisedLast(
  promises: readonly Promised[],
  today: string,
): (PromiseMade & { readonly kept: boolean; readonly late: boolean })[] {
  const last = Math.max(...promises.map(({ madeAt }) => madeAt));
  return promises
    .filter(({ madeAt }) => madeAt === last)
    .map(({ text, due, keptAt }) => ({
      text,
      due,
      kept: keptAt !== undefined,
      late: keptAt === undefined && due < today,
    }));
}
