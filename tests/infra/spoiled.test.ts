import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsOf } from "./check-plan.ts";
import { type Copy, inCopy } from "./copy.ts";
import { diff, type Diffed } from "./sst.ts";
import { type StandIns, standIns } from "./stand-ins.ts";

const sender = "example.com";

let aws: StandIns;
beforeAll(async () => {
  aws = await standIns();
});
afterAll(() => aws.close());

/** The real `sst diff` of prod, from a checkout with one thing wrong. */
const diffWith = (spoil: (copy: Copy) => void): Promise<Diffed> =>
  inCopy(async (copy) => {
    spoil(copy);
    return diff(aws, "prod", { MIDWEEK_SENDER: sender }, copy.folder);
  });

describe("a deploy is refused", () => {
  it("when a function's handler is missing", async () => {
    const { code, says, plan } = await diffWith(({ remove }) => remove("functions/lambda/engage.ts"));
    expect(code).not.toBe(0);
    expect(says).toContain("functions/lambda/engage");
    expect(plan).toBeUndefined();
  });

  it("when a queue has no dead letter", async () => {
    const { code, says, plan } = await diffWith(({ change }) =>
      change(
        "stacks/foundation/queues.ts",
        "deadLetterQueue: { queue: deadLetters, maxReceiveCount: plan.maxAttempts },",
        "",
      ),
    );
    expect(code).not.toBe(0);
    expect(says).toContain("AwsSolutions-SQS3");
    expect(plan).toBeUndefined();
  });

  it("when a setting is missing, and it says which", async () => {
    const { code, says } = await diff(aws, "prod", {});
    expect(code).not.toBe(0);
    expect(says).toContain("MIDWEEK_SENDER");
  });
});

describe("a right too many in the topology", () => {
  it("is found in what would be deployed, for it is not among the listed ones", async () => {
    const { plan } = await diffWith(({ change }) =>
      change("stacks/topology.ts", 'may: ["read", "touches"]', 'may: ["read", "touches", "mail"]'),
    );
    expect(plan && faultsOf(plan, { sender })).toEqual(
      expect.arrayContaining([
        "dispatch may ses:SendEmail on sender, which is not listed",
        "dispatch may ses:SendBulkEmail on sender, which is not listed",
      ]),
    );
  });
});
