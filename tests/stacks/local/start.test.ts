import { readdirSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { openStore } from "../../../shared/local/store.ts";
import { getReps, putRep } from "../../../shared/rep/store.ts";
import { isFresh } from "../../../stacks/local/fresh.ts";
import { databasePath } from "../../../stacks/local/open-world.ts";
import { everyProspect } from "../../../shared/prospect/every-prospect.ts";
import { ana } from "../../fixtures/world.ts";
import { temporaryPlace, worldAt } from "./folders.ts";

const { folder } = temporaryPlace();
const running = new Set<ChildProcess>();
afterAll(() => running.forEach((child) => child.kill("SIGKILL")));

/** Starts Midweek as npm does; port 0 lets the machine choose a free one. */
function begin(data: string, port = 0, ...flags: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "stacks/local/start.ts", ...flags], {
    env: { PATH: process.env["PATH"], PORT: String(port), MIDWEEK_DATA: data },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const ended = once(child, "exit").then(([code]): unknown => {
    running.delete(child);
    return code;
  });
  return { child, ended };
}

/** Everything it says until it says what to try, and the address in it. */
async function untilReady({ child }: ReturnType<typeof begin>): Promise<{ welcome: string; address: string }> {
  let welcome = "";
  for await (const line of createInterface({ input: child.stdout })) {
    welcome += `${line}\n`;
    if (/^ +3\. |Nothing is sent yet/.test(line)) break;
  }
  return { welcome, address: /http:\/\/localhost:\d+/.exec(welcome)?.[0] ?? "" };
}

async function kept(data: string) {
  const store = openStore(databasePath(data));
  const { app } = await worldAt(store);
  let prospects = 0;
  for await (const { ids } of everyProspect(app.table)) prospects += ids.length;
  const reps = (await getReps(app.table)).map((rep) => rep.name);
  const fresh = await isFresh(app.table);
  store.close();
  return { prospects, reps: reps.toSorted(), fresh };
}

async function addAna(data: string): Promise<void> {
  const store = openStore(databasePath(data));
  await (await worldAt(store)).app.table.write(putRep(ana));
  store.close();
}

test("the first start fills the sample company and answers; the second keeps what is there; --empty starts clean and keeps what was there under another name", async () => {
  const data = folder("company");
  const first = begin(data);
  const errors = text(first.child.stderr);
  const { welcome, address } = await untilReady(first);
  expect(welcome).toContain(`Data: ${data} (filled with a sample company, Tidewick)`);
  expect(welcome).toContain("No email leaves this machine");
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("Aroha Whitcombe");

  const beside = begin(data);
  const refusal = text(beside.child.stderr);
  expect(await beside.ended).toBe(1);
  expect(await refusal).toMatch(/^midweek: Midweek is running on .*company already; .*\n$/);
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  expect(await errors).toBe("");
  expect(await kept(data)).toMatchObject({ prospects: 60, fresh: false });

  await addAna(data);
  const second = begin(data);
  const secondStart = await untilReady(second);
  expect(secondStart.welcome).not.toContain("filled");
  expect(secondStart.welcome).toContain("Try this:");
  expect((await fetch(secondStart.address)).status).toBe(200);
  second.child.kill("SIGINT");
  expect(await second.ended).toBe(0);
  const after = await kept(data);
  expect(after).toMatchObject({ prospects: 60 });
  expect(after.reps).toHaveLength(4);
  expect(after.reps).toContain("Ana Sousa");

  const empty = begin(data, 0, "--empty");
  const emptied = await untilReady(empty);
  expect(emptied.welcome).not.toContain("filled");
  expect(emptied.welcome).toContain(`First steps, one after the other: ${emptied.address}/start`);
  expect((await fetch(emptied.address)).status).toBe(200);
  empty.child.kill("SIGTERM");
  expect(await empty.ended).toBe(0);
  expect(await kept(data)).toEqual({ prospects: 0, reps: [], fresh: false });
  const aside = readdirSync(data).filter((name) => /^midweek-.+\.sqlite$/.test(name));
  expect(aside).toHaveLength(1);
  expect(emptied.welcome).toContain(aside[0]);
  const before = openStore(join(data, aside[0]!));
  expect((await getReps((await worldAt(before)).app.table)).length).toBe(4);
  before.close();
}, 40_000);

test("a port that is taken is said in one line, and the process ends with exit code 1", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const taken = begin(folder("taken"), port);
  const [line] = await once(createInterface({ input: taken.child.stderr }), "line");
  expect(line).toMatch(new RegExp(`^midweek: port ${port} is taken; .*PORT=\\d+`));
  expect(await taken.ended).toBe(1);
  server.close();
});

test("a flag there is not ends with exit code 1 and how it is used", async () => {
  const flag = begin(folder("flag"), 0, "--emty");
  const errors = text(flag.child.stderr);
  expect(await flag.ended).toBe(1);
  expect(await errors).toMatch(/^midweek: Unknown option '--emty'/);
  expect(await errors).toContain("npm start [-- --empty]");
  expect(await errors).not.toMatch(/^\s+at .*:\d+:\d+/m);
});

test("a host that is not this machine's is said, and not taken for a port that is", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "stacks/local/start.ts"], {
    env: { PATH: process.env["PATH"], PORT: "0", HOST: "192.0.2.1", MIDWEEK_DATA: folder("elsewhere") },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said = text(child.stderr);
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(await said).toMatch(/^midweek: cannot listen on HOST 192\.0\.2\.1, PORT 0: .*\n$/);
}, 20_000);
