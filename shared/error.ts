/** What an error says, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a caller did wrong, mapped once per transport (HTTP status, exit code). */
export type ErrorKind = "invalid" | "not-found" | "forbidden" | "conflict";

/** A caller's mistake. The message is shown to people, so it names the file, row or field. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  constructor(kind: ErrorKind, message: string) {
    super(message);
    this.name = "AppError";
    this.kind = kind;
  }
}

/**
 * A guarded transaction lost a race; nothing was written. `failed` holds the positions (0-based) of
 * the writes whose guard did not hold, so that the caller can leave those out and go again.
 */
export class Conflict extends Error {
  readonly failed: readonly number[];
  constructor(failed: readonly number[]) {
    super(`guard failed for write ${failed.join(", ")}`);
    this.name = "Conflict";
    this.failed = failed;
  }
}
