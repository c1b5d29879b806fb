/**
 * The five ports through which Midweek faces the world. Each has an adapter in shared/local (SQLite,
 * outbox or SMTP, croner) and one in shared/aws; both pass the same suite in tests/contract.
 */

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

// --- Table -----------------------------------------------------------------------------------------

export type Key = { readonly pk: string; readonly sk: string };

/**
 * One row: its key, and the entity's own fields in `data`. `index` puts it on the one secondary index
 * (absent = not on it, which is how to-do lists stay short). `expiresAt` (epoch ms): gone some time after.
 */
export type Item = Key & {
  readonly data: { readonly [field: string]: Json | undefined };
  readonly index?: Key | undefined;
  readonly expiresAt?: number | undefined;
};

/** Must hold at the moment of the write. `match` compares top-level fields of `data`; null = field absent or null. */
export type Guard =
  | "absent"
  | "present"
  | { readonly match: { readonly [field: string]: string | number | boolean | null } };

export type Write =
  | { readonly kind: "put"; readonly item: Item; readonly guard?: Guard | undefined }
  | { readonly kind: "remove"; readonly key: Key; readonly guard?: Guard | undefined }
  | { readonly kind: "check"; readonly key: Key; readonly guard: Guard }
  | {
      /**
       * Changes fields of an item without reading it. `set` with undefined removes the field; `index: null` takes the item off
       * the index. Without a guard it creates the item if there is none. `add` counts up (or down): a field that is absent counts as 0, one
       * that is no number makes the write fail; no field is in both `set` and `add`.
       */
      readonly kind: "update";
      readonly key: Key;
      readonly set: { readonly [field: string]: Json | undefined };
      readonly add?: { readonly [field: string]: number } | undefined;
      readonly index?: Key | null | undefined;
      readonly guard?: Guard | undefined;
    };

/**
 * What `writeEach` takes: a change of some fields of an item that is there, on condition. No more than every store can do on condition in
 * bulk: no field is removed or added to, the item keeps its place on the index, and the names are letters, digits and underscores.
 */
export type ConditionalUpdate = {
  readonly kind: "update";
  readonly key: Key;
  readonly set: { readonly [field: string]: Json };
  readonly guard: "present" | { readonly match: { readonly [field: string]: string | number | boolean } };
};

export type Query = {
  readonly pk: string;
  /** Ask the index instead of the primary key. */
  readonly index?: boolean | undefined;
  /** Only sort keys that start with this. */
  readonly prefix?: string | undefined;
  /** Only sort keys at or after / at or before this. Not together with `prefix`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly reverse?: boolean | undefined;
  /**
   * Items come without `data` and `expiresAt`, which is cheaper on the index. The index may lag a moment behind the items, and there nobody looks
   * whether their time is over: what must be certain is to be read again.
   */
  readonly keysOnly?: boolean | undefined;
  /** At most so many items in one page; 1 to 1000, default 100. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
};

export type Page = { readonly items: Item[]; readonly cursor?: string | undefined };

export interface Table {
  get(key: Key): Promise<Item | undefined>;
  /** Any number of keys, read in as few round trips as the store allows; missing ones are left out, order is not kept. */
  getMany(keys: readonly Key[]): Promise<Item[]>;
  query(query: Query): Promise<Page>;
  /** All or nothing, 1 to 100 writes, each on a different item. Throws `Conflict` when a guard does not hold. */
  write(...writes: readonly Write[]): Promise<void>;
  /** Any number of unguarded puts and removes, batched, not atomic as a whole. For imports. */
  writeMany(writes: readonly Write[]): Promise<void>;
  /**
   * Any number of changes, each on a different item and each by itself, in as few round trips as the store allows and at half the price of a
   * transaction. What it throws for may have been written in part.
   * @returns the positions that were not written, in order: the guard did not hold, or others were at the item all the time. A write that was
   * made but whose answer got lost may be among them; look at the item to be sure
   */
  writeEach(writes: readonly ConditionalUpdate[]): Promise<number[]>;
}

// --- Queue -----------------------------------------------------------------------------------------

export type Message<Body> = {
  readonly id: string;
  readonly body: Body;
  /** 1 on first delivery. */ readonly attempt: number;
};

/** What a consumer takes from a queue, at least once and in no promised order. */
export interface Queue<Body> {
  /** Bodies are JSON of at most 256 KiB each. `delaySeconds` 0 to 900. */
  send(bodies: readonly Body[], options?: { readonly delaySeconds?: number }): Promise<void>;
}

