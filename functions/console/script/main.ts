// The console's one script, for browsers. `node .ci/console-script.mjs` makes functions/console/script.json of it.
import { startAlerts } from "./alerts.ts";
import { startClocks } from "./clocks.ts";
import { startCounts } from "./counts.ts";
import { startTimers } from "./timer.ts";

startClocks();
startTimers();
startAlerts();
startCounts();
