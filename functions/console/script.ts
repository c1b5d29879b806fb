import { createHash } from "node:crypto";
import file from "./script.json" with { type: "json" };

/** All that runs in the console's pages; its sources are in the folder script. */
export const script = `${file.lines.join("\n")}\n`;

/** Changes with the content, so that a browser may keep it for ever. */
export const scriptPath = `/console.js?v=${createHash("sha256").update(script).digest("hex").slice(0, 12)}`;
