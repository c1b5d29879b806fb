import type { Viewer } from "../../shared/member/access.ts";
import type { Chrome } from "./chrome.ts";

/** What the console's middleware leaves for the handlers. */
export type Env = { Variables: { chrome: Chrome; viewer: Viewer } };
