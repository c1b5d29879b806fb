import { createHash } from "node:crypto";
import { base } from "./style/base.ts";
import { engagement } from "./style/engagement.ts";
import { pages } from "./style/pages.ts";
import { parts } from "./style/parts.ts";

/** The console's whole style sheet. */
export const css = base + parts + pages + engagement;

/** Changes with the content, so that a browser may keep it for ever. */
export const stylePath = `/console.css?v=${createHash("sha256").update(css).digest("hex").slice(0, 12)}`;
