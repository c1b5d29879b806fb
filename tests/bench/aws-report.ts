import { mostKilobytes } from "../../stacks/bundling.ts";
import { type FunctionName, functions } from "../../stacks/topology.ts";
import { type Cost, measureAws } from "./aws.ts";
import { type Bundle, measureBundles } from "./bundles.ts";
import { measureIdle } from "./idle.ts";
import { prices } from "../../shared/rehearsal/prices.ts";

const number = (value: number, digits = 1): string => value.toLocaleString("en", { maximumFractionDigits: digits });
const dollars = (value: number): string => `$${value.toFixed(4)}`;

function bundleLines(bundles: readonly Bundle[]): string[] {
  return bundles.map(
    ({ name, kilobytes, importMs }) =>
      `  ${name.padEnd(12)} ${number(kilobytes, 0).padStart(5)} KB (at most ${mostKilobytes(name)})  ${number(importMs, 0).padStart(4)} ms to load beyond a bare Node`,
  );
}

/** Calls by service; a schedule's own name says nothing here. */
function callLines(calls: Cost["calls"]): string[] {
  const byOperation = new Map<string, number>();
  for (const [name, count] of calls) {
    const short = name.replace(/^Scheduler (\w+) .*/, "Scheduler $1");
    byOperation.set(short, (byOperation.get(short) ?? 0) + count);
  }
  return [...byOperation]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, count]) => `  ${name.padEnd(42)} ${String(count).padStart(5)}`);
}

const lambdaLines = (lambda: Cost["lambda"]): string[] =>
  [...lambda].map(([name, { calls, ms }]: [FunctionName, { calls: number; ms: number }]) => {
    const memory = functions[name].memoryMb;
    return `  ${name.padEnd(12)} ${String(calls).padStart(4)} calls ${number(ms, 0).padStart(6)} ms at ${memory} MB`;
  });

/** Emails to 10,000 prospects, two a week. */
const MONTH = Math.round((10_000 * 2 * 52) / 12);

/** Everything there is to know of size and cost on AWS, in lines for people. */
export async function reportAws(): Promise<string[]> {
  const bundles = await measureBundles();
  const cost = await measureAws();
  const perEmail = cost.writeUnitsToSend / cost.emails;
  const thousands = cost.emails / 1000;
  const idle = measureIdle();
  return [
    "",
    "Functions as they are deployed (send at most 150 ms to load)",
    ...bundleLines(bundles),
    "",
    `On AWS, ${cost.emails} emails with ${cost.opens} opens and ${cost.clicks} clicks: calls`,
    ...callLines(cost.calls),
    "",
    `DynamoDB                       ${number(perEmail, 2)} write units an email until it is sent and marked (target 6); with feedback, opens and clicks ${number(cost.writeUnits / cost.emails, 2)} write and ${number(cost.readUnits / cost.emails, 2)} read units`,
    "Lambda (milliseconds of this machine, waiting for emulators included)",
    ...lambdaLines(cost.lambda),
    "",
    `A thousand emails              ${dollars(cost.dollars / thousands)} for everything but SES; with SES ${prices.sesPerThousand.map((price) => `${dollars(cost.dollars / thousands + price)} at $${price.toFixed(2)}`).join(", ")} (list prices of ${prices.asOf})`,
    `Idle for a month               $${idle.dollars.toFixed(2)}: ${idle.alarms} alarms, a key, ${number(idle.polls, 0)} questions to empty queues`,
    `10,000 prospects for a month   ${number(MONTH, 0)} emails: ${prices.sesPerThousand.map((price) => `$${((MONTH / 1000) * (cost.dollars / thousands + price)).toFixed(2)} at $${price.toFixed(2)}`).join(", ")}, and idle`,
  ];
}
