import type { Item } from "../ports.ts";

/** A row of `items`. */
export type ItemRow = {
  readonly pk: string;
  readonly sk: string;
  readonly ipk: string | null;
  readonly isk: string | null;
  readonly expires_at: number | null;
  readonly data: string;
};

export const COLUMNS = "pk, sk, ipk, isk, expires_at, data";

/** Takes one value: the present, in epoch milliseconds. */
export const ALIVE = "(expires_at IS NULL OR expires_at > ?)";

/** In place of the data and the expiry of a row of which only the keys are asked for. */
export const KEY_COLUMNS = "pk, sk, ipk, isk, NULL AS expires_at, '{}' AS data";

export function itemOf(row: ItemRow): Item {
  const item: { -readonly [field in keyof Item]: Item[field] } = {
    pk: row.pk,
    sk: row.sk,
    data: JSON.parse(row.data),
  };
  if (row.ipk !== null && row.isk !== null) item.index = { pk: row.ipk, sk: row.isk };
  if (row.expires_at !== null) item.expiresAt = row.expires_at;
  return item;
}
