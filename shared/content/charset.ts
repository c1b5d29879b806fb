const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Text by its byte order mark or as UTF-8, line ends as `\n`; undefined when it is neither. */
export function decodeUnicode(bytes: Uint8Array): string | undefined {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be", { fatal: true }).decode(bytes);
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text in a named charset; undefined when the name means nothing or the bytes are not in it. */
export function decodeAs(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes that stand for nothing in windows-1252, and control bytes no text has. */
const NO_TEXT = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d, 0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21]);

/**
 * Text of a Western European office machine, if that is plausible: nothing that is not text, and at most one
 * byte in five beyond ASCII.
 */
export function decodeWestern(bytes: Uint8Array): string | undefined {
  let high = 0;
  for (const byte of bytes) {
    if (NO_TEXT.has(byte)) return undefined;
    if (byte > 0x7f) high++;
  }
  return high * 5 > bytes.length ? undefined : decodeAs(bytes, "windows-1252");
}

export const toLines = (text: string): string => text.replace(/\r\n?/g, "\n");

/** Programs that wrote windows-1252 and called it Latin-1 or Unicode left curly quotes among the control characters. */
export function withQuotesForControls(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) =>
    new TextDecoder("windows-1252").decode(Uint8Array.of(control.charCodeAt(0))),
  );
}
