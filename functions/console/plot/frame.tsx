/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { WIDTH } from "./size.ts";

type PlotProps = {
  /** Of its own on the page. */
  readonly id: string;
  readonly height: number;
  readonly title: string;
  /** All that it shows, in words. */
  readonly desc: string;
  readonly children?: Child;
};

/** The frame of a plot: what it is and what it shows are told to who does not see it. */
export const Plot = ({ id, height, title, desc, children }: PlotProps) => (
  <svg
    class="plot"
    viewBox={`0 0 ${WIDTH} ${height}`}
    role="img"
    aria-labelledby={`${id}-title`}
    aria-describedby={`${id}-desc`}
  >
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-desc`}>{desc}</desc>
    {children}
  </svg>
);
