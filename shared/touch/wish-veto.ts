import type { App } from "../app.ts";
import { dayInWords } from "../engagement/words.ts";
import { changeWish } from "./wish-change.ts";
import type { WishOf, WishOutcome } from "./wish-change.ts";
import { putWish } from "./wish-store.ts";

/** Keeps back the email of one slot, and nothing else: the next slot comes as ever. Takes the place of an earlier wish. */
export const vetoEmail = (app: App, wish: WishOf & { readonly why?: string | undefined }): Promise<WishOutcome> =>
  changeWish(app, wish, async () => {
    const { prospectId, date, by } = wish;
    const why = wish.why?.trim();
    return {
      write: putWish({ prospectId, date, kind: "veto", by, at: app.now(), ...(why && { why }) }),
      note: `No email on ${dayInWords(date)}, says ${by}${why ? `: ${why}` : ""}`,
    };
  });
