import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressFlaw } from "../../../shared/notice/address.ts";
import { addWebhook, removeWebhook } from "../../../shared/notice/endpoints.ts";
import { getOutlets } from "../../../shared/notice/outlets-store.ts";
import { saveOutlets } from "../../../shared/notice/save-outlets.ts";
import { sinceWords } from "../../../shared/notice/since.ts";
import { testOutlet } from "../../../shared/notice/test-outlet.ts";
import { testConfig } from "../../fixtures/world.ts";
import { MIRROR, officeOf, SLACK } from "./office.ts";

const PUBLIC = "https://mail.northgate.example";
const HOME = "http://localhost:4600";

describe("where Midweek posts to", () => {
  test.each([
    "https://crm.example/hook",
    "https://hooks.slack.com/services/T/B/x",
    "https://203.0.114.7/x",
    "https://[2a00:1450::1]/",
  ])("%s is fine", (url) => expect(addressFlaw(url, PUBLIC)).toBeUndefined());

  test.each([
    ["http://crm.example/hook", "https://"],
    ["ftp://crm.example", "whole address"],
    ["crm.example/hook", "whole address"],
    ["", "whole address"],
    ["https://me:pass@crm.example/", "name and password"],
    ["https://localhost/", "inside a network"],
    ["https://app.localhost/", "inside a network"],
    ["https://localhost./", "inside a network"],
    ["https://localhost../", "inside a network"],
    ["https://printer.local/", "inside a network"],
    ["https://metadata.google.internal/", "inside a network"],
    ["https://intranet/", "inside a network"],
    ["https://127.0.0.1/", "inside a network"],
    ["https://10.1.2.3/", "inside a network"],
    ["https://172.16.0.1/", "inside a network"],
    ["https://192.168.1.1/", "inside a network"],
    ["https://169.254.169.254/latest/meta-data", "inside a network"],
    ["https://100.64.0.1/", "inside a network"],
    ["https://0.0.0.0/", "inside a network"],
    ["https://2130706433/", "inside a network"],
    ["https://0x7f.1/", "inside a network"],
    ["https://[::1]/", "inside a network"],
    ["https://[::ffff:10.0.0.1]/", "inside a network"],
    ["https://[fd00::1]/", "inside a network"],
    ["https://[fe80::1]/", "inside a network"],
  ])("%s is not: %s", (url, why) => expect(addressFlaw(url, PUBLIC)).toContain(why));

  test("no private address is, however it is written", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const inside = fc.oneof(
      fc.tuple(fc.constant(10), byte, byte, byte),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
      fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
      fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
      fc.tuple(fc.constant(127), byte, byte, byte),
    );
    fc.assert(
      fc.property(inside, (parts) => {
        const whole = parts.reduce((sum, part) => sum * 256 + part, 0);
        const octal = parts.map((part) => `0${part.toString(8)}`).join(".");
        for (const host of [
          parts.join("."),
          String(whole),
          `0x${whole.toString(16)}`,
          octal,
          `[::ffff:${parts.join(".")}]`,
        ])
          expect(addressFlaw(`https://${host}/`, PUBLIC), host).toContain("inside a network");
      }),
    );
  });

  test("a Midweek on this machine alone may post to this machine, and without https only there", () => {
    expect(addressFlaw("http://localhost:9000/hook", HOME)).toBeUndefined();
    expect(addressFlaw("http://[::1]:9000/hook", HOME)).toBeUndefined();
    expect(addressFlaw("https://192.168.1.5/hook", HOME)).toBeUndefined();
    expect(addressFlaw("http://192.168.1.5/hook", HOME)).toContain("https://");
  });
});

describe("the list of programs", () => {
  test("each has an id and a secret of its own, and what is taken away is forgotten", async () => {
    const { world, answer } = await officeOf();
    const first = await addWebhook(world.app, { url: ` ${MIRROR} `, withNames: false });
    const second = await addWebhook(world.app, { url: `${MIRROR}/2`, withNames: true });
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(first.secret).not.toBe(second.secret);
    answer(MIRROR, 500);
    await testOutlet(world.app, first.id);
    expect((await getOutlets(world.app.table)).failures).toHaveProperty(`hook_${first.id}`);
    await removeWebhook(world.app, first.id);
    await removeWebhook(world.app, "nobody");
    const { webhooks, failures } = await getOutlets(world.app.table);
    expect(webhooks).toEqual([second]);
    expect(failures).toEqual({});
  });

  test("takes no address twice, none that must not be posted to, and ten at most", async () => {
    const { world } = await officeOf({ config: { ...testConfig, publicUrl: PUBLIC } });
    const add = (url: string) => addWebhook(world.app, { url, withNames: false });
    await add(MIRROR);
    await expect(add(MIRROR)).rejects.toThrow("url: it is there already");
    await expect(add("https://10.0.0.1/")).rejects.toThrow("url: that is an address inside a network");
    for (let number = 2; number <= 10; number += 1) await add(`${MIRROR}/${number}`);
    await expect(add(`${MIRROR}/11`)).rejects.toThrow("url: 10 programs are the most");
  });

  test.each([0, 1])(
    "of two who change it at once one is told so, and nothing of the other's is lost (%d before)",
    async (before) => {
      const { world, mirror } = await officeOf();
      if (before > 0) await mirror();
      const outcomes = await Promise.allSettled(
        ["a", "b"].map((end) => addWebhook(world.app, { url: `${MIRROR}/${end}`, withNames: false })),
      );
      expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(["fulfilled", "rejected"]));
      expect((await getOutlets(world.app.table)).webhooks).toHaveLength(before + 1);
    },
  );

  test("saving who is alerted leaves it alone", async () => {
    const { world, mirror } = await officeOf();
    await mirror();
    await saveOutlets(world.app, { alertReps: false, fallbackEmail: "desk@northgate.example", slackUrl: SLACK });
    await saveOutlets(world.app, { alertReps: true });
    const outlets = await getOutlets(world.app.table);
    expect(outlets.webhooks).toHaveLength(1);
    expect([outlets.alertReps, outlets.fallbackEmail, outlets.slackUrl]).toEqual([true, undefined, undefined]);
    await expect(saveOutlets(world.app, { alertReps: true, slackUrl: "http://slack.example" })).rejects.toThrow(
      "slackUrl:",
    );
  });
});

test("a test says what came back, and is refused where there is nothing to test", async () => {
  const { world, answer, to } = await officeOf();
  await expect(testOutlet(world.app, "slack")).rejects.toThrow("no Slack address");
  await expect(testOutlet(world.app, "nobody")).rejects.toThrow("no such program");
  await saveOutlets(world.app, { alertReps: true, slackUrl: SLACK });
  answer(SLACK, 404);
  expect(await testOutlet(world.app, "slack")).toEqual({ well: false, says: "answered 404" });
  expect((await getOutlets(world.app.table)).failures["slack"]?.says).toBe("answered 404");
  answer(SLACK, 200);
  expect(await testOutlet(world.app, "slack")).toMatchObject({ well: true });
  expect((await getOutlets(world.app.table)).failures).toEqual({});
  expect(to(SLACK)).toHaveLength(2);
});

test.each([
  [0, "0 s"],
  [59, "59 s"],
  [192, "3 min 12 s"],
  [7500, "2 h 5 min"],
  [3.5 * 86_400, "3 d 12 h"],
])("%d seconds are %s", (seconds, words) => expect(sinceWords(seconds)).toBe(words));
