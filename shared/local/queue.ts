import { AppError } from "../error.ts";
import type { Message, Queue } from "../ports.ts";
import type { Store } from "./store.ts";

type DeadLetter<Body> = {
  readonly id: string;
  readonly body: Body;
  readonly attempts: number;
  /** Epoch ms. */ readonly failedAt: number;
};

/** The side of a queue that the process's own consumers see. */
export type LocalQueue<Body> = Queue<Body> & {
  /** Up to `max` messages, hidden from others for the visibility time; whoever is done says so, else they come again. */
  receive(max: number): Message<Body>[];
  done(ids: readonly string[]): void;
  /** They failed: come again after the delay, or end as dead letters if that was the last attempt. */
  retry(ids: readonly string[], delaySeconds: number): void;
  deadLetters(): DeadLetter<Body>[];
  /** Puts dead letters back as new; says how many. */
  redrive(): number;
  /** Epoch ms when the next message can be received; may be past. undefined: nothing is waiting or being worked on. */
  nextVisibleAt(): number | undefined;
  /** Messages waiting, delayed or being worked on; dead letters not counted. */
  depth(): number;
};

export type QueueOptions = { readonly visibilitySeconds: number; readonly maxAttempts: number };

/** SQS takes no more, so no world does. */
const MOST_BYTES = 256 * 1024;
const MOST_DELAY_SECONDS = 900;

type MessageRow = { readonly id: number; readonly attempts: number; readonly body: string };

/** A durable queue in the store: at least once, oldest visible first. */
export function localQueue<Body>(
  store: Store,
  name: string,
  now: () => number,
  options: QueueOptions,
): LocalQueue<Body> {
  const bury = store.sql(`INSERT INTO dead_letters (id, queue, failed_at, attempts, body)
    SELECT id, queue, ?, attempts, body FROM messages WHERE id = ? AND queue = ?`);
  const remove = store.sql("DELETE FROM messages WHERE id = ? AND queue = ?");
  const toDeadLetters = (id: number): void => {
    bury.run(now(), id, name);
    remove.run(id, name);
  };
  const earliest = store.sql<{ at: number | null }>("SELECT min(visible_at) AS at FROM messages WHERE queue = ?");
  const nextVisibleAt = (): number | undefined => earliest.get(name)?.at ?? undefined;
  return {
    send: async (bodies, sending) => sendAll(store, name, bodies, now() + delayOf(sending?.delaySeconds ?? 0)),
    receive: (max) => {
      const at = now();
      // Asking an empty queue is what consumers do most, and must not hold up those who write.
      if ((nextVisibleAt() ?? Infinity) > at) return [];
      return store.transaction(() => receiveSome<Body>(store, name, { ...options, max, at, toDeadLetters }));
    },
    done: (ids) => store.transaction(() => ids.forEach((id) => remove.run(Number(id), name))),
    retry: (ids, delaySeconds) =>
      store.transaction(() => {
        const find = store.sql<{ attempts: number }>("SELECT attempts FROM messages WHERE id = ? AND queue = ?");
        const hide = store.sql("UPDATE messages SET visible_at = ? WHERE id = ?");
        for (const id of ids.map(Number)) {
          const message = find.get(id, name);
          if (message === undefined) continue;
          if (message.attempts >= options.maxAttempts) toDeadLetters(id);
          else hide.run(now() + delaySeconds * 1000, id);
        }
      }),
    deadLetters: () => listDead<Body>(store, name),
    redrive: () => store.transaction(() => redriveAll(store, name, now())),
    nextVisibleAt,
    depth: () => store.sql<{ n: number }>("SELECT count(*) AS n FROM messages WHERE queue = ?").get(name)?.n ?? 0,
  };
}

/** In milliseconds. */
function delayOf(seconds: number): number {
  if (!(seconds >= 0 && seconds <= MOST_DELAY_SECONDS))
    throw new AppError("invalid", `a message can be delayed by 0 to ${MOST_DELAY_SECONDS} seconds, not ${seconds}`);
  return seconds * 1000;
}

function sendAll(store: Store, name: string, bodies: readonly unknown[], visibleAt: number): void {
  const texts = bodies.map((body) => JSON.stringify(body));
  const tooLong = texts.findIndex((text) => Buffer.byteLength(text) > MOST_BYTES);
  if (tooLong >= 0)
    throw new AppError(
      "invalid",
      `message ${tooLong + 1} for the queue ${name} is larger than ${MOST_BYTES / 1024} KiB`,
    );
  const insert = store.sql("INSERT INTO messages (queue, visible_at, body) VALUES (?, ?, ?)");
  if (texts.length) store.transaction(() => texts.forEach((text) => insert.run(name, visibleAt, text)));
}

type Receiving = QueueOptions & {
  readonly max: number;
  readonly at: number;
  readonly toDeadLetters: (id: number) => void;
};

function receiveSome<Body>(store: Store, name: string, receiving: Receiving): Message<Body>[] {
  const rows = store
    .sql<MessageRow>(`SELECT id, attempts, body FROM messages WHERE queue = ? AND visible_at <= ?
      ORDER BY visible_at, id LIMIT ?`)
    .all(name, receiving.at, receiving.max);
  const hide = store.sql("UPDATE messages SET visible_at = ?, attempts = ? WHERE id = ?");
  const messages: Message<Body>[] = [];
  for (const { id, attempts, body } of rows) {
    // Nobody said that the last attempt failed, but nobody finished it in time either.
    if (attempts >= receiving.maxAttempts) receiving.toDeadLetters(id);
    else {
      hide.run(receiving.at + receiving.visibilitySeconds * 1000, attempts + 1, id);
      messages.push({ id: String(id), body: JSON.parse(body), attempt: attempts + 1 });
    }
  }
  return messages;
}

function listDead<Body>(store: Store, name: string): DeadLetter<Body>[] {
  return store
    .sql<MessageRow & { failed_at: number }>("SELECT * FROM dead_letters WHERE queue = ? ORDER BY id")
    .all(name)
    .map((row) => ({
      id: String(row.id),
      body: JSON.parse(row.body),
      attempts: row.attempts,
      failedAt: row.failed_at,
    }));
}

function redriveAll(store: Store, name: string, at: number): number {
  const { changes } = store
    .sql(
      `INSERT INTO messages (queue, visible_at, body) SELECT queue, ?, body FROM dead_letters WHERE queue = ? ORDER BY id`,
    )
    .run(at, name);
  store.sql("DELETE FROM dead_letters WHERE queue = ?").run(name);
  return Number(changes);
}
