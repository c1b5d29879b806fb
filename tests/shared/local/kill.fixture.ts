/** Run by kill.test.ts in a process of its own: writes until it is killed, and says of each round that it was acknowledged. */
import { writeSync } from "node:fs";
import { outboxMailer } from "../../../shared/local/outbox.ts";
import { localQueue } from "../../../shared/local/queue.ts";
import { openStore } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";
import { entryOf, mailTo } from "../../contract/mailer.ts";

const store = openStore(process.argv[2]!);
const table = localTable(store, () => 0);
const queue = localQueue<number>(store, "touches", () => 0, { visibilitySeconds: 1, maxAttempts: 1 });
const mailer = outboxMailer(store, () => 0);

/** A reader that cannot keep up fills the pipe; then this waits for it. */
function acknowledge(line: string): void {
  for (;;) {
    try {
      writeSync(1, line);
      return;
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error) || error.code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

for (let round = 0; ; round += 1) {
  const part = (sk: string) => ({
    kind: "put" as const,
    item: { pk: `ROUND#${round}`, sk, data: { filler: "x".repeat(500) } },
  });
  await table.write(part("A"), part("B"), part("C"), {
    kind: "update",
    key: { pk: "ROUNDS", sk: "LAST" },
    set: { round },
    guard: { match: { round: round ? round - 1 : null } },
  });
  await queue.send([round]);
  await mailer.sendBulk(mailTo(entryOf(`prospect-${round}`)));
  acknowledge(`${round}\n`);
}
