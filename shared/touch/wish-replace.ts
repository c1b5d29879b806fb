import type { App } from "../app.ts";
import { getCadence } from "../cadence/store.ts";
import { dayInWords } from "../engagement/words.ts";
import { sendableLibrary } from "./sendable.ts";
import { changeWish } from "./wish-change.ts";
import type { WishOf, WishOutcome } from "./wish-change.ts";
import { putWish } from "./wish-store.ts";
import { whyNotFor } from "./wish.ts";

/**
 * Puts another article in the place of what would be picked for one slot. It must be unseen by the prospect, published by then, of no other sector (case
 * studies) and of what they asked for; that is looked at again as it is sent.
 */
export const replaceEmail = (app: App, wish: WishOf & { readonly articleId: string }): Promise<WishOutcome> =>
  changeWish(app, wish, async (prospect) => {
    const { prospectId, date, by, articleId } = wish;
    const article = (await sendableLibrary(app)).find(({ id }) => id === articleId);
    const cadence = await getCadence(app.table, prospect.cadenceId);
    if (!article || !cadence) return { refused: "That article is not in the library." };
    const why = whyNotFor(article, { prospect, date, sectorRules: cadence.sectorRules });
    if (why !== undefined) return { refused: `"${article.title}" cannot be sent: it ${why}.` };
    return {
      write: putWish({ prospectId, date, kind: "replace", articleId, by, at: app.now() }),
      note: `"${article.title}" is to go out on ${dayInWords(date)}, says ${by}`,
    };
  });
