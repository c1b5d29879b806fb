/** "MIDW": how a Midweek database is told from any other SQLite file. */
export const APPLICATION_ID = 0x4d494457;
export const SCHEMA_VERSION = 2;

export const TABLES = ["items", "messages", "dead_letters", "renderings", "emails", "schedules"] as const;

/**
 * items: the table port; most are not on the index, so the index is partial. Kept in order of arrival (rowid), which makes a batch
 * a third cheaper to write than kept in order of the key. messages and dead_letters: all queues. renderings and
 * emails: the outbox, what is common to many emails once and per email only what differs; `prospect` is the tag of that name.
 * schedules: `next_at` is the coming firing, counted from `counted_from` by the zone rules of version `rules`.
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS items (
  pk TEXT NOT NULL, sk TEXT NOT NULL, ipk TEXT, isk TEXT, expires_at INTEGER, data TEXT NOT NULL,
  PRIMARY KEY (pk, sk));
CREATE INDEX IF NOT EXISTS items_by_index ON items (ipk, isk, pk, sk) WHERE ipk IS NOT NULL;
CREATE INDEX IF NOT EXISTS items_by_expiry ON items (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, visible_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS messages_by_time ON messages (queue, visible_at, id);
CREATE TABLE IF NOT EXISTS dead_letters (
  id INTEGER PRIMARY KEY, queue TEXT NOT NULL, failed_at INTEGER NOT NULL, attempts INTEGER NOT NULL, body TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS renderings (id TEXT PRIMARY KEY, rendering TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS emails (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, rendering_id TEXT NOT NULL, sender TEXT NOT NULL, entry TEXT NOT NULL,
  prospect TEXT);
CREATE INDEX IF NOT EXISTS emails_by_prospect ON emails (prospect) WHERE prospect IS NOT NULL;

CREATE TABLE IF NOT EXISTS schedules (
  name TEXT PRIMARY KEY, schedule TEXT NOT NULL, next_at INTEGER NOT NULL, counted_from INTEGER NOT NULL, rules TEXT NOT NULL)
  WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS schedules_by_time ON schedules (next_at, name)`;

/** What makes a database of version n one of version n + 1, at position n - 1; new columns come last, in `SCHEMA` too. */
const UPGRADES = [
  `ALTER TABLE emails ADD COLUMN prospect TEXT;
  UPDATE emails SET prospect = entry ->> '$.tags.prospect'`,
] as const;

/** Brings a database of `version` (0 = still empty) to what `SCHEMA` asks for. To be run in one transaction. */
export const upgradeFrom = (version: number): string =>
  [...(version > 0 ? UPGRADES.slice(version - 1) : []), SCHEMA].join(";\n");
