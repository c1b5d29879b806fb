import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { queues } from "../../../stacks/topology.ts";
import { dynoxideClient, makeTable } from "../../emulators/dynoxide.ts";
import { environmentOf, startEmulators } from "../../fixtures/aws-emulators.ts";
import type { Emulators } from "../../fixtures/aws-emulators.ts";
import { testConfig } from "../../fixtures/world.ts";

let emulators: Emulators;
let environment: { readonly [name: string]: string };
const folder = mkdtempSync(join(tmpdir(), "midweek-stage-"));

beforeAll(async () => {
  emulators = await startEmulators();
  const tableName = await makeTable(dynoxideClient(emulators.dynamo.endpoint));
  const urls = new Map(Object.entries(queues).map(([name, plan]) => [name, emulators.sqs.make(plan).url]));
  const front = async (_: string, endpoint: string): Promise<string> => endpoint;
  const { SST_RESOURCE_App, SST_RESOURCE_LinkKeys, ...Midweek } = await environmentOf(emulators, {
    tableName,
    urls,
    front,
  });
  environment = {
    SST_RESOURCE_App,
    SST_RESOURCE_LinkKeys,
    SST_RESOURCE_Midweek: JSON.stringify({ ...Midweek, MIDWEEK_SENDER: "northgate.example" }),
  };
});
afterAll(async () => {
  await emulators.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** As a person runs it in the stage's sst shell; without `env`, outside of one. */
function midweek(words: readonly string[], env = environment): Promise<{ code: number; out: string; err: string }> {
  const { PATH } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "stacks/aws/midweek.ts", ...words],
      { env: { PATH, ...env } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test("a company and its prospects are brought to the stage, and their zone gets its schedules", async () => {
  const company = file("company.json", JSON.stringify(testConfig.company));
  expect(await midweek(["company", company])).toMatchObject({ code: 0, out: expect.stringContaining("Northgate") });
  const reps = file("reps.csv", "name,email,time zone\nAna Sousa,ana@northgate.example,Europe/Lisbon\n");
  expect(await midweek(["import", "reps", reps])).toMatchObject({ code: 0, err: "" });
  const people = "email,first name,company,time zone\nkiri@marae-foods.example,Kiri,Marae Foods,Pacific/Auckland\n";
  const imported = await midweek(["import", "prospects", file("people.csv", people), "--json"]);
  expect(imported).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(imported.out)).toMatchObject({ counts: { imported: 1 } });
  expect(emulators.scheduler.kept("default.wed-1500.Pacific.Auckland")).toMatchObject({
    ScheduleExpressionTimezone: "Pacific/Auckland",
  });
});

test("a company whose emails SES would refuse here, or with a field that is none, is refused", async () => {
  const elsewhere = file("elsewhere.json", JSON.stringify({ ...testConfig.company, senderAddress: "a@other.example" }));
  expect(await midweek(["company", elsewhere])).toMatchObject({
    code: 1,
    err: "midweek: senderAddress: a@other.example is not of MIDWEEK_SENDER, northgate.example: it may not send here\n",
  });
  const slip = file("slip.json", JSON.stringify({ ...testConfig.company, warmup: {} }));
  expect(await midweek(["company", slip])).toMatchObject({ code: 1, err: expect.stringContaining("warmup") });
});

test("somebody can stop and resume all sending of the stage", async () => {
  expect(await midweek(["sending", "pause", "--why", "we are moving house"])).toMatchObject({ code: 0, err: "" });
  expect((await midweek(["sending"])).out).toContain("we are moving house");
  expect(await midweek(["sending", "resume"])).toMatchObject({ code: 0, out: "Sending goes on.\n" });
});

test("keys are printed for the secret: the new one first, the old one after it", async () => {
  const { out } = await midweek(["keys", "rotate"]);
  expect(out).toMatch(/^[\w-]+:[\w-]{36},k1:a-secret-that-signs-the-links-of-tests\n$/);
});

test("outside of a stage's shell it says how to get into one", async () => {
  expect(await midweek(["sending"], {})).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/^midweek: this acts on a stage on AWS.*npx sst shell --stage <stage>.*\n$/),
  });
});
