import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { expect, test, vi } from "vitest";
import { getCompany } from "../../../shared/company.ts";
import type { Company } from "../../../shared/config.ts";
import { addCompany } from "../../../stacks/commands/company.ts";
import { testWorld } from "../../fixtures/world.ts";
import { temporaryPlace } from "../local/folders.ts";

const { path } = temporaryPlace();

const southgate = {
  name: "Southgate",
  senderAddress: "hello@southgate.example",
  postalAddress: "1 Quay, Lisbon",
  timeZone: "Europe/Lisbon",
};

/** What is kept of a company.json with these lines more. */
async function kept(lines: object): Promise<Company | undefined> {
  const file = join(path, "company.json");
  writeFileSync(file, JSON.stringify({ ...southgate, ...lines }));
  const { app } = await testWorld();
  const program = new Command();
  addCompany(program, { options: (command) => command, within: (_options, _standing, act) => act(app) });
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await program.parseAsync(["company", file], { from: "user" }).finally(() => said.mockRestore());
  return getCompany(app.table);
}

test("a company that says nothing of measuring erases on withdrawal and asks first in six countries", async () => {
  expect(await kept({})).toMatchObject({
    untrackedCountries: ["FR", "DE", "AT", "IT", "ES", "NL"],
    eraseOnWithdrawal: true,
    falseTasksPerFortnight: 1,
  });
});

test("what it says of measuring is kept, countries in capitals", async () => {
  const own = {
    eraseOnWithdrawal: false,
    falseTasksPerFortnight: 0.5,
    pricingPage: "https://southgate.example/prices",
  };
  expect(await kept({ ...own, untrackedCountries: ["de", "PL"] })).toMatchObject({
    ...own,
    untrackedCountries: ["DE", "PL"],
  });
});

test.each([
  [{ untrackedCountries: ["DE", "UK"] }, 'untrackedCountries: there is no country "UK"; did you mean GB?'],
  [{ untrackedCountries: ["XX"] }, 'untrackedCountries: there is no country "XX"'],
  [{ untrackedCountries: "DE" }, "untrackedCountries: "],
  [{ eraseOnWithdrawal: "no" }, "eraseOnWithdrawal: "],
  [{ pricingPage: "pricing" }, "pricingPage: "],
  [{ pricingPage: "javascript:alert(1)" }, "pricingPage: "],
  [{ falseTasksPerFortnight: 0 }, "falseTasksPerFortnight: "],
  [{ falseTasksPerFortnight: 21 }, "falseTasksPerFortnight: "],
])("%o is refused, and the file and the field are named", async (wrong, words) => {
  await expect(kept(wrong)).rejects.toThrow(`company.json: ${words}`);
});
