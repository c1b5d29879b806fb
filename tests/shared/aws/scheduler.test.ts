import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { afterAll, expect, test } from "vitest";
import { readScheduledInput } from "../../../shared/aws/eventbridge-scheduler-input.ts";
import { eventBridgeScheduler } from "../../../shared/aws/eventbridge-scheduler.ts";
import { AppError } from "../../../shared/error.ts";
import type { Schedule } from "../../../shared/ports.ts";
import { standingClock } from "../../contract/clock.ts";
import { schedulerContract } from "../../contract/scheduler.ts";
import { type SchedulerEmulator, startScheduler } from "../../emulators/scheduler.ts";

const settings = {
  group: "midweek-test",
  targetArns: {
    dispatch: "arn:aws:lambda:eu-west-1:123456789012:function:midweek-test-dispatch",
    sweep: "arn:aws:lambda:eu-west-1:123456789012:function:midweek-test-sweep",
    remind: "arn:aws:lambda:eu-west-1:123456789012:function:midweek-test-remind",
    gather: "arn:aws:lambda:eu-west-1:123456789012:function:midweek-test-gather",
  },
  roleArn: "arn:aws:iam::123456789012:role/midweek-test-scheduler",
  deadLetterArn: "arn:aws:sqs:eu-west-1:123456789012:midweek-test-schedules-dead",
};
const targetOf = new Map<string, string>(Object.entries(settings.targetArns).map(([target, arn]) => [arn, target]));
const wednesdays: Schedule = {
  name: "default.wed-1500.Europe.Lisbon",
  expression: "cron(0 15 ? * WED *)",
  timeZone: "Europe/Lisbon",
  target: "dispatch",
  input: { cadenceId: "default", slotKind: "blog-post" },
};
const once: Schedule = { ...wednesdays, name: "once", expression: "at(2026-11-25T15:15:00)", target: "sweep" };

const running: SchedulerEmulator[] = [];
afterAll(() => {
  for (const { stop } of running) stop();
});

async function world(at = Date.parse("2026-11-23T12:00:00Z"), changed: Partial<typeof settings> = {}) {
  const clock = standingClock(at);
  const service = await startScheduler(settings.group, clock.now);
  running.push(service);
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new SchedulerClient({ endpoint: service.endpoint, region: "eu-west-1", credentials });
  return { clock, service, scheduler: eventBridgeScheduler(client, { ...settings, ...changed }) };
}

schedulerContract("EventBridge Scheduler", async (at) => {
  const { clock, service, scheduler } = await world(at);
  const firings = async () =>
    service.fireDue().map(({ arn, input }) => ({
      target: targetOf.get(arn) ?? arn,
      input: readScheduledInput(JSON.parse(input)),
    }));
  return { clock, scheduler, firings };
});

test("a schedule is put with its zone, no flexible window, retries and dead letters, and stays after it fired", async () => {
  const { scheduler, service } = await world();
  await scheduler.put(wednesdays);
  expect(service.kept(wednesdays.name)).toMatchObject({
    GroupName: "midweek-test",
    ScheduleExpression: "cron(0 15 ? * WED *)",
    ScheduleExpressionTimezone: "Europe/Lisbon",
    FlexibleTimeWindow: { Mode: "OFF" },
    ActionAfterCompletion: "NONE",
    Target: {
      Arn: settings.targetArns.dispatch,
      RoleArn: settings.roleArn,
      DeadLetterConfig: { Arn: settings.deadLetterArn },
      RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 185 },
    },
  });
  expect(JSON.parse(service.kept(wednesdays.name)?.Target.Input ?? "")).toEqual({
    ...wednesdays.input,
    scheduledAt: "<aws.scheduler.scheduled-time>",
  });
});

test("a one-time schedule asks to be deleted once it fired, also when it takes the place of a recurring one", async () => {
  const { scheduler, service } = await world();
  await scheduler.put({ ...wednesdays, name: "once" });
  await scheduler.put(once);
  expect(service.kept("once")).toMatchObject({
    ActionAfterCompletion: "DELETE",
    Target: { Arn: settings.targetArns.sweep },
  });
});

test("what is there is changed with one call, and what is not, or has vanished, is made", async () => {
  const { scheduler, service } = await world();
  await scheduler.put(once);
  await scheduler.put(once);
  expect(service.requests).toEqual(["PUT once", "POST once", "PUT once"]);
  service.vanishBeforeUpdate("once");
  await scheduler.put(once);
  expect(service.requests.slice(3)).toEqual(["PUT once", "POST once"]);
  expect(await scheduler.list("")).toEqual(["once"]);
});

test("more names than fit a page are all listed, in order", async () => {
  const { scheduler, service } = await world();
  const names = ["c", "a", "e", "b", "d"].map((letter) => `default.${letter}`);
  for (const name of [...names, "other.f"]) await scheduler.put({ ...wednesdays, name });
  service.requests.length = 0;
  expect(await scheduler.list("default.")).toEqual(names.toSorted());
  expect(service.requests).toEqual(["GET default.", "GET default.", "GET default."]);
});

test("what the service will not take is the caller's mistake, and names the schedule", async () => {
  const { scheduler } = await world();
  for (const [change, reason] of [
    [{ expression: "cron(0 15 * * WED *)" }, "Invalid Schedule Expression"],
    [{ timeZone: "Europe/Lisboa" }, "Timezone"],
  ] as const) {
    const wrong = scheduler.put({ ...wednesdays, ...change });
    await expect(wrong).rejects.toBeInstanceOf(AppError);
    await expect(wrong).rejects.toThrow(`${wednesdays.name}: `);
    await expect(wrong).rejects.toThrow(reason);
  }
});

test("a group that is not there is a fault of the installation, not of the caller", async () => {
  const { scheduler } = await world(undefined, { group: "elsewhere" });
  await expect(scheduler.put(wednesdays)).rejects.not.toBeInstanceOf(AppError);
  await expect(scheduler.list("")).rejects.toThrow("elsewhere");
});

test("the fake refuses arns that are none, as the service does", async () => {
  for (const changed of [
    { roleArn: "midweek-scheduler" },
    { deadLetterArn: "https://sqs.eu-west-1.amazonaws.com/123456789012/dead" },
    { targetArns: { ...settings.targetArns, dispatch: "dispatch" } },
  ]) {
    const { scheduler } = await world(undefined, changed);
    await expect(scheduler.put(wednesdays)).rejects.toThrow("Target");
  }
});

test("a firing without a time, or with one that is none, is not read", () => {
  for (const wrong of [{}, { scheduledAt: 5 }, { scheduledAt: "<aws.scheduler.scheduled-time>" }, "2026-11-25"])
    expect(() => readScheduledInput(wrong)).toThrow();
  expect(readScheduledInput({ slot: 1, scheduledAt: "2026-11-25T15:00:00Z" })).toEqual({
    slot: 1,
    scheduledAt: Date.parse("2026-11-25T15:00:00Z"),
  });
});
