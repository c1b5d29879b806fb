/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";

/** Says what is not there and, in its children, what to do next. */
export const Empty = ({ title, children }: { title: string; children?: Child }) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    <p>{children}</p>
  </div>
);
