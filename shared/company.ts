import type { App } from "./app.ts";
import { brandFlaws } from "./brand-flaws.ts";
import { Company } from "./config.ts";
import { AppError } from "./error.ts";
import { companyKey } from "./keys.ts";
import type { Table } from "./ports.ts";
import { knownZone } from "./time.ts";

/** Older rows may have a website that is no web address; they are read as if they had none. */
const KeptCompany = Company.extend({ website: Company.shape.website.catch(undefined) });

/** What was saved of the company, if anything was. */
export async function getCompany(table: Table): Promise<Company | undefined> {
  const item = await table.get(companyKey());
  return item && KeptCompany.parse(item.data);
}

/** Keeps what the company says of itself. AppError("invalid") when its time zone is none we know, or a colour of its brand could not be read. */
export async function saveCompany(app: App, company: Company): Promise<void> {
  const timeZone = knownZone(company.timeZone);
  if (!timeZone) throw new AppError("invalid", `timeZone: there is no time zone "${company.timeZone}"`);
  const [flaw] = brandFlaws(company.brand ?? {});
  if (flaw) throw new AppError("invalid", `brand.${flaw.field}: ${flaw.says}`);
  await app.table.write({
    kind: "put",
    item: { ...companyKey(), data: Company.parse({ ...company, timeZone }) },
  });
}
