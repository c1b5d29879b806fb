import type { App } from "../app.ts";
import { AppError, Conflict } from "../error.ts";
import { newId } from "../id.ts";
import { getReps } from "../rep/store.ts";
import type { SignUpForm } from "./sign-up.ts";
import { getSignUpForm, putSignUpForm } from "./store.ts";

export type FormWords = Omit<SignUpForm, "id" | "asked" | "confirmed" | "createdAt" | "updatedAt">;

/**
 * Keeps a new form, or what changed of one as it was seen (`updatedAt`).
 * @returns its id
 * @throws AppError("invalid") for a rep who is none, AppError("not-found"), AppError("conflict") when somebody changed it in between
 */
export async function saveSignUpForm(
  app: App,
  words: FormWords,
  seen?: { readonly id: string; readonly updatedAt: number },
): Promise<string> {
  const reps = await getReps(app.table);
  if (!reps.some(({ id }) => id === words.repId)) throw new AppError("invalid", "repId: there is no such rep");
  const before = seen && (await getSignUpForm(app.table, seen.id));
  if (seen && !before) throw new AppError("not-found", "There is no such form.");
  if (before && before.updatedAt !== seen?.updatedAt) throw changed();
  const now = Math.max(app.now(), (before?.updatedAt ?? 0) + 1);
  const fresh = { id: newId(), asked: 0, confirmed: 0, createdAt: now };
  const form: SignUpForm = { ...(before ?? fresh), ...words, updatedAt: now };
  if (words.sector === undefined) delete form.sector;
  try {
    await app.table.write(putSignUpForm(form, before));
  } catch (error) {
    throw error instanceof Conflict ? changed() : error;
  }
  return form.id;
}

const changed = (): AppError =>
  new AppError(
    "conflict",
    "Somebody else changed this form in the meantime. Open it again and enter your changes anew.",
  );
