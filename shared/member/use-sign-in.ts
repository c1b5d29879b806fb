import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { signInKey } from "../keys.ts";
import { SignInLink, hashOf, isFrom, isSecret } from "./sign-in-link.ts";

/** "gone": it was used, is over, or never was; nobody is told which. */
export type SignInState =
  | { readonly outcome: "good"; readonly memberId: string; readonly to: string }
  | { readonly outcome: "gone" | "other-browser" };

/** What is in a link, and what the browser keeps that opened it. */
type Shown = { readonly token: string; readonly browser: string | undefined };

/** Whether a link is good, without using it up: what looks through emails for harmful links follows them too. */
export async function lookAtSignIn(app: App, { token, browser }: Shown): Promise<SignInState> {
  const item = isSecret(token) ? await app.table.get(signInKey(hashOf(token))) : undefined;
  const link = item && SignInLink.parse(item.data);
  if (!link || link.until <= app.now()) return { outcome: "gone" };
  if (!isFrom(link, browser)) return { outcome: "other-browser" };
  return { outcome: "good", memberId: link.memberId, to: link.to };
}

/** Uses up a link; of two who use it at once one is signed in. In another browser it stays as it is. */
export async function useSignIn(app: App, shown: Shown): Promise<SignInState> {
  const state = await lookAtSignIn(app, shown);
  if (state.outcome !== "good") return state;
  try {
    await app.table.write({ kind: "remove", key: signInKey(hashOf(shown.token)), guard: "present" });
    return state;
  } catch (error) {
    if (error instanceof Conflict) return { outcome: "gone" };
    throw error;
  }
}
