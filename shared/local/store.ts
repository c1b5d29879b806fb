import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { AppError, messageOf } from "../error.ts";
import { APPLICATION_ID, SCHEMA_VERSION, TABLES, upgradeFrom } from "./schema.ts";

type Value = string | number | null;

/** A prepared statement whose rows have the shape `Row`. */
export type Sql<Row> = {
  get(...values: readonly Value[]): Row | undefined;
  all(...values: readonly Value[]): Row[];
  run(...values: readonly Value[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
};

/** One SQLite file (or memory) that holds everything Midweek keeps on one machine. */
export type Store = {
  readonly path: string;
  /** Prepares once per text; use constant texts. */
  sql<Row = unknown>(text: string): Sql<Row>;
  /** All of `act` or nothing of it; other processes wait. Not to be nested, and `act` must not be async. */
  transaction<Result>(act: () => Result): Result;
  /** What `act` reads is of one moment, and costs one lock instead of one per statement. */
  reading<Result>(act: () => Result): Result;
  close(): void;
};

/** How long a write waits for another process (the command line beside the server). */
const BUSY_MS = 10_000;

/**
 * Opens or creates the database at `path` (or ":memory:"), with its folder and tables. A file that is something else gives
 * AppError("invalid") naming it.
 */
export function openStore(path: string): Store {
  if (path !== ":memory:") makeFolder(dirname(path));
  return storeOf(path, openDatabase(path));
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new AppError("invalid", `${folder} cannot be the data folder: ${messageOf(error)}`);
  }
}

function openDatabase(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    checkIdentity(path, database);
    // What was committed is in the operating system's hands and so survives the death of the process (kill -9). Only a power cut
    // may take the last moments with it, and never leaves a half-written file; waiting for the disk at every commit
    // (synchronous FULL) would cost milliseconds each.
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -8000; PRAGMA wal_autocheckpoint = 2000`);
    // The version is read under the lock, for another process may be opening it too.
    database.exec("BEGIN IMMEDIATE");
    database.exec(`${upgradeFrom(pragma(database, "user_version"))}; PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof AppError) throw error;
    throw new AppError("invalid", `${path} cannot be opened as a Midweek database: ${messageOf(error)}`);
  }
}

const pragma = (database: DatabaseSync, name: string): number =>
  Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);

function checkIdentity(path: string, database: DatabaseSync): void {
  const isEmpty = !database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get();
  if (!isEmpty && pragma(database, "application_id") !== APPLICATION_ID)
    throw new AppError("invalid", `${path} is not a Midweek database`);
  if (pragma(database, "user_version") > SCHEMA_VERSION)
    throw new AppError("invalid", `${path} was made by a newer Midweek`);
}

function storeOf(path: string, database: DatabaseSync): Store {
  const prepared = new Map<string, StatementSync>();
  const sql = <Row>(text: string): Sql<Row> => {
    let statement = prepared.get(text);
    if (!statement) {
      statement = database.prepare(text);
      prepared.set(text, statement);
    }
    // The one place where rows get their type: the text of the statement is what makes it true.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return statement as unknown as Sql<Row>;
  };
  const begin = sql("BEGIN");
  // Taking the write lock at the start keeps a transaction from failing half way because another process wrote first.
  const beginWriting = sql("BEGIN IMMEDIATE");
  const commit = sql("COMMIT");
  const between = <Result>(start: Sql<unknown>, act: () => Result): Result => {
    start.run();
    try {
      const result = act();
      commit.run();
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  };
  return {
    path,
    sql,
    transaction: (act) => between(beginWriting, act),
    reading: (act) => between(begin, act),
    close: () => database.isOpen && database.close(),
  };
}

function existing(path: string): Store {
  if (!existsSync(path)) throw new AppError("not-found", `${path} does not exist`);
  return openStore(path);
}

/** A copy of a database as it is at one moment, though others may be writing to it. `toPath` must not exist. */
export function copyStore(fromPath: string, toPath: string): void {
  if (existsSync(toPath)) throw new AppError("conflict", `${toPath} exists already`);
  mkdirSync(dirname(toPath), { recursive: true });
  const from = existing(fromPath);
  try {
    from.sql("VACUUM INTO ?").run(toPath);
  } finally {
    from.close();
  }
}

/** The same into memory; the file is left as it is whatever happens to the copy. */
export function copyToMemory(fromPath: string): Store {
  existing(fromPath).close();
  const database = openDatabase(":memory:");
  database.prepare("ATTACH ? AS original").run(fromPath);
  const copies = TABLES.map((table) => `INSERT INTO main.${table} SELECT * FROM original.${table}`);
  // Ids go on from where they were, so that none is given twice.
  const counters =
    "DELETE FROM main.sqlite_sequence; INSERT INTO main.sqlite_sequence SELECT * FROM original.sqlite_sequence";
  database.exec(`BEGIN; ${copies.join("; ")}; ${counters}; COMMIT; DETACH original`);
  return storeOf(":memory:", database);
}
