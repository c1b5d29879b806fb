import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { AppError } from "../../shared/error.ts";

/**
 * Keeps others from running Midweek, or playing for good, on the same data folder. The lock is SQLite's own on a file beside the data, which the
 * operating system lifts when the process is gone, however it went.
 * @returns what lets go of it
 */
export function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, "running.lock"));
  try {
    lock.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
  } catch {
    lock.close();
    throw new AppError("conflict", `Midweek is running on ${folder} already; stop it first, or name another folder`);
  }
  return () => lock.close();
}
