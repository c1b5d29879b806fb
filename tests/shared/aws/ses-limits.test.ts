import { createServer } from "node:http";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { afterAll, expect, test } from "vitest";
import { sesLimits } from "../../../shared/aws/ses-limits.ts";

let account: object = {};
const server = createServer((request, response) => {
  response.writeHead(request.url === "/v2/email/account" ? 200 : 404, { "content-type": "application/json" });
  response.end(JSON.stringify(account));
});
await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
afterAll(() => server.close().closeAllConnections());

const address = server.address();
const client = new SESv2Client({
  endpoint: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
  region: "eu-west-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
});

const healthy = {
  EnforcementStatus: "HEALTHY",
  ProductionAccessEnabled: true,
  SendingEnabled: true,
  SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 812 },
};

test.each([
  ["the rate, the quota and what is used of it", {}, { perSecond: 14, perDay: 50_000, sentInDayBefore: 812 }],
  ["an account under review may send on", { EnforcementStatus: "PROBATION" }, { perSecond: 14 }],
  [
    "no quota at all",
    { SendQuota: { ...healthy.SendQuota, Max24HourSend: -1 } },
    { perSecond: 14, sentInDayBefore: 812 },
  ],
  ["the sandbox", { ProductionAccessEnabled: false }, { sandbox: true }],
  ["sending that somebody switched off", { SendingEnabled: false }, { stopped: { cause: "sending-paused" } }],
  ["an account that was shut down", { EnforcementStatus: "SHUTDOWN" }, { stopped: { cause: "account-suspended" } }],
])("SES tells of %s", async (_, changes, expected) => {
  account = { ...healthy, ...changes };
  const limits = await sesLimits(client);
  expect(limits).toMatchObject(expected);
  expect("stopped" in limits).toBe("stopped" in expected);
  if (!("perDay" in expected) && "sentInDayBefore" in expected) expect(limits).not.toHaveProperty("perDay");
});

test("an account without a rate is no account to send by", async () => {
  account = { ...healthy, SendQuota: {} };
  await expect(sesLimits(client)).rejects.toThrow("no sending rate");
});
