import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { countOutbox } from "../../../shared/local/outbox.ts";
import { localQueue } from "../../../shared/local/queue.ts";
import { openStore, type Store } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";

const folder = mkdtempSync(join(tmpdir(), "midweek-kill-"));
afterAll(() => rmSync(folder, { recursive: true }));
const fixture = fileURLToPath(new URL("kill.fixture.ts", import.meta.url));

/** Lets the process write until it has acknowledged so many rounds, kills it, and returns the last round it acknowledged. */
async function writeAndKill(path: string, rounds: number): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", fixture, path], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  let last = -1;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last === rounds) child.kill("SIGKILL");
  }
  expect(await exited).toEqual([null, "SIGKILL"]);
  return last;
}

async function whatIsThere(store: Store) {
  const table = localTable(store, () => 0);
  const queue = localQueue<number>(store, "touches", () => 0, { visibilitySeconds: 1, maxAttempts: 1 });
  const last = Number((await table.get({ pk: "ROUNDS", sk: "LAST" }))?.data["round"]);
  const parts: number[] = [];
  for (let round = 0; round <= last + 1; round += 1)
    parts.push((await table.query({ pk: `ROUND#${round}` })).items.length);
  return { last, parts, queued: queue.receive(1e6).map(({ body }) => body), emails: countOutbox(store) };
}

test.each([0, 37, 412, 2300])(
  "killed at any moment after %i rounds, nothing acknowledged is lost and no transaction is half done",
  async (rounds) => {
    const path = join(folder, `${rounds}.db`);
    const acknowledged = await writeAndKill(path, rounds);
    const store = openStore(path);
    const { last, parts, queued, emails } = await whatIsThere(store);
    expect(acknowledged).toBeGreaterThanOrEqual(rounds);
    expect(last).toBeGreaterThanOrEqual(acknowledged);
    expect(parts).toEqual([...Array.from({ length: last + 1 }, () => 3), 0]);
    expect(queued.slice(0, acknowledged + 1)).toEqual(Array.from({ length: acknowledged + 1 }, (_, round) => round));
    expect(emails).toBeGreaterThan(acknowledged);
    expect(store.sql<{ integrity_check: string }>("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    store.close();
  },
);