// --- Mailer ----------------------------------------------------------------------------------------

/** Literal text and the names of the values that stand between, alternating: text, name, text, name, text. */
export type Segments = readonly string[];

/** One compiled rendering; `id` is a hash of its content, so equal renderings have equal ids. */
export type Rendering = {
  readonly id: string;
  readonly subject: Segments;
  readonly html: Segments;
  readonly text: Segments;
};

export type MailEntry = {
  readonly to: { readonly name?: string | undefined; readonly address: string };
  /** Raw values by name; the mailer's `fill` escapes them for html and leaves them as they are in subject and text. */
  readonly values: { readonly [name: string]: string };
  readonly headers: { readonly [name: string]: string };
  /** Ride with every event about the email; names and values only of [A-Za-z0-9_-]. */
  readonly tags: { readonly [name: string]: string };
};

export type Attachment = {
  readonly fileName: string;
  /** As in `text/calendar; charset=utf-8; method=REQUEST`; at most 78 characters. */
  readonly contentType: string;
  readonly content: string;
};

export type BulkMail = {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  readonly rendering: Rendering;
  /** Go with every entry. */
  readonly attachments?: readonly Attachment[] | undefined;
  /** 1 to 50. */
  readonly entries: readonly MailEntry[];
};

/**
 * accepted: the provider has it. refused: it will never take it (reason says why). throttled: it took nothing, may be
 * tried again. unknown: the answer was lost; it may or may not go out, so it must not be repeated.
 * `about: "address"` of a refusal: no email to this address will ever arrive, so that it must not be mailed again; without it,
 * the refusal is of this one email.
 */
export type MailResult =
  | { readonly outcome: "accepted"; readonly messageId: string }
  | { readonly outcome: "refused"; readonly reason: string; readonly about?: "address" | undefined }
  | { readonly outcome: "throttled" | "unknown"; readonly reason: string };

export interface Mailer {
  /** One result per entry, in order. Never throws for an entry's sake. */
  sendBulk(mail: BulkMail): Promise<MailResult[]>;
  /** Removes every copy kept here of emails tagged with this prospect (tag `prospect`); nothing to do where none are kept. */
  forget(prospectId: string): Promise<void>;
}

// --- Outlet ----------------------------------------------------------------------------------------

/** A message to somebody else's server; the answer's body is nobody's concern. */
export type Outgoing = {
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
};

/** What a server answered; header names in lower case. */
export type Fetched = {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: Uint8Array;
  /** Where the answer came from, after redirects. */
  readonly url: string;
};

export interface Outlet {
  /**
   * GETs a page, feed or picture of somebody else's, with at most five redirects, ten seconds and `mostBytes` of body; addresses inside the own network are
   * refused. What did not come about is `failed`, with why; never throws.
   */
  get(asked: {
    readonly url: string;
    readonly headers?: { readonly [name: string]: string } | undefined;
    /** "HEAD": without the body. */
    readonly method?: "GET" | "HEAD" | undefined;
    readonly mostBytes: number;
  }): Promise<Fetched | { readonly failed: string }>;
  /** POSTs, follows no redirect, gives up after ten seconds. What did not come about at all is `failed`, with why; never throws. */
  post(outgoing: Outgoing): Promise<{ readonly status: number } | { readonly failed: string }>;
}

// --- Scheduler -------------------------------------------------------------------------------------

export type Schedule = {
  /** Unique; [A-Za-z0-9_.-], at most 64 characters. */
  readonly name: string;
  /** EventBridge Scheduler's own grammar: `cron(0 15 ? * WED *)` or `at(2026-11-25T15:15:00)`; wall time in `timeZone`. */
  readonly expression: string;
  readonly timeZone: string;
  /** Name of the scheduled function in stacks/topology.ts. */
  readonly target: "dispatch" | "sweep" | "remind" | "gather";
  /** Handed to the target as is, with `scheduledAt` (epoch ms) added by the scheduler. */
  readonly input: { readonly [field: string]: Json | undefined };
};

export interface Scheduler {
  /** Creates it or replaces the one of that name. A one-time `at()` schedule removes itself once it has fired. */
  put(schedule: Schedule): Promise<void>;
  /** Removing what is not there is fine. */
  remove(name: string): Promise<void>;
  /** Names that start with `prefix`, in order. */
  list(prefix: string): Promise<string[]>;
}
