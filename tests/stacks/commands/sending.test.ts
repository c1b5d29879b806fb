import { Command } from "commander";
import { expect, test, vi } from "vitest";
import { getSending } from "../../../shared/sending/store.ts";
import { addSending } from "../../../stacks/commands/sending.ts";
import { testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

async function sending({ app }: TestWorld, ...words: readonly string[]): Promise<string> {
  const program = new Command();
  addSending(program, {
    options: (command) => command.option("--json"),
    within: (_options, _standing, act) => act(app),
  });
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await program.parseAsync(["sending", ...words], { from: "user" });
    return said.mock.calls.join("");
  } finally {
    said.mockRestore();
  }
}

test("sending is paused and resumed, and tells how it stands", async () => {
  const world = await testWorld();
  expect(await sending(world)).toContain("Sending is not paused");
  expect(await sending(world, "pause", "--why", "wait")).toContain("Nothing is sent");
  expect(await sending(world, "--json")).toContain('"paused": true');
  expect(await sending(world, "resume")).toContain("Sending goes on");
});

test("a command there is not is said, with those there are, and changes nothing", async () => {
  const world = await testWorld();
  await expect(sending(world, "puase", "--json")).rejects.toThrow(
    'there is no command "sending puase"; there are sending, sending pause and sending resume',
  );
  expect((await getSending(world.app.table)).pause).toBeUndefined();
});
