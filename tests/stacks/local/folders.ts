import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openStore } from "../../../shared/local/store.ts";
import type { Store } from "../../../shared/local/store.ts";
import { clockAhead, clockAt } from "../../../stacks/local/clock.ts";
import { fillSample } from "../../../stacks/local/fill-sample.ts";
import { databasePath, worldOf } from "../../../stacks/local/open-world.ts";
import type { OpenWorld } from "../../../stacks/local/open-world.ts";
import { MONDAY } from "../../fixtures/world.ts";

export type Said = { readonly code: number; readonly out: string; readonly err: string };

export const publicUrl = "http://localhost:4600";

/** A place for data folders that is gone after the tests of the file. */
export function temporaryPlace(): { readonly path: string; readonly folder: (name: string) => string } {
  const path = mkdtempSync(join(tmpdir(), "midweek-tests-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return { path, folder: (name) => join(path, name) };
}

/** The command line as a person types it. */
export function midweek(...words: readonly string[]): Promise<Said> {
  const program = ["--import", "tsx", "stacks/local/midweek.ts"];
  return new Promise((resolve) => {
    execFile(process.execPath, [...program, ...words], (error, out, err) => {
      const code = typeof error?.code === "number" ? error.code : error ? -1 : 0;
      resolve({ code, out, err });
    });
  });
}

const said = (answer: Said): string => answer.err.trim() || answer.out;

/** What a program reads of an answer in JSON. */
export function json(answer: Said): { readonly [name: string]: unknown } {
  if (answer.code !== 0) throw new Error(said(answer));
  return JSON.parse(answer.out);
}

/** A data folder with the sample company, whose own clock shows Monday morning whenever this runs. */
export async function sampleFolder(folder: string): Promise<string> {
  const store = openStore(databasePath(folder));
  const world = await worldOf({ store, publicUrl, clock: clockAhead(MONDAY - Date.now()) });
  await fillSample(world.app);
  await world.keepClock();
  store.close();
  return folder;
}

/** Opens a store as a world that stands at `at` until it is moved. */
export const worldAt = (store: Store, at = MONDAY): Promise<OpenWorld> =>
  worldOf({ store, publicUrl, clock: clockAt(at) });
