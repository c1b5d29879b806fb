/** @jsxImportSource hono/jsx */
import type { Article } from "../../../shared/content/article.ts";

/** Is there one that may be shown: what comes without TLS the policy keeps out. */
export const hasPicture = ({ image }: Pick<Article, "image">): boolean => image?.startsWith("https:") ?? false;

/** The picture of an article, from where it was published, which is not told from where it is looked at. Pages with it are under PICTURES_POLICY. */
export const Picture = ({ article, alt, lazy = true }: { article: Article; alt: string; lazy?: boolean }) =>
  hasPicture(article) ? (
    <img
      src={article.image}
      alt={alt}
      loading={lazy ? "lazy" : undefined}
      decoding="async"
      referrerpolicy="no-referrer"
    />
  ) : null;
