import * as fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../../../shared/error.ts";
import { addressHash } from "../../../shared/id.ts";
import { readCsv } from "../../../shared/prospect/csv.ts";
import { importProspects } from "../../../shared/prospect/import.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { listRoster, getProspects } from "../../../shared/prospect/store.ts";
import { getReps } from "../../../shared/rep/store.ts";
import { csvRows } from "../../../shared/csv-out.ts";
import { getSuppressions } from "../../../shared/suppression/store.ts";
import { bytes, staffedCompany } from "./company.ts";

const anything = fc.oneof(fc.constant(""), fc.string({ maxLength: 12 }), fc.constantFrom("=1+1", "'", "\u0000", "N/A"));
const row = fc.tuple(
  fc.oneof(fc.constantFrom("a@x.example", "B@x.example", "c@x.example; d@x.example", "", "nobody"), fc.emailAddress()),
  fc.constantFrom("", "1", "2", "3"),
  anything,
  anything,
  fc.constantFrom("", "Jane Doe", "Zoe"),
  fc.constantFrom("", "Europe/Paris", "EST", "us/pacific", "Mars"),
  fc.constantFrom("", "France", "USA", "Atlantis"),
  fc.constantFrom("", "no", "yes", "2025-01-01"),
  fc.constantFrom("", "1"),
);
const header = [
  "email",
  "record id",
  "first name",
  "company",
  "owner",
  "time zone",
  "country",
  "unsubscribed",
  "do not call",
];
const list = (rows: readonly (readonly string[])[]) => ({
  bytes: bytes(csvRows([header, ...rows])),
  source: "list.csv",
});

type Company = Awaited<ReturnType<typeof staffedCompany>>["app"];

async function everybody(app: Company): Promise<Prospect[]> {
  const rosters = await Promise.all(
    (await getReps(app.table)).map(({ id }) => listRoster(app.table, id, { limit: 1000 })),
  );
  const ids = rosters.flatMap(({ lines }) => lines.map(({ id }) => id));
  return [...(await getProspects(app.table, ids)).values()];
}

test("whatever the rows, each ends once; the same again changes nothing; nobody is there twice; who is out is never mailed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 4 }), fc.array(row, { maxLength: 12 }), async (earlier, rows) => {
      const { app } = await staffedCompany();
      await importProspects(app, list(earlier), { dryRun: false });
      const rehearsal = await importProspects(app, list(rows), { dryRun: true });
      const report = await importProspects(app, list(rows), { dryRun: false });
      expect(rehearsal).toEqual({ ...report, dryRun: true });
      const { rows: read } = readCsv(list(rows).bytes, "list.csv");
      expect(report.rows.map((one) => one.row)).toEqual(read.map((one) => one.row));
      for (const one of report.rows) expect(one.outcome === "refused").toBe(one.reason !== undefined);

      // An address that a later row of the file gives up is free the next time.
      fc.pre(!report.rows.some(({ reason }) => reason?.includes("another prospect's address")));
      const before = await everybody(app);
      const again = await importProspects(app, list(rows), { dryRun: false });
      expect(again.rows.filter(({ outcome }) => outcome !== "unchanged" && outcome !== "refused")).toEqual([]);
      expect(await everybody(app)).toEqual(before);
      expect(new Set(before.map(({ email }) => email)).size).toBe(before.length);

      const active = before
        .filter(({ standing }) => standing.state === "active")
        .map(({ email }) => addressHash(email));
      expect((await getSuppressions(app.table, active)).size).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test("any bytes are an import or an error for people", async () => {
  const { app } = await staffedCompany();
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc.string({ maxLength: 80 }).map((text) => bytes(`email,phone,time zone,city\n${text}`)),
  );
  await fc.assert(
    fc.asyncProperty(noise, async (content) => {
      const report = importProspects(app, { bytes: content, source: "noise" }, { dryRun: true });
      const refused = await report.then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(refused === undefined || refused instanceof AppError).toBe(true);
    }),
  );
});
