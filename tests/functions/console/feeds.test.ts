import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { completeCall } from "../../../shared/call/complete.ts";
import { putLoggedAttempt } from "../../../shared/call/log.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { plainCell } from "../../../shared/csv-out.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { HOUR } from "../../../shared/time.ts";
import { MONDAY, prospect } from "../../fixtures/world.ts";
import { many, spoke } from "../../shared/practice/log.ts";
import { people } from "../../shared/member/team.ts";
import { doorOf, signIn } from "./door.ts";
import type { Door } from "./door.ts";

const rui = prospect("rui00000000", { lastName: "Costa", company: "=Porto, Foods", crmId: "crm-7" });
const siv = prospect("siv00000000", { firstName: "Siv", repId: "bo" });

async function calledDoor(): Promise<Door> {
  const door = await doorOf();
  const { app } = door.world;
  for (const one of [rui, siv]) await app.table.write(...putProspect(one, undefined));
  for (const { id, repId } of [rui, siv]) {
    await openCallByHand(app, id, "Met at the fair");
    const notes = id === rui.id ? '=HYPERLINK("https://evil.example")\nsaid "maybe"' : "Short";
    const nextStep = { kind: "call" as const, date: "2026-12-02", time: "15:00", note: "maybe with Porto" };
    const promises = [{ text: "Send the list", due: "2026-11-26" }];
    const called = { prospectId: id, number: 1, version: 1, repId: repId ?? "", notes, nextStep, promises };
    await completeCall(app, { ...called, disposition: "connected" });
  }
  return door;
}

const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe("the file of calls", () => {
  test("has what a rep did, with names, notes and the CRM's id, and runs nothing in a spreadsheet", async () => {
    const ana = await signIn(await calledDoor(), people.rep);
    const file = await ana.go("/calls.csv?from=2026-11-23&to=2026-11-23");
    expect(file.status).toBe(200);
    expect(file.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("Content-Disposition")).toContain("calls-2026-11-23-2026-11-23.csv");
    const [row, ...others] = rowsOf(file.text);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      "called at": "2026-11-23T09:00:00.000Z",
      "prospect time": "2026-11-23 09:00",
      zone: "Europe/Lisbon",
      rep: "Ana Sousa",
      prospect: "Rui Costa",
      "CRM id": "crm-7",
      disposition: "connected",
      "next step": "call",
      "next step date": "2026-12-02",
      "next step time": "15:00",
      promises: "Send the list (2026-11-26)",
    });
    expect(row?.["company"]).toBe("'=Porto, Foods");
    expect(plainCell(row?.["notes"] ?? "")).toBe('=HYPERLINK("https://evil.example")\nsaid "maybe"');
    expect(row?.["notes"]).toMatch(/^'=/);
  });

  test("has of each the calls of whom they see, and is not for marketing or strangers", async () => {
    const door = await calledDoor();
    const names = async (email: string): Promise<(string | undefined)[]> => {
      const browser = await signIn(door, email);
      return rowsOf((await browser.go("/calls.csv")).text).map((row) => row["rep"]);
    };
    expect(await names(people.otherRep)).toEqual(["Bo Lind"]);
    expect(await names(people.manager)).toEqual(["Ana Sousa"]);
    expect(await names(people.managerOfAll)).toEqual(["Ana Sousa", "Bo Lind"]);
    expect(await names(people.admin)).toEqual(["Ana Sousa", "Bo Lind"]);
    expect((await (await signIn(door, people.marketing)).go("/calls.csv")).status).toBe(403);
    expect((await door.browser().go("/calls.csv")).status).toBe(303);
  });

  test("goes by the days of who asks, both included", async () => {
    const door = await calledDoor();
    const { table } = door.world.app;
    const at = Date.parse("2026-11-30T23:59:59.999Z");
    await table.write(
      putLoggedAttempt(spoke({ repId: "ana", at })),
      putLoggedAttempt(spoke({ repId: "ana", at: at + 1 })),
    );
    const ana = await signIn(door, people.rep);
    const times = async (query: string) =>
      rowsOf((await ana.go(`/calls.csv?${query}`)).text).map((row) => row["called at"]);
    expect(await times("from=2026-11-30&to=2026-11-30")).toEqual(["2026-11-30T23:59:59.999Z"]);
    expect(await times("from=2026-12-01&to=2026-12-01")).toEqual(["2026-12-01T00:00:00.000Z"]);
    expect(await times("from=2026-11-01&to=2026-11-22")).toEqual([]);
  });

  test("of a year of calls is whole, and each is there once", async () => {
    const door = await calledDoor();
    const { table } = door.world.app;
    const year = many(1200, (n) => spoke({ repId: "ana", prospectId: `gone${n}`, at: MONDAY - n * 7 * HOUR }));
    await table.writeMany(year.map(putLoggedAttempt));
    const ana = await signIn(door, people.rep);
    const rows = rowsOf((await ana.go("/calls.csv?from=2025-11-24&to=2026-11-23")).text);
    expect(rows).toHaveLength(1201);
    expect(new Set(rows.map((row) => `${row["called at"]} ${row["prospect id"]}`)).size).toBe(1201);
    const times = rows.map((row) => Date.parse(row["called at"] ?? ""));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test("keeps counting the calls of who asked to be erased, without a word of them", async () => {
    const door = await calledDoor();
    await eraseProspect(door.world.app, rui.id);
    const ana = await signIn(door, people.rep);
    const { text } = await ana.go("/calls.csv");
    expect(rowsOf(text)).toMatchObject([{ prospect: "", disposition: "connected", "next step": "call" }]);
    expect(text).not.toMatch(/Costa|Porto|crm-7|maybe/);
  });

  test.each([
    ["from=yesterday", "from: &quot;yesterday&quot; is no date like 2026-11-25"],
    ["to=2026-02-30", "to: &quot;2026-02-30&quot; is no date"],
    ["from=2026-11-20&to=2026-11-19", "from: 2026-11-20 is after 2026-11-19"],
    ["from=2020-01-01", "at most 731 days at once"],
  ])("says what is wrong with %s", async (query, words) => {
    const ana = await signIn(await doorOf(), people.rep);
    const page = await ana.go(`/calls.csv?${query}`);
    expect(page.status).toBe(400);
    expect(page.text).toContain(words);
    expect(page.headers.get("Content-Disposition")).toBeNull();
  });
});
