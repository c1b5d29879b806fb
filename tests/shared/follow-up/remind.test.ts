import { expect, test } from "vitest";
import { HOUR, MINUTE } from "../../../shared/durations.ts";
import { remindOfFollowUps } from "../../../shared/follow-up/remind.ts";
import { getFollowUp, openFollowUps } from "../../../shared/follow-up/store.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { MONDAY } from "../../fixtures/world.ts";
import { mailTo, send, withDraft } from "../letter/agreed.ts";
import { mailerThat } from "../touch/afternoon.ts";

const ANA = "ana@northgate.example";

test("a rep who has not sent it within the hour is reminded, once, with a link to it", async () => {
  const world = await withDraft();
  world.clock.standAt(MONDAY + HOUR - MINUTE);
  expect(await remindOfFollowUps(world.app)).toBe(0);
  world.clock.standAt(MONDAY + HOUR + MINUTE);
  expect(await remindOfFollowUps(world.app)).toBe(1);
  world.clock.standAt(MONDAY + 2 * HOUR);
  expect(await remindOfFollowUps(world.app)).toBe(0);
  expect(mailTo(world, ANA)).toHaveLength(1);
  expect(mailTo(world, ANA)[0]).toMatchObject({
    subject: "Not sent yet: the follow-up to Rui, Porto Foods",
    text: expect.stringContaining("http://localhost:4600/prospects/rui/calls/1/follow-up/1"),
  });
  expect(await openFollowUps(world.app.table)).toHaveLength(1);
});

test("who has sent it hears nothing", async () => {
  const world = await withDraft();
  await send(world);
  world.clock.standAt(MONDAY + 2 * HOUR);
  expect(await remindOfFollowUps(world.app)).toBe(0);
  expect(mailTo(world, ANA)).toEqual([]);
});

test("a follow-up to somebody who unsubscribed since is dropped, and nobody is reminded", async () => {
  const world = await withDraft();
  await suppress(world.app, "rui", "opted out");
  world.clock.standAt(MONDAY + 2 * HOUR);
  expect(await remindOfFollowUps(world.app)).toBe(0);
  expect(await getFollowUp(world.app.table, "rui", 1, 1)).toMatchObject({
    state: "dropped",
    why: expect.stringContaining("opted out"),
  });
  expect(mailTo(world, ANA)).toEqual([]);
});

test("while the mailer takes nothing, the reminder waits for the next time", async () => {
  let takes = false;
  const mailer = mailerThat(() =>
    takes ? { outcome: "accepted", messageId: "m1" } : { outcome: "throttled", reason: "slow down" },
  );
  const world = await withDraft({ mailer });
  world.clock.standAt(MONDAY + 2 * HOUR);
  expect(await remindOfFollowUps(world.app)).toBe(0);
  takes = true;
  expect(await remindOfFollowUps(world.app)).toBe(1);
  expect(await remindOfFollowUps(world.app)).toBe(0);
});
