import type { App } from "../../../shared/app.ts";
import { Conflict } from "../../../shared/error.ts";
import { outboxMailer } from "../../../shared/local/outbox.ts";
import type { MailResult, Table, Write } from "../../../shared/ports.ts";
import { changeProspect } from "../../../shared/prospect/store.ts";
import type { World } from "../../../stacks/local/world.ts";
import type { Chance } from "../../../stacks/local/play/chance.ts";

/** How often each thing goes wrong; 0 = never. */
export type Faults = {
  /** The mailer throws, before or after the emails have gone out. */
  readonly mailerThrows: number;
  /** One entry is throttled or refused, or its answer is lost. */
  readonly badAnswer: number;
  /** A transaction fails outright. */
  readonly writeFails: number;
  /** A transaction is refused because another one is under way on one of its items, though that guard holds. */
  readonly writesCollide: number;
  /** A message cannot be put on the queue. */
  readonly queueFails: number;
  /** Somebody edits a prospect just before a reservation. */
  readonly edits: number;
  /** A message is delivered twice, the second time within ten minutes. */
  readonly twice: number;
};

/** The app of a world in which things go wrong by chance, until `calm` is called. */
export function faultyApp(world: World, chance: Chance, faults: Faults): { app: App; calm: () => void } {
  let on = true;
  const goes = (wrong: number): boolean => on && chance.happens(wrong);
  const { app, store } = world;
  const outbox = outboxMailer(store, app.now);

  const answer = (): MailResult => {
    const draw = chance.next();
    const reason = "by chance";
    return { outcome: draw < 0.5 ? "throttled" : draw < 0.75 ? "refused" : "unknown", reason };
  };
  const mailer: App["mailer"] = {
    ...outbox,
    sendBulk: async (mail) => {
      if (goes(faults.mailerThrows / 2)) throw new Error("no connection");
      const bad = new Map(mail.entries.flatMap((_, n) => (goes(faults.badAnswer) ? [[n, answer()] as const] : [])));
      const lost = (n: number): boolean => bad.get(n)?.outcome === "unknown" && chance.happens(0.5);
      const leaving = mail.entries.filter((_, n) => !bad.has(n) || lost(n));
      const went = leaving.length > 0 ? await outbox.sendBulk({ ...mail, entries: leaving }) : [];
      const results = new Map(leaving.map((entry, n) => [entry, went[n]]));
      if (goes(faults.mailerThrows / 2)) throw new Error("connection lost");
      return mail.entries.map((entry, n) => bad.get(n) ?? results.get(entry)!);
    },
  };

  const reserves = (write: Write): string | undefined =>
    write.kind === "update" && "touchCount" in write.set ? write.key.pk.slice("PROSPECT#".length) : undefined;
  const table: Table = {
    ...app.table,
    writeEach: async (writes) => {
      if (goes(faults.writeFails)) throw new Error("the table is away");
      const met = new Set(writes.keys().filter(() => goes(faults.writesCollide)));
      const made = writes.filter((_, n) => !met.has(n));
      const lost = new Set((await app.table.writeEach(made)).map((n) => made[n]));
      // Some may have been written before the rest failed.
      if (goes(faults.writeFails)) throw new Error("the table did not answer");
      return [...writes.entries()].filter(([n, one]) => met.has(n) || lost.has(one)).map(([n]) => n);
    },
    write: async (...writes) => {
      if (goes(faults.writeFails)) throw new Error("the table is away");
      if (goes(faults.writesCollide)) throw new Conflict([Math.floor(chance.between(0, writes.length))]);
      const ids = writes.map(reserves).filter((id) => id !== undefined);
      const edited = ids[Math.floor(chance.between(0, ids.length))];
      if (edited !== undefined && goes(faults.edits))
        await app.table.write(changeProspect(edited, { title: `Title ${chance.next()}` }, app.now() + chance.next()));
      await app.table.write(...writes);
      // Done, but the answer is lost on the way back.
      if (goes(faults.writeFails)) throw new Error("the table did not answer");
    },
  };

  const touches: App["touches"] = {
    send: async (bodies, options) => {
      if (goes(faults.queueFails)) throw new Error("the queue is away");
      await app.touches.send(bodies, options);
      const delaySeconds = Math.floor(chance.between(0, 600));
      if (goes(faults.twice)) await app.touches.send(bodies, { delaySeconds });
    },
  };
  return {
    app: { ...app, mailer, table, touches },
    calm: () => {
      on = false;
    },
  };
}
