import type { Area } from "../../shared/member/access.ts";

/** "open": for everybody, signed in or not. "token": for programs, which show a token of their own there. */
export type Entry = Area | "open" | "token";

/**
 * What belongs to which part of Midweek: the only place that says so. `:x` is any one piece of a path, `/*` at the end anything below it and the
 * path itself; the first that fits counts. What is not here nobody gets to.
 */
const TABLE: readonly (readonly [pattern: string, entry: Entry])[] = [
  ["/console.css", "open"],
  ["/console.svg", "open"],
  ["/console.js", "open"],
  ["/sign-in/*", "open"],
  ["/sign-out", "open"],
  ["/api/*", "token"],
  ["/feeds/*", "token"],

  ["/", "calls"],
  ["/prospects/:id/calls/*", "calls"],
  ["/calls.csv", "calls"],
  ["/coming/*", "calls"],
  ["/one-off/*", "calls"],
  ["/promises/*", "calls"],
  ["/events", "calls"],
  ["/prospects/*", "prospects"],
  ["/no-drop/*", "calls"],
  // Whoever may look at these may not change them for that.
  ["/library/add/*", "desk"],
  ["/library/feeds/*", "desk"],
  ["/library/runway", "desk"],
  ["/library/:id/:deed", "desk"],
  ["/library/*", "library"],
  ["/cadence", "cadence"],
  ["/cadence/*", "desk"],
  ["/sending/*", "desk"],
  ["/templates/*", "desk"],
  ["/segments/*", "desk"],
  ["/forms/*", "desk"],
  ["/experiments/*", "desk"],
  ["/calendar/*", "desk"],
  ["/start/*", "desk"],
  ["/reports/*", "reports"],
  ["/engagement/*", "engagement"],
  ["/outbox", "outbox"],
  // Whoever sees a prospect sees what was written to them; the routes look whose it is.
  ["/outbox/*", "prospects"],
  // A rep may sign in, so whoever adds one lets somebody in.
  ["/import/reps", "settings"],
  ["/import/*", "import"],
  ["/team/*", "team"],
  ["/settings/*", "settings"],
  ["/outlets/*", "settings"],
  ["/members/*", "settings"],
  ["/time", "settings"],
  ["/rep", "account"],
  ["/account/*", "account"],
];

const piecesOf = (path: string): string[] => path.split("/").slice(1);

function fits(pattern: string, path: string): boolean {
  const wanted = piecesOf(pattern.replace(/\/\*$/, ""));
  const given = piecesOf(path);
  if (pattern.endsWith("/*") ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every((piece, at) => (piece.startsWith(":") ? given[at] !== "" : piece === given[at]));
}

/** The part of Midweek a path belongs to; undefined for a path that nobody may go to. */
export const areaOf = (path: string): Entry | undefined => TABLE.find(([pattern]) => fits(pattern, path))?.[1];
