/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Env } from "./env.ts";
import { Layout } from "./parts/layout.tsx";

/** Replies with a page in the console's frame. */
export const show = (c: Context<Env>, title: string, page: Child, status: ContentfulStatusCode = 200) =>
  c.html(
    <Layout title={title} chrome={c.get("chrome")}>
      {page}
    </Layout>,
    status,
  );
