import type { Attachment, BulkMail, MailEntry, Mailer, Rendering } from "../ports.ts";
import { fill } from "../touch/fill.ts";
import { checkAttachments, checkCount, flawFinder, withSafeName } from "../mail-entry.ts";
import type { Store } from "./store.ts";

/** An email as it is kept: what differs per person, and which rendering it fills. */
export type OutboxRow = MailEntry & {
  readonly id: number;
  /** Epoch ms. */
  readonly at: number;
  readonly from: BulkMail["from"];
  readonly replyTo: string;
  /** With their content. */
  readonly attachments?: readonly Attachment[] | undefined;
  readonly renderingId: string;
};

/** An email as the prospect gets it. */
export type OutboxEmail = OutboxRow & { readonly subject: string; readonly html: string; readonly text: string };

type EmailRow = {
  readonly id: number;
  readonly at: number;
  readonly rendering_id: string;
  readonly sender: string;
  readonly entry: string;
};

/** A mailer that keeps every email in the store, to be read in the console, and sends none. */
export function outboxMailer(store: Store, now: () => number): Mailer {
  const keepRendering = store.sql("INSERT INTO renderings (id, rendering) VALUES (?, ?) ON CONFLICT DO NOTHING");
  const hasRendering = store.sql("SELECT 1 FROM renderings WHERE id = ?");
  const keep = store.sql("INSERT INTO emails (at, rendering_id, sender, entry, prospect) VALUES (?, ?, ?, ?, ?)");
  const forget = store.sql("DELETE FROM emails WHERE prospect = ?");
  return {
    sendBulk: async ({ from, replyTo, rendering, attachments, entries }) => {
      checkCount(entries);
      checkAttachments(attachments);
      const flawOf = flawFinder(rendering);
      const sender = JSON.stringify({ from, replyTo, attachments });
      const at = now();
      return store.transaction(() => {
        if (!hasRendering.get(rendering.id)) keepRendering.run(rendering.id, JSON.stringify(rendering));
        return entries.map((entry) => {
          const flaw = flawOf(entry);
          if (flaw) return flaw;
          const kept = JSON.stringify(withSafeName(entry));
          const { lastInsertRowid } = keep.run(at, rendering.id, sender, kept, entry.tags["prospect"] ?? null);
          return { outcome: "accepted", messageId: `outbox-${lastInsertRowid}` };
        });
      });
    },
    forget: async (prospectId) => void forget.run(prospectId),
  };
}

const rowOf = ({ id, at, rendering_id, sender, entry }: EmailRow): OutboxRow => ({
  id,
  at,
  renderingId: rendering_id,
  ...JSON.parse(sender),
  ...JSON.parse(entry),
});

function filled(store: Store, row: OutboxRow, known: Map<string, Rendering>): OutboxEmail {
  const rendering = known.get(row.renderingId) ?? renderingOf(store, row.renderingId);
  known.set(row.renderingId, rendering);
  return { ...row, ...fill(rendering, row.values) };
}

function renderingOf(store: Store, id: string): Rendering {
  const row = store.sql<{ rendering: string }>("SELECT rendering FROM renderings WHERE id = ?").get(id);
  if (!row) throw new Error(`the outbox has lost rendering ${id}`);
  return JSON.parse(row.rendering);
}

/** Emails, newest first; `before` is the id of the last one of the page before. */
export function listOutbox(
  store: Store,
  page: { readonly limit: number; readonly before?: number | undefined },
): OutboxEmail[] {
  const known = new Map<string, Rendering>();
  return store
    .sql<EmailRow>("SELECT * FROM emails WHERE id < ? ORDER BY id DESC LIMIT ?")
    .all(page.before ?? Number.MAX_SAFE_INTEGER, page.limit)
    .map((row) => filled(store, rowOf(row), known));
}

export function readEmail(store: Store, id: number): OutboxEmail | undefined {
  const row = store.sql<EmailRow>("SELECT * FROM emails WHERE id = ?").get(id);
  return row && filled(store, rowOf(row), new Map());
}

/** The email the outbox accepted under this message id. */
export function emailOfMessage(store: Store, messageId: string): OutboxEmail | undefined {
  const id = /^outbox-(\d+)$/.exec(messageId)?.[1];
  return id === undefined ? undefined : readEmail(store, Number(id));
}

export const countOutbox = (store: Store): number =>
  store.sql<{ n: number }>("SELECT count(*) AS n FROM emails").get()?.n ?? 0;

const AT_ONCE = 500;

/** Every email in order, from the one after `after`, a page at a time, so that any number fits and others may write meanwhile. */
export function* eachEmail(store: Store, after = 0): Generator<OutboxRow, void> {
  const page = store.sql<EmailRow>("SELECT * FROM emails WHERE id > ? ORDER BY id LIMIT ?");
  let last = after;
  for (;;) {
    const rows = page.all(last, AT_ONCE);
    for (const row of rows) yield rowOf(row);
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)!.id;
  }
}
