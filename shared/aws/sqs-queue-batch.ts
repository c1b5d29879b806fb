import { AppError } from "../error.ts";

const MOST_MESSAGES = 10;
/** Of one message, and of one batch together. */
const MOST_BYTES = 256 * 1024;

/** A body as SQS takes it. */
export type Text = { readonly text: string; readonly bytes: number };

type Place = { readonly position: number; readonly queue: string };

/** Throws an AppError when it is larger than 256 KiB. */
export function textOf(body: unknown, { position, queue }: Place): Text {
  // JSON can write as escapes what SQS does not take (two characters) and what not every stand-in for it takes (all beyond 16 bits).
  const text = JSON.stringify(body).replace(
    /[\ud800-\udfff\ufffe\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16)}`,
  );
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES)
    throw new AppError("invalid", `message ${position} for the queue ${queue} is larger than ${MOST_BYTES / 1024} KiB`);
  return { text, bytes };
}

/** In order, as few batches as that allows. */
export function batchesOf(texts: readonly Text[]): Text[][] {
  const batches: Text[][] = [];
  let size = Infinity;
  for (const text of texts) {
    size += text.bytes;
    const current = batches.at(-1);
    if (current && current.length < MOST_MESSAGES && size <= MOST_BYTES) current.push(text);
    else {
      batches.push([text]);
      size = text.bytes;
    }
  }
  return batches;
}
