import { entryOf, mailOf } from "./mail.ts";

/** How emails and what is each reader's own in them are made. */
export type Making = { readonly mailOf: typeof mailOf; readonly entryOf: typeof entryOf };

export const making: Making = { mailOf, entryOf };
