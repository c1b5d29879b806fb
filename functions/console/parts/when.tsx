/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { whenIn } from "../when.ts";

/** An instant, for people and machines. Without children it says the whole date, time and place. */
export const When = ({ zone, at, children }: { zone: string; at: number; children?: Child }) => (
  <time datetime={new Date(at).toISOString()} title={children ? whenIn(zone, at) : undefined}>
    {children ?? whenIn(zone, at)}
  </time>
);
