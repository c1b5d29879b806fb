import { createHash } from "node:crypto";
import { access } from "./style/access.ts";
import { base } from "./style/base.ts";
import { cadence } from "./style/cadence.ts";
import { calendar } from "./style/calendar.ts";
import { calls } from "./style/calls.ts";
import { coming } from "./style/coming.ts";
import { engagement } from "./style/engagement.ts";
import { experiments } from "./style/experiments.ts";
import { findings } from "./style/findings.ts";
import { library } from "./style/library.ts";
import { outlets } from "./style/outlets.ts";
import { pages } from "./style/pages.ts";
import { parts } from "./style/parts.ts";
import { plot } from "./style/plot.ts";
import { reports } from "./style/reports.ts";
import { segments } from "./style/segments.ts";
import { team } from "./style/team.ts";
import { templates } from "./style/templates.ts";
import { start } from "./style/start.ts";
import { tokens } from "./style/tokens.ts";

/** The console's whole style sheet. */
export const css =
  base +
  parts +
  pages +
  engagement +
  coming +
  outlets +
  access +
  calls +
  team +
  start +
  tokens +
  cadence +
  calendar +
  templates +
  segments +
  experiments +
  plot +
  reports +
  library +
  findings;

/** Changes with the content, so that a browser may keep it for ever. */
export const stylePath = `/console.css?v=${createHash("sha256").update(css).digest("hex").slice(0, 12)}`;
