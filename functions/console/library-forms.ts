import type { App } from "../../shared/app.ts";
import { getLibrary } from "../../shared/content/store.ts";
import { suggestTags, type Suggestions } from "../../shared/content/suggest-tags.ts";
import { topicsFrom } from "../../shared/content/topics.ts";
import { Sector } from "../../shared/sector.ts";
import { toLocal } from "../../shared/time.ts";
import type { ArticleFormState } from "./article-form.ts";

/** On the company's calendar. */
export const todayOf = ({ config, now }: Pick<App, "config" | "now">): string =>
  toLocal(config.company.timeZone, now()).date;

/** What the words that stand in a form suggest; of a page they came along. Nothing while there are none. */
export async function suggestionsFor(app: App, { values }: ArticleFormState): Promise<Suggestions> {
  const { title = "", summary = "", words = "", keywords = "", topics = "", sector } = values;
  const text = [words, values["talkingPoint"], values["perspective"], values["problem"], values["result"]].join("\n");
  const has = { topics: topicsFrom(topics.split(",")), sector: Sector.safeParse(sector).data };
  return suggestTags(
    { title, summary, text, keywords: topicsFrom(keywords.split(",")) },
    await getLibrary(app.table),
    has,
  );
}
