/** @jsxImportSource hono/jsx */
import type { Article } from "../../../shared/content/article.ts";
import type { ArticleState } from "../../../shared/content/state.ts";
import { KIND_NAMES, STATE_NAMES } from "../article-words.ts";
import { sectorName } from "../sector-name.ts";
import { shortDate } from "../when.ts";
import { Chip } from "./chip.tsx";

/** What is said of an article in one line; that it can be sent goes without saying. */
export const ArticleMeta = ({ article, state }: { article: Article; state: ArticleState }) => (
  <p class="meta">
    {state !== "sendable" && <Chip tone={state === "flawed" ? "wrong" : "plain"}>{STATE_NAMES[state]}</Chip>}
    <Chip tone={article.kind === "case-study" ? "tint" : "plain"}>{KIND_NAMES[article.kind]}</Chip>
    {(article.kind === "case-study" || article.sector) && <span>{sectorName(article.sector) || "Any sector"}</span>}
    <span>{shortDate(article.publishedOn)}</span>
    <span>{article.readingMinutes} min</span>
    {article.expiresOn && state !== "expired" && <span>until {shortDate(article.expiresOn)}</span>}
    {article.topics.length > 0 && <span>{article.topics.join(", ")}</span>}
  </p>
);
