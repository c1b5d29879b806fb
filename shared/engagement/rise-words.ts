import type { EmailScore } from "./engagement.ts";
import { isPerson } from "./weights.ts";

const clicked = ({ click }: EmailScore): boolean => isPerson(click);
const opened = (email: EmailScore): boolean => clicked(email) || isPerson(email.open ?? 0);

/**
 * A rise in words: what was done with the emails since it began, what is usual, and what could not be seen. "Clicked 2 of the last 3; usually 1 in 14.
 * Opens not measurable: Apple Mail". `began`: the place of its first email.
 */
export function riseInWords(emails: readonly EmailScore[], began: number): string {
  const [before, since] = [emails.slice(0, began), emails.slice(began)];
  const did = since.some(clicked) ? "Clicked" : "Opened";
  const test = did === "Clicked" ? clicked : opened;
  const done = `${did} ${since.filter(test).length} of the last ${since.length}`;
  const blind = since.filter(({ open }) => open === null).length;
  const apple = blind * 2 > since.length ? ". Opens not measurable: Apple Mail" : "";
  const also =
    did === "Clicked" && apple === "" && since.filter(opened).length > since.filter(clicked).length
      ? `, opened ${since.filter(opened).length}`
      : "";
  return `${done}${also}; ${usually(before, test)}${apple}`;
}

/** "usually 1 in 14", "none of the 7 before". */
function usually(before: readonly EmailScore[], test: (email: EmailScore) => boolean): string {
  if (before.length === 0) return "new, so nothing is usual yet";
  const done = before.filter(test).length;
  if (done === 0) return `none of the ${before.length} before`;
  return done * 2 > before.length
    ? `usually ${done} in ${before.length}`
    : `usually 1 in ${Math.round(before.length / done)}`;
}
