import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { startCadence } from "../../../shared/cadence/start.ts";
import { saveCompany } from "../../../shared/company.ts";
import { Company } from "../../../shared/config.ts";
import { AppError } from "../../../shared/error.ts";
import { openData, worldOf } from "../open-world.ts";
import { readSettings } from "../settings.ts";
import { answer, dataFolder, withCommonOptions } from "./shared-options.ts";
import type { CommonOptions } from "./shared-options.ts";

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
  const read = Company.safeParse(json);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path: field, message }) => `${field.join(".") || "company"}: ${message}`);
  throw new AppError("invalid", `${path}: ${wrong.join("; ")}`);
}

export function addCompany(program: Command): void {
  withCommonOptions(program.command("company <file.json>"))
    .description("say who sends: name, whatWeDo, website, senderAddress, postalAddress, timeZone; begins the cadence")
    .action(async (path: string, options: CommonOptions) => {
      const company = await readCompany(path);
      const store = openData(dataFolder(options), false);
      try {
        const { app } = await worldOf({ store, publicUrl: readSettings(process.env).publicUrl });
        await saveCompany(app, company);
        await startCadence(app);
      } finally {
        store.close();
      }
      answer(options, company, () => `${company.name} sends from ${company.senderAddress}`);
    });
}
