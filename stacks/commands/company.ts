import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { startCadence } from "../../shared/cadence/start.ts";
import { saveCompany } from "../../shared/company.ts";
import { Company } from "../../shared/config.ts";
import { AppError } from "../../shared/error.ts";
import { wrongCountryCodes } from "../../shared/prospect/country.ts";
import { answer } from "./answer.ts";
import type { CommonOptions } from "./answer.ts";
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
  // A name with a slip of the pen would otherwise count as left out.
  const read = Company.strict().safeParse(json);
  if (read.success) {
    const untrackedCountries = read.data.untrackedCountries.map((code) => code.toUpperCase());
    const strangers = wrongCountryCodes(untrackedCountries);
    if (strangers.length === 0) return { ...read.data, untrackedCountries };
    throw new AppError("invalid", `${path}: untrackedCountries: ${strangers.join("; ")}`);
  }
  const wrong = read.error.issues.map(({ path: field, message }) => `${field.join(".") || "company"}: ${message}`);
  throw new AppError("invalid", `${path}: ${wrong.join("; ")}`);
}

const warmUpWords = ({ warmUp }: Company): string =>
  warmUp
    ? `with at most ${warmUp.emailsPerDay.join(", ")} emails a day from ${warmUp.startsOn} on`
    : "without a warm-up";

export function addCompany(program: Command, place: Place): void {
  place
    .options(program.command("company <file.json>"))
    .description(
      "say who sends: name, whatWeDo, website, senderAddress, postalAddress, timeZone, pricingPage, falseTasksPerFortnight, untrackedCountries, eraseOnWithdrawal, warmUp; begins the cadence",
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
