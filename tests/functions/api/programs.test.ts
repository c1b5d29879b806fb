import { expect, test } from "vitest";
import { programsApp } from "../../../functions/api/programs.ts";
import { memberIdOf } from "../../../shared/member/member.ts";
import { newToken } from "../../../shared/member/tokens.ts";
import { ana } from "../../fixtures/world.ts";
import { officeOf } from "./office.ts";

test("calendars and the API answer side by side, each in its own way", async () => {
  const { tokens, world } = await officeOf();
  const programs = programsApp(world.app);
  const { token } = await newToken(world.app, { memberId: memberIdOf(ana.email), kind: "feed", name: "Phone" });
  const calendar = await programs.request(`/feeds/${token}.ics`);
  expect([calendar.status, calendar.headers.get("Content-Type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  const head = await programs.request(`/feeds/${token}.ics`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  const me = await programs.request("/api/v1/me", { headers: { Authorization: `Bearer ${tokens.ana}` } });
  expect(await me.json()).toMatchObject({ name: "Ana Sousa", role: "rep" });
  // The key to one is none to the other.
  expect((await programs.request(`/feeds/${tokens.ana}.ics`)).status).toBe(404);
  const feedToken = { headers: { Authorization: `Bearer ${token}` } };
  expect((await programs.request("/api/v1/me", feedToken)).status).toBe(401);
  const nowhere = await programs.request("/feeds/");
  expect([nowhere.status, nowhere.headers.get("Content-Type")]).toEqual([404, "text/plain; charset=UTF-8"]);
  expect(nowhere.headers.get("X-Content-Type-Options")).toBe("nosniff");
});
