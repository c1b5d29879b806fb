import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";
import { saveCompany } from "../../../shared/company.ts";
import { openStore } from "../../../shared/local/store.ts";
import { clockAt } from "../../../stacks/local/clock.ts";
import { worldOf } from "../../../stacks/local/open-world.ts";
import { entryOf, mailTo } from "../../contract/mailer.ts";
import { MONDAY, testConfig } from "../../fixtures/world.ts";
import { publicUrl } from "./folders.ts";

async function mailServer() {
  const taken: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: async (stream, _session, done) => {
      taken.push(await text(stream));
      done();
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
    });
  });
  return { smtpUrl: `smtp://127.0.0.1:${port}`, taken, close: () => server.close() };
}

test("over SMTP no more go out on a day than the warm-up in Settings says, from the moment it is saved", async () => {
  const { smtpUrl, taken, close } = await mailServer();
  const clock = clockAt(MONDAY);
  const { app, refresh } = await worldOf({ store: openStore(":memory:"), publicUrl, clock, smtpUrl });
  const send = async (...names: string[]) =>
    (await app.mailer.sendBulk(mailTo(...names.map(entryOf)))).map((result) =>
      result.outcome === "throttled" ? result.reason : result.outcome,
    );
  expect(await send("ana", "rui")).toEqual(["accepted", "accepted"]);
  await saveCompany(app, { ...testConfig.company, warmUp: { startsOn: "2026-11-23", emailsPerDay: [3] } });
  await refresh();
  const usedUp = "the warm-up's 3 emails of 2026-11-23 are used up";
  expect(await send("eva", "caio", "duda", "bea")).toEqual(["accepted", "accepted", "accepted", usedUp]);
  clock.standAt(MONDAY + 24 * 60 * 60_000);
  expect(await send("bea")).toEqual(["accepted"]);
  expect(taken).toHaveLength(6);
  close();
});
