import type { OutboxEmail, OutboxRow } from "../../shared/local/outbox.ts";
import type { DeclaredConsent } from "../../shared/prospect/mail-consent.ts";
import type { Move } from "./chrome.ts";

/** An email in a list: everything but its bodies. */
export type OutboxLine = OutboxRow & { readonly subject: string };

/** What came of one row, file or entry of an import. */
export type ImportLine = {
  /** Row number or file name. */
  readonly place: string;
  readonly outcome: "imported" | "updated" | "unchanged" | "refused" | "left out" | "noted";
  readonly field?: string | undefined;
  readonly reason?: string | undefined;
};

/** What an import did, or would do. `lines` need not name every row that went in well. */
export type ImportLines = {
  readonly counts: { readonly [outcome: string]: number };
  readonly lines: readonly ImportLine[];
};

export type UploadedFile = { readonly path: string; readonly bytes: Uint8Array };

/** What only the one-machine runtime offers; elsewhere the pages that need it are not there. */
export type LocalWorld = {
  readonly emails: {
    /** Newest first; `before` is the id of the last one of the page before. */
    list(page: { limit: number; before?: number | undefined }): readonly OutboxLine[];
    read(id: number): OutboxEmail | undefined;
  };
  readonly time: {
    now(): number;
    moves(): Promise<readonly Move[]>;
    /** Resolves when everything that was due until then has happened. */
    move(to: number): Promise<void>;
  };
  /** The company that a first start fills in; `there` while it is. Removing leaves what is one's own; `repStays`: a rep of the sample too. */
  readonly sample: {
    there(): Promise<boolean>;
    remove(): Promise<{ readonly repStays: boolean }>;
  };
  /** The company says something else of itself; what is sent from now on should too. */
  readonly settingsChanged: () => Promise<void>;
  /** Each throws AppError("invalid") when nothing of it can be read. */
  readonly importFiles: {
    /** `baseUrl` is where the posts are read; left out = under the company's website. */
    posts(files: readonly UploadedFile[], dryRun: boolean, baseUrl?: string): Promise<ImportLines>;
    prospects(file: UploadedFile, dryRun: boolean, consent?: DeclaredConsent): Promise<ImportLines>;
    reps(file: UploadedFile, dryRun: boolean): Promise<ImportLines>;
    feed(source: UploadedFile | string, dryRun: boolean): Promise<ImportLines>;
  };
};
