import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { reportAws } from "./aws-report.ts";
import { measureFilling } from "./filling.ts";
import { measureHotLane } from "./hot.ts";
import { measureStartUp } from "./start-up.ts";

const PIPELINE = fileURLToPath(new URL("pipeline.ts", import.meta.url));
const REHEARSAL = fileURLToPath(new URL("rehearsal.ts", import.meta.url));
const REPORT = fileURLToPath(new URL("report.ts", import.meta.url));
/** As `npm start` runs. */
const FLAGS = ["--max-semi-space-size=4", "--import", "tsx"];

const folder = mkdtempSync(join(tmpdir(), "midweek-bench-"));
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const number = (value: number, digits = 1): string => value.toLocaleString("en", { maximumFractionDigits: digits });

type Slot = { emails: number; cpuMs: number; residentMb: number };

/** Each in a process of its own, so that memory is that of sending alone. */
function sendSlot(many: number): Slot {
  const path = join(folder, `${many}.sqlite`);
  const run = (...words: string[]): string =>
    execFileSync(process.execPath, [...FLAGS, PIPELINE, ...words], { encoding: "utf8" });
  run("fill", path, String(many));
  const sent: Slot = JSON.parse(run("send", path));
  return sent;
}

/** Thirteen weeks of 10,000 prospects, worked out in a process of their own. */
function quarter(articles: number): {
  seconds: number;
  waitedMs: number;
  sent: number;
  runOut: number;
  residentMb: number;
} {
  const words = [join(folder, `quarter-${articles}.sqlite`), "10000", String(articles)];
  return JSON.parse(execFileSync(process.execPath, [...FLAGS, REHEARSAL, ...words], { encoding: "utf8" }));
}

type Built = { ms: number; stallMs: number; residentMb: number; emails: number };

/** The report on 26 emails each to so many prospects, in a process of its own. */
function buildReport(many: number): Built {
  const path = join(folder, `report-${many}.sqlite`);
  const run = (...words: string[]): string =>
    execFileSync(process.execPath, [...FLAGS, "--max-old-space-size=64", REPORT, ...words], { encoding: "utf8" });
  run("fill", path, String(many));
  return JSON.parse(run("build", path));
}

try {
  const filling = await measureFilling();
  say(
    `Filling a compiled email       ${number(filling.ratio, 0)} times faster than React Email's render() (target 100; ${number(filling.fillMs, 4)} against ${number(filling.renderMs, 2)} ms CPU)`,
  );
  const small = sendSlot(10_000);
  const per = small.cpuMs / small.emails;
  say(
    `Dispatch to outbox, 10,000     ${number(per, 3)} ms CPU per email (target 0.5, aim 0.2), ${number(small.residentMb, 0)} MB resident (target 250)`,
  );
  const large = sendSlot(100_000);
  say(
    `Dispatch to outbox, 100,000    ${number(large.cpuMs / large.emails, 3)} ms CPU per email, ${number(large.residentMb, 0)} MB resident: ${number(large.residentMb / small.residentMb, 2)} times that of 10,000`,
  );
  for (const articles of [300, 20]) {
    const { seconds, waitedMs, sent, runOut, residentMb } = quarter(articles);
    say(
      `A quarter of 10,000 prospects  ${number(seconds)} s with ${articles} articles (target 60): ${number(sent, 0)} emails, ${number(runOut, 0)} prospects run out; others wait ${number(waitedMs, 0)} ms at most, ${number(residentMb, 0)} MB resident`,
    );
  }
  const report = buildReport(10_000);
  say(
    `Report on ${number(report.emails, 0)} emails       ${number(report.ms / 1000)} s in a heap of 64 MB (${number(report.residentMb, 0)} MB resident); others wait ${number(report.stallMs, 0)} ms at most`,
  );
  const hot = await measureHotLane(join(folder, "hot.sqlite"), 50, 10);
  say(
    `Signal to call task, 50 a second   p50 ${number(hot.p50Ms)} ms, p99 ${number(hot.p99Ms)} ms over ${hot.tasks} tasks (target p99 250)`,
  );
  const start = await measureStartUp(join(folder, "start"));
  say(
    `npm start to first page        ${number(start.secondMs / 1000, 2)} s on the second start (target 3), ${number(start.firstMs / 1000, 2)} s on the first`,
  );
  for (const line of await reportAws()) say(line);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
