import * as fc from "fast-check";
import { expect, test } from "vitest";
import { importProspects } from "../../../shared/prospect/import.ts";
import { isSensitive, readInterests, withInterests } from "../../../shared/prospect/interests.ts";
import { noteInterests } from "../../../shared/prospect/note-interests.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { findByAddress, getProspect } from "../../../shared/prospect/store.ts";
import { bytes, staffedCompany } from "./company.ts";

test("an import reads interests, adds what is new and never takes away what a rep noted", async () => {
  const { app } = await staffedCompany();
  const read = async (interests: string) => {
    const text = `email,country,interests\nrui@x.example,PT,"${interests}"\n`;
    await importProspects(app, { bytes: bytes(text), source: "people.csv" }, { dryRun: false });
    const id = await findByAddress(app.table, "rui@x.example");
    return id === undefined ? undefined : getProspect(app.table, id);
  };
  expect((await read("Sailing; jazz / opera"))?.interests).toEqual(["Sailing", "jazz", "opera"]);
  const rui = await read("");
  await noteInterests(app, { prospectId: rui?.id ?? "", interests: "sailing, chess", by: "Jane Doe" });
  expect((await read("Sailing, jazz"))?.interests).toEqual(["sailing", "chess", "jazz"]);
  expect((await notesOf(app.table, rui?.id ?? "")).map(({ text }) => text)).toEqual(["Interests noted by Jane Doe"]);
});

test.each(["church choir", "local politics", "mental health"])("%s is to be handled with care", (interest) => {
  expect(isSensitive(interest)).toBe(true);
});

test.each(["sailing", "jazz", "football"])("%s is not", (interest) => {
  expect(isSensitive(interest)).toBe(false);
});

test("whatever is typed becomes a short list without repeats, and reading it again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: "binary" }), (text) => {
      const once = readInterests(text);
      expect(once.length).toBeLessThanOrEqual(20);
      expect(new Set(once.map((one) => one.toLowerCase())).size).toBe(once.length);
      expect(withInterests(once, once)).toEqual(once);
    }),
  );
});
