import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { awsApp } from "../../../shared/aws/app.ts";
import { setting } from "../../../shared/aws/environment/setting.ts";
import { saveCompany } from "../../../shared/company.ts";
import { MINUTE } from "../../../shared/durations.ts";
import { ana, testConfig, testWorld } from "../../fixtures/world.ts";

beforeEach(() => {
  vi.stubEnv("PUBLIC_URL", "https://mail.northgate.example");
  vi.stubEnv("MIDWEEK_STAGE", "test");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

test("a function that was not given a port is told so, in words that lead to its rights", async () => {
  const { app } = await testWorld();
  const small = awsApp({ table: app.table });
  const mail = { from: ana, replyTo: "", rendering: { id: "", subject: [], html: [], text: [] }, entries: [] };
  const from = { name: ana.name, address: ana.email };
  await expect(small.mailer.sendBulk({ ...mail, from })).rejects.toThrow("may not send mail: see its rights");
  await expect(small.touches.send([])).rejects.toThrow("may not put touches on their queue");
  await expect(small.signals.send([])).rejects.toThrow("may not put signals on their queue");
  await expect(small.scheduler.list("")).rejects.toThrow("may not keep schedules");
  await expect(small.mailer.forget("rui")).resolves.toBeUndefined();
});

test("what the company says of itself is read again when it is a minute old", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-25T15:00Z") });
  const { app } = await testWorld();
  const small = awsApp({ table: app.table });
  await small.ready();
  expect(small.config.company.name).toBe("Your company");
  await saveCompany(app, testConfig.company);
  await small.ready();
  expect(small.config.company.name).toBe("Your company");
  vi.setSystemTime(Date.now() + MINUTE);
  await small.ready();
  expect(small.config).toMatchObject({
    company: { name: "Northgate" },
    publicUrl: "https://mail.northgate.example",
  });
});

test("a setting that the stacks did not give is named", () => {
  expect(() => setting("TABLE_NAME")).toThrow("was not given TABLE_NAME: see its rights in stacks/topology.ts");
});
