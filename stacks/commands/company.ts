import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { startCadence } from "../../shared/cadence/start.ts";
import { saveCompany } from "../../shared/company.ts";
import { Company } from "../../shared/config.ts";
import { AppError } from "../../shared/error.ts";
import { answer } from "./answer.ts";
import type { CommonOptions } from "./answer.ts";
import { companyFlaws } from "./company-flaws.ts";
import type { Place } from "./place.ts";

async function readCompany(path: string): Promise<Company> {
  const text = await readFile(resolve(path), "utf8").catch(() => {
    throw new AppError("not-found", `${path} cannot be read`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError("invalid", `${path} is not JSON`);
  }
  const flaws = companyFlaws(json);
  if (flaws.length > 0) throw new AppError("invalid", `${path}: ${flaws.join("; ")}`);
  const company = Company.parse(json);
  return { ...company, untrackedCountries: company.untrackedCountries.map((code) => code.toUpperCase()) };
}

const warmUpWords = ({ warmUp }: Company): string =>
  warmUp
    ? `with at most ${warmUp.emailsPerDay.join(", ")} emails a day from ${warmUp.startsOn} on`
    : "without a warm-up";

export function addCompany(program: Command, place: Place): void {
  place
    .options(program.command("company <file.json>"))
    .description(
      "say who sends: name, whatWeDo, website, senderAddress, postalAddress, timeZone, pricingPage, falseTasksPerFortnight, callsPerDay, untrackedCountries, eraseOnWithdrawal, warmUp, utm, brand; begins the cadence",
    )
    .action(async (path: string, options: CommonOptions) => {
      const company = await readCompany(path);
      place.accept?.(company);
      await place.within(options, "new", async (app) => {
        await saveCompany(app, company);
        await startCadence(app);
      });
      answer(options, company, () => `${company.name} sends from ${company.senderAddress}, ${warmUpWords(company)}`);
    });
}
