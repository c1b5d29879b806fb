/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { WIDTH } from "./size.ts";

type PlotProps = {
  /** Of its own on the page. */
  readonly id: string;
  readonly height: number;
  /** Of the drawing, and how it is styled, where these are not the usual. */
  readonly width?: number;
  readonly look?: string;
  readonly title: string;
  /** All that it shows, in words. */
  readonly desc: string;
  readonly children?: Child;
};

/** The frame of a plot: what it is and what it shows are told to who does not see it. */
export const Plot = ({ id, height, width = WIDTH, look = "plot", title, desc, children }: PlotProps) => (
  <svg
    class={look}
    viewBox={`0 0 ${width} ${height}`}
    role="img"
    aria-labelledby={`${id}-title`}
    aria-describedby={`${id}-desc`}
  >
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-desc`}>{desc}</desc>
    {children}
  </svg>
);
