import type { App } from "../app.ts";
import { alterProspect } from "./alter.ts";
import { readInterests } from "./interests.ts";
import { putNote } from "./note.ts";
import { changeProspect } from "./store.ts";

/**
 * Keeps what a prospect cares about besides business, as a rep heard it: a list divided by commas, semicolons or slashes, in place of the one there was. `by`
 * is the name of who says so, for the history.
 */
export const noteInterests = (
  app: App,
  { prospectId, interests: text, by }: { readonly prospectId: string; readonly interests: string; readonly by: string },
): Promise<"noted" | "unchanged" | "unknown-prospect"> =>
  alterProspect<"noted" | "unchanged">(app, prospectId, (prospect, at) => {
    const interests = readInterests(text);
    if (interests.join("\n") === (prospect.interests ?? []).join("\n")) return { writes: [], answer: "unchanged" };
    const said = interests.length > 0 ? `Interests noted by ${by}` : `Interests taken out by ${by}`;
    return {
      writes: [changeProspect(prospectId, { interests }, at), putNote({ prospectId, at, text: said })],
      answer: "noted",
    };
  });
