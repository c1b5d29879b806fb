/** Writes the foundation's template of a stage to stdout. A program of its own, so that SST need not bundle aws-cdk-lib. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { messageOf } from "../../shared/error.ts";
import { foundationStack } from "../foundation-stack.ts";

const [stage, retain, alarmEmail] = process.argv.slice(2);
if (!stage || !retain) throw new Error("synth.ts <stage> <retain: true|false> [alarm email]");

const outdir = mkdtempSync(join(tmpdir(), "midweek-foundation-"));
try {
  const app = new App({ outdir, analyticsReporting: false });
  const { stackName } = foundationStack(app, { stage, retain: retain === "true", alarmEmail });
  process.stdout.write(JSON.stringify(app.synth().getStackByName(stackName).template));
} catch (error) {
  // The findings are on stderr already.
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
