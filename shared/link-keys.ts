import type { LinkKey } from "./config.ts";
import { AppError } from "./error.ts";
import { newId } from "./id.ts";

/** With a secret of 36 characters of base 32, 180 random bits. */
export const newLinkKey = (): LinkKey => ({ id: newId().slice(0, 4), secret: `${newId()}${newId()}${newId()}` });

/** Links signed with a key that has been replaced so many times stop working. */
const MOST_KEYS = 5;

/** A new key signs from now on; the earlier ones go on verifying. */
export const rotated = (keys: readonly LinkKey[]): readonly LinkKey[] => [newLinkKey(), ...keys].slice(0, MOST_KEYS);

/** Keys as one secret: `id:secret,id:secret`, the first one signs. */
export const writeLinkKeys = (keys: readonly LinkKey[]): string =>
  keys.map(({ id, secret }) => `${id}:${secret}`).join(",");

/** Throws AppError("invalid") for what `writeLinkKeys` never writes; it does not say the secret. */
export function readLinkKeys(text: string): readonly LinkKey[] {
  return text
    .trim()
    .split(",")
    .map((pair, position) => {
      const [, id, secret] = /^([\w-]+):([\w-]{32,})$/.exec(pair.trim()) ?? [];
      if (!id || !secret)
        throw new AppError(
          "invalid",
          `link key ${position + 1} is not written as id:secret with 32 characters or more`,
        );
      return { id, secret };
    });
}
