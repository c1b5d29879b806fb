import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { addLint } from "../../../stacks/commands/lint.ts";
import { article, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const summary = "What we learned about rounds on three hundred days with and without snow.";
const url = "http://northgate.example/blog/plain";

let world: TestWorld;
beforeEach(async () => {
  world = await testWorld({
    articles: [
      article("rounds", { summary }),
      article("plain", { summary, url }),
      article("over", { title: "Touching base", expiresOn: "2026-01-02" }),
    ],
  });
});
afterEach(() => {
  process.exitCode = undefined;
});

async function lint(...words: readonly string[]): Promise<string> {
  const program = new Command();
  const options = (command: Command): Command => command.option("--json");
  addLint(program, { options, within: (_options, _standing, act) => act(world.app) });
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await program.parseAsync(["lint", ...words], { from: "user" });
    return said.mock.calls.join("");
  } finally {
    said.mockRestore();
  }
}

describe("midweek lint", () => {
  test("names each article with what is wrong, leaves out what is over, and fails where there are errors", async () => {
    const lines = (await lint()).trim().split("\n");
    expect(lines.filter((line) => line.includes(" error "))).toEqual([
      expect.stringMatching(/^plain\.md, the address error https-link: It does not begin with https\. /),
    ]);
    expect(lines.join("\n")).not.toContain("over.md");
    expect(lines.at(-1)).toMatch(/^\d+ templates and 2 articles: 1 error, 2 to look at$/);
    expect(process.exitCode).toBe(1);
  });

  test("says of how many, with one and with none", async () => {
    world = await testWorld({ articles: [article("rounds", { summary })] });
    expect(await lint()).toMatch(/\n\d+ templates and 1 article: no error, 1 to look at\n$/);
    world = await testWorld({});
    expect(await lint()).toMatch(/^\d+ templates and no article: nothing to mend\n$/);
  });

  test("answers programs in JSON", async () => {
    const Json = z.array(z.object({ of: z.string(), findings: z.array(z.object({ rule: z.string() })) }));
    const looked = Json.parse(JSON.parse(await lint("--json")));
    expect(looked.find(({ of }) => of === "rounds.md")?.findings).toEqual([{ rule: "unchecked-link" }]);
  });
});
