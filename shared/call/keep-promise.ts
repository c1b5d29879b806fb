import type { App } from "../app.ts";
import { AppError, Conflict } from "../error.ts";
import { putNote } from "../prospect/note.ts";
import { getPromise, markKept } from "./promise-store.ts";

/**
 * A promise is kept and goes off the list of whoever made it. Twice is once. `by`: the member who says so.
 * @throws AppError("not-found") for one that was never made
 */
export async function keepPromise(
  app: App,
  { prospectId, id, by }: { readonly prospectId: string; readonly id: string; readonly by: string },
): Promise<{ readonly outcome: "kept" | "already-kept" }> {
  const promised = await getPromise(app.table, prospectId, id);
  if (!promised) throw new AppError("not-found", "there is no such promise");
  if (promised.keptAt !== undefined) return { outcome: "already-kept" };
  const at = app.now();
  try {
    await app.table.write(
      markKept(promised, at, by),
      putNote({ prospectId, at, text: `Promise kept: ${promised.text}` }),
    );
    return { outcome: "kept" };
  } catch (error) {
    if (error instanceof Conflict) return { outcome: "already-kept" };
    throw error;
  }
}
