/** One line of a history. */
export type Entry = {
  readonly at: number;
  readonly kind: "email" | "skip" | "signal" | "machine" | "call" | "note";
  readonly what: string;
  readonly detail?: string | undefined;
  readonly href?: string | undefined;
};
