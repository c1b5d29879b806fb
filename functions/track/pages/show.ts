import type { Context } from "hono";
import { html } from "hono/html";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A whole page as the answer. */
export const show = (c: Context, page: JSX.Element, status: ContentfulStatusCode = 200) =>
  c.html(html`<!doctype html>${page}`, status);
