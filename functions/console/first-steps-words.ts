import type { Beginnings, Step, StepId } from "../../shared/first-steps/first-steps.ts";

/** What a step is about, where it is taken, and what there is of it so far. */
export type StepWords = {
  readonly title: string;
  readonly why: string;
  readonly found: string | undefined;
  /** Undefined where it is taken on the page itself. */
  readonly way: { readonly href: string; readonly text: string } | undefined;
};

const TITLES: { readonly [step in StepId]: string } = {
  brand: "Say who you are",
  reps: "Add those who call",
  prospects: "Bring in your prospects",
  articles: "Fill the library",
  cadence: "Look at the rhythm",
  "dry run": "See the quarter before it happens",
  "test email": "Send yourself one",
  go: "Go",
};

const WHY: { readonly [step in StepId]: string } = {
  brand: "Name, sender and postal address stand in every email; a logo and your colours make it yours.",
  reps: "Emails go out in their name, and answers and call tasks come to them.",
  prospects: "A CSV file as your CRM exports it; of each it is told where the time zone comes from.",
  articles: "Blog posts for Wednesdays, case studies of the prospect's own sector for Thursdays.",
  cadence: "Which days, at which hours of the prospect's own clock, how many at most.",
  "dry run": "Every email and every one left out, by day and by person, before anything is sent.",
  "test email": "In your own mail program, as a prospect would get it.",
  go: "From then on Midweek sends by itself, on Wednesday and Thursday afternoons. It can be stopped at any moment.",
};

const some = (count: number, one: string, many: string, counted = Infinity): string | undefined =>
  count === 0 ? undefined : `${count >= counted ? `${counted} and more` : count} ${count === 1 ? one : many}`;

function foundOf(id: StepId, found: Beginnings): string | undefined {
  if (id === "brand") return found.companySaved && !found.branded ? "Saved, in Midweek's own colours." : undefined;
  if (id === "reps") return some(found.reps, "rep", "reps");
  if (id === "prospects") return some(found.prospects, "prospect", "prospects", 100);
  if (id !== "articles") return undefined;
  const flawed =
    found.flawed > 0
      ? `, and ${found.flawed} that cannot be mailed before ${found.flawed === 1 ? "it is" : "they are"} mended`
      : "";
  return found.articles + found.flawed === 0 ? undefined : `${found.articles} to be mailed${flawed}`;
}

/** Files are imported on a page where there is one, else on the command line. */
function wayOf(id: StepId, local: boolean): StepWords["way"] {
  const importing = local ? { href: "/import", text: "Import a file" } : undefined;
  const ways: { readonly [step in StepId]: StepWords["way"] } = {
    brand: { href: "/settings", text: "Open Settings" },
    reps: importing,
    prospects: importing,
    articles: { href: "/library/add", text: "Add articles" },
    cadence: { href: "/cadence", text: "Look at it" },
    "dry run": { href: "/calendar", text: "Open the calendar" },
    "test email": { href: "/templates", text: "Choose a template" },
    go: undefined,
  };
  return ways[id];
}

export const stepWords = ({ id }: Step, found: Beginnings, local: boolean): StepWords => ({
  title: TITLES[id],
  why: WHY[id],
  found: foundOf(id, found),
  way: wayOf(id, local),
});

/** "Add those who call and Fill the library". */
export const waitingFor = ({ waitsFor }: Step): string =>
  waitsFor.map((id) => `“${TITLES[id]}”`).join(waitsFor.length > 2 ? ", " : " and ");
