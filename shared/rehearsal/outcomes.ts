import type { ArticleKind } from "../content/article.ts";
import type { Touch } from "../touch/touch.ts";

/** Who a dry run is about, as far as its sums ask: nobody's name. */
export type Person = {
  readonly id: string;
  readonly timeZone: string;
  readonly repId: string | undefined;
  readonly sector: string | undefined;
  /** Ids of the segments they were in when it began. */
  readonly segments: readonly string[];
};

/** What became of a slot: an email, or the reason why there was none. */
export type What = { readonly reason?: string | undefined; readonly detail?: string | undefined };
export type Mailed = { readonly id: string; readonly title: string; readonly kind: ArticleKind };

/** Outcomes of one date side by side: the person's number, what became of it, the article (0 = none, else its number plus 1), and the minute of their own day. */
export type Day = {
  readonly date: string;
  readonly person: number[];
  readonly what: number[];
  readonly article: number[];
  readonly minute: number[];
};

/** Every email and skip of a dry run. Numbers stand for what is in the lists. */
export type Outcomes = {
  readonly people: readonly Person[];
  readonly whats: readonly What[];
  readonly articles: readonly Mailed[];
  readonly days: readonly Day[];
};

/** Gives the same number to what is the same. */
export function numbered<Of>(nameOf: (one: Of) => string): { readonly all: Of[]; readonly of: (one: Of) => number } {
  const numbers = new Map<string, number>();
  const all: Of[] = [];
  return {
    all,
    of: (one) => {
      const name = nameOf(one);
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, all.length);
      return all.push(one) - 1;
    },
  };
}

export const emptyDay = (date: string): Day => ({ date, person: [], what: [], article: [], minute: [] });

/** "15:04" -> 904. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** 904 -> "15:04". */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** An email has no reason; what else became of a touch has, or its own outcome is one. */
export const whatOf = ({ outcome, reason, detail }: Pick<Touch, "outcome" | "reason" | "detail">): What => ({
  ...(outcome !== "sent" && { reason: reason ?? outcome }),
  ...(detail !== undefined && { detail }),
});
