import type { App } from "../../../shared/app.ts";
import { saveCompany } from "../../../shared/company.ts";
import { openStore } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";
import { importReps } from "../../../shared/rep/import.ts";

export const WEDNESDAY = Date.parse("2026-11-25T09:00:00Z");

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const unused = { send: async (): Promise<void> => {} };

/** A company in Lisbon with a table in memory; imports need no other port. */
export function newCompany(): { app: App; clock: { now: number } } {
  const clock = { now: WEDNESDAY };
  const now = (): number => clock.now;
  const app: App = {
    touches: unused,
    signals: unused,
    notices: unused,
    reckonings: unused,
    outlet: { get: async () => ({ failed: "nobody there" }), post: async () => ({ failed: "nobody there" }) },
    mailer: { forget: async () => undefined, sendBulk: async () => [] },
    scheduler: { put: unused.send, remove: unused.send, list: async () => [] },
    table: localTable(openStore(":memory:"), now),
    now,
    alarm: () => undefined,
    config: {
      company: {
        name: "Fernway",
        whatWeDo: "",
        senderAddress: "hello@fernway.example",
        postalAddress: "Rua das Flores 1, Lisboa",
        timeZone: "Europe/Lisbon",
        untrackedCountries: [],
        eraseOnWithdrawal: true,
        falseTasksPerFortnight: 1,
        callsPerDay: 20,
      },
      publicUrl: "http://localhost",
      linkKeys: [],
    },
  };
  return { app, clock };
}

/** The same, its settings saved, with two reps: Inês Moreau and Jane Doe. */
export async function staffedCompany(): Promise<{ app: App; clock: { now: number } }> {
  const company = newCompany();
  await saveCompany(company.app, company.app.config.company);
  const reps =
    "name,email,time zone\nInês Moreau,ines@fernway.example,Europe/Lisbon\nJane Doe,jane@fernway.example,Europe/London\n";
  await importReps(company.app, { bytes: bytes(reps), source: "reps.csv" }, { dryRun: false });
  return company;
}
