import { putCadence } from "../../shared/cadence/store.ts";
import { defaultCadence } from "../../shared/cadence/cadence.ts";
import { syncSchedules } from "../../shared/cadence/schedules.ts";
import { saveCompany } from "../../shared/company.ts";
import { libraryChanged, putArticles } from "../../shared/content/store.ts";
import { linkUrl } from "../../shared/link.ts";
import { putProspect } from "../../shared/prospect/store.ts";
import { putRep } from "../../shared/rep/store.ts";
import { type FunctionName, functions } from "../../stacks/topology.ts";
import { awsWorld } from "../fixtures/aws-world.ts";
import { ana, article, caseStudy, prospect, testConfig } from "../fixtures/world.ts";
import { startMeter } from "./meter.ts";
import { prices } from "../../shared/rehearsal/prices.ts";

const EMAILS = 1000;
/** Of a thousand emails; more than most get. */
const OPENS = 300;
const CLICKS = 50;
/** Tuesday; the afternoon after it is a slot. */
const START = Date.parse("2026-11-24T12:00Z");
const SLOT = "2026-11-25";
const AFTER = Date.parse("2026-11-25T15:01Z");
const BROWSER = {
  "User-Agent":
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
};

export type Cost = {
  readonly emails: number;
  readonly opens: number;
  readonly clicks: number;
  readonly calls: ReadonlyMap<string, number>;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Write units up to the mark, without what comes back from SES and from prospects. */
  readonly writeUnitsToSend: number;
  readonly lambda: ReadonlyMap<FunctionName, { readonly calls: number; readonly ms: number }>;
  /** Everything but SES itself. */
  readonly dollars: number;
};

/** Sends a thousand emails through the functions as they are deployed, takes in what comes back, and counts. */
export async function measureAws(): Promise<Cost> {
  const meter = startMeter();
  const lambda = new Map<FunctionName, { calls: number; ms: number }>();
  let counting = false;
  const world = await awsWorld(START, {
    front: meter.front,
    ran: (name, ms) => {
      if (!counting) return;
      const { calls = 0, ms: before = 0 } = lambda.get(name) ?? {};
      lambda.set(name, { calls: calls + 1, ms: before + ms });
    },
  });
  try {
    await fill(world.app);
    counting = true;
    meter.reset();
    await world.pass(AFTER);
    const writeUnitsToSend = meter.units.write;
    await react(world);
    if (world.failures.length > 0) throw new Error(`${world.failures.length} messages failed`);
    const calls = new Map(meter.calls);
    const { read: readUnits, write: writeUnits } = meter.units;
    const counted = {
      emails: EMAILS,
      opens: OPENS,
      clicks: CLICKS,
      calls,
      readUnits,
      writeUnits,
      writeUnitsToSend,
      lambda,
    };
    return { ...counted, dollars: dollarsOf(counted) };
  } finally {
    await world.stop();
    meter.stop();
  }
}

type World = Awaited<ReturnType<typeof awsWorld>>;

async function fill(app: World["app"]): Promise<void> {
  await saveCompany(app, testConfig.company);
  const library = [...Array(10).keys()].flatMap((n) => [article(`post-${n}`), caseStudy(`case-${n}`)]);
  await app.table.write(putRep(ana), putCadence(defaultCadence), ...putArticles(library), libraryChanged(START));
  for (let n = 0; n < EMAILS; n += 1) {
    const one = prospect(`p${String(n).padStart(11, "0")}`, { firstName: `Rui ${n}` });
    await app.table.write(...putProspect(one, undefined));
  }
  await syncSchedules(app);
}

async function react({ request, pass }: World): Promise<void> {
  const links = [
    ...[...Array(OPENS).keys()].map((n) => ({ kind: "open" as const, n })),
    ...[...Array(CLICKS).keys()].map((n) => ({ kind: "click" as const, link: "read" as const, n })),
  ];
  for (const { n, ...link } of links) {
    const prospectId = `p${String(n).padStart(11, "0")}`;
    const { pathname } = new URL(linkUrl(testConfig, { ...link, prospectId, slot: SLOT }));
    await request(pathname, BROWSER);
  }
  await pass(AFTER + 60_000);
}

const sumOf = (calls: Cost["calls"], service: string): number =>
  [...calls].reduce((sum, [name, count]) => (name.startsWith(service) ? sum + count : sum), 0);

function dollarsOf({ calls, readUnits, writeUnits, lambda }: Omit<Cost, "dollars" | "writeUnitsToSend">): number {
  const ran = [...lambda];
  const invocations = ran.reduce((sum, [, one]) => sum + one.calls, 0);
  const gigabyteSeconds = ran.reduce((sum, [name, { ms }]) => sum + (ms / 1000) * (functions[name].memoryMb / 1024), 0);
  const hits = (lambda.get("track")?.calls ?? 0) + (lambda.get("preferences")?.calls ?? 0);
  // Lambda's poller receives and deletes; SES's events are put on the queue: as many again as we send.
  const messages = sumOf(calls, "SQS") * 3;
  const perMillion =
    readUnits * prices.dynamoReadPerMillion +
    writeUnits * prices.dynamoWritePerMillion +
    invocations * prices.lambdaPerMillion +
    messages * prices.sqsPerMillion +
    sumOf(calls, "Scheduler") * prices.schedulerPerMillion +
    hits * prices.httpPerMillion;
  return perMillion / 1_000_000 + gigabyteSeconds * prices.lambdaPerGigabyteSecond;
}
