/** In milliseconds. Apart from time.ts, so that what only counts them does not carry the zone rules with it. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
