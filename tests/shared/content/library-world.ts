import type { App } from "../../../shared/app.ts";
import type { Queue } from "../../../shared/ports.ts";
import { openStore } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";

const unused = (): never => {
  throw new Error("an import sends nothing and schedules nothing");
};
const noQueue: Queue<never> = { send: async () => unused() };

/** An empty library in memory whose clock stands at `at.now` (epoch ms) until the test moves it. */
export function libraryWorld(at: { now: number }): App {
  const now = (): number => at.now;
  return {
    table: localTable(openStore(":memory:"), now),
    touches: noQueue,
    signals: noQueue,
    notices: noQueue,
    reckonings: noQueue,
    outlet: { get: async () => unused(), post: async () => unused() },
    mailer: { forget: async () => undefined, sendBulk: async () => unused() },
    scheduler: { put: async () => unused(), remove: async () => unused(), list: async () => unused() },
    now,
    alarm: () => undefined,
    config: {
      company: {
        name: "Ferrow",
        whatWeDo: "",
        senderAddress: "hello@ferrow.example",
        postalAddress: "1 Quay Street",
        timeZone: "Europe/Lisbon",
        untrackedCountries: [],
        eraseOnWithdrawal: true,
        falseTasksPerFortnight: 1,
        callsPerDay: 20,
      },
      publicUrl: "https://mail.ferrow.example",
      linkKeys: [],
    },
  };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A post of a site in a folder, and how it is read. */
export const post = (path: string, text: string): { path: string; bytes: Uint8Array } => ({
  path,
  bytes: bytesOf(text),
});
