import { touchKey } from "../keys.ts";
import { entity } from "../entity.ts";
import type { Table } from "../ports.ts";
import { toLocal } from "../time.ts";
import type { Touch } from "../touch/touch.ts";
import { emptyDay, minutesOf, numbered, whatOf } from "./outcomes.ts";
import type { Day, Mailed, Outcomes, Person, What } from "./outcomes.ts";

const PAGE = 500;

/** Collects what became of slots, date by date, as soon as a date is over everywhere, and takes the touches out of the table. */
export type Harvest = {
  readonly gather: (table: Table, date: string) => Promise<void>;
  readonly outcomes: () => Outcomes;
};

/** `from` (epoch ms): touches from before are no outcome of this run. */
export function harvestOf(people: readonly Person[], from: number): Harvest {
  const whats = numbered<What>(({ reason, detail }) => `${reason ?? ""}\n${detail ?? ""}`);
  const articles = numbered<Mailed>(({ id }) => id);
  const days: Day[] = [];
  const note = (day: Day, person: number, touch: Touch): void => {
    const { articleId: id, articleTitle: title = "", articleKind: kind = touch.slotKind } = touch;
    day.person.push(person);
    day.what.push(whats.of(whatOf(touch)));
    day.article.push(id === undefined ? 0 : articles.of({ id, title, kind }) + 1);
    day.minute.push(minutesOf(toLocal(touch.timeZone, touch.at).time));
  };
  return {
    gather: async (table, date) => {
      const day = emptyDay(date);
      for (let start = 0; start < people.length; start += PAGE) {
        const page = people.slice(start, start + PAGE);
        const items = await table.getMany(page.map(({ id }) => touchKey(id, date)));
        const touches = new Map(items.map(entity<Touch>).map((touch) => [touch.prospectId, touch]));
        for (const [n, { id }] of page.entries()) {
          const touch = touches.get(id);
          if (touch && touch.at >= from) note(day, start + n, touch);
        }
        await table.writeMany(items.map(({ pk, sk }) => ({ kind: "remove", key: { pk, sk } })));
      }
      if (day.person.length > 0) days.push(day);
    },
    outcomes: () => ({
      people,
      whats: whats.all,
      articles: articles.all,
      days: days.toSorted((one, other) => one.date.localeCompare(other.date)),
    }),
  };
}
