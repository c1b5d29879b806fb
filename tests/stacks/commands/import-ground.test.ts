import { Command } from "commander";
import { expect, test, vi } from "vitest";
import { findByAddress, getProspect } from "../../../shared/prospect/store.ts";
import { addImport } from "../../../stacks/commands/import.ts";
import { testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const FILE = "stacks/local/sample/prospects.csv";
const FIRST = "hinemoa.tawhiri@karekareplastics.example";

/** What the command line answers when these words follow the file. */
async function imported(world: TestWorld, ...words: readonly string[]): Promise<string> {
  const program = new Command();
  addImport(program, { options: (command) => command, within: (_options, _standing, act) => act(world.app) });
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await program.parseAsync(["import", "prospects", FILE, ...words], { from: "user" });
    return said.mock.calls.join("");
  } finally {
    said.mockRestore();
  }
}

test("without a ground the report counts for how many none is noted", async () => {
  const world = await testWorld();
  expect(await imported(world, "--dry-run")).toMatch(/no ground noted for \d+ prospects/);
});

test("a ground that is declared is kept with everybody of the file", async () => {
  const world = await testWorld();
  expect(await imported(world, "--consent", "opt-in: the form on our website")).not.toContain("no ground");
  const first = await getProspect(world.app.table, (await findByAddress(world.app.table, FIRST)) ?? "");
  expect(first?.mailConsent).toEqual({ basis: "opt-in", source: "the form on our website", at: world.app.now() });
});

test("a ground that is none is refused before anything is read", async () => {
  const world = await testWorld();
  await expect(imported(world, "--consent", "because we can")).rejects.toThrow("the grounds are double opt-in");
  expect(await findByAddress(world.app.table, FIRST)).toBeUndefined();
});
