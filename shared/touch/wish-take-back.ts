import type { App } from "../app.ts";
import { dayInWords } from "../engagement/words.ts";
import { changeWish } from "./wish-change.ts";
import type { WishOf, WishOutcome } from "./wish-change.ts";
import { removeWish } from "./wish-store.ts";

/** The slot is as if nobody had wanted anything of it. Safe to repeat. */
export const takeBackWish = (app: App, wish: WishOf): Promise<WishOutcome> =>
  changeWish(app, wish, async () => ({
    write: removeWish(wish.prospectId, wish.date),
    note: `The email on ${dayInWords(wish.date)} may go out as usual, says ${wish.by}`,
  }));
