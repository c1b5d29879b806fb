import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { getCompany } from "../../../shared/company.ts";
import { Company } from "../../../shared/config.ts";
import { addCompany } from "../../../stacks/commands/company.ts";
import { FIELDS } from "../../../stacks/commands/company-fields.ts";
import { companyFlaws } from "../../../stacks/commands/company-flaws.ts";
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
  [{ website: "javascript:alert(1)" }, "website: give a whole web address"],
  [{ falseTasksPerFortnight: 0 }, "falseTasksPerFortnight: "],
  [{ falseTasksPerFortnight: 21 }, "falseTasksPerFortnight: "],
  [{ name: "" }, "name: say what the company is called"],
  [{ senderAddress: undefined }, "senderAddress: missing, an email address"],
  [{ senderAddress: "southgate" }, 'senderAddress: give an email address, not "southgate"'],
  [{ nam: "Southgate" }, "nam: there is no such field; did you mean name?"],
  [{ time_zone: "UTC" }, "time_zone: there is no such field; did you mean timeZone?"],
  [{ colour: "red" }, "colour: there is no such field"],
  [
    { timeZone: "Europe/Lissabon" },
    'timeZone: there is no time zone "Europe/Lissabon"; give a name like Europe/Lisbon',
  ],
  [{ callsPerDay: 0.5 }, "callsPerDay: give a whole number from 1 to 200, not 0.5"],
  [{ brand: { acent: "#0b6a60" } }, "brand.acent: there is no such field; did you mean brand.accent?"],
  [{ brand: { accent: "#ffffff" } }, "brand.accent: "],
  [{ brand: { logo: {} } }, "brand.logo.src: missing, the picture's whole web address"],
  [{ warmUp: { startsOn: "2027-01-04", emailsPerDay: [9, 3] } }, "warmUp.emailsPerDay: give a list of whole numbers"],
  [{ utm: "on" }, "utm: give on, source, medium and campaign, "],
])("%o is refused, and the file and the field are named", async (wrong, words) => {
  await expect(kept(wrong)).rejects.toThrow(`company.json: ${words}`);
});

test("all that is wrong is told at once, each by its field", async () => {
  const lines = {
    name: undefined,
    nam: "Southgate",
    senderAddress: null,
    timeZone: "Lisbon",
    untrackedCountries: ["UK"],
  };
  await expect(kept(lines)).rejects.toThrow(
    /: nam: .*name\?; untrackedCountries: .*GB\?; timeZone: .*; name: missing, .*; senderAddress: give an email address$/,
  );
});

test("whatever a file says of a company, either it is read or the field is named, and never in the words of a library", () => {
  const field = fc.constantFrom(...Object.keys(FIELDS), "nam");
  const value = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(field, fc.jsonValue()),
    fc.constantFrom("UTC", "a@b.example", "https://a.example", "#0b6a60"),
  );
  fc.assert(
    fc.property(fc.dictionary(field, value), fc.jsonValue(), (lines, other) => {
      for (const json of [lines, { ...southgate, ...lines }, other]) {
        const flaws = companyFlaws(json);
        if (flaws.length === 0) expect(Company.safeParse(json).success).toBe(true);
        expect(flaws.join()).not.toMatch(/Invalid input|expected (?:string|number)|Unrecognized/);
      }
    }),
  );
});
