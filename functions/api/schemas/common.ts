import { z } from "@hono/zod-openapi";

/** On the wire instants are ISO 8601 in UTC, dates are dates, and a wall-clock time never stands without its zone. */
export const Instant = z.iso.datetime().openapi({ example: "2026-11-25T10:00:00.000Z" });
export const CalendarDate = z.iso.date().openapi({ example: "2026-11-25" });
export const Zone = z.string().openapi({ description: "IANA time zone.", example: "Europe/Lisbon" });

export const Moment = z
  .object({
    at: Instant,
    local: z.string().openapi({ description: "The wall clock of `timeZone`.", example: "2026-11-25T10:00" }),
    timeZone: Zone,
  })
  .openapi("Moment");

export const RepId = z.string().openapi({ description: "Id of a rep.", example: "7h2k9m4p1q8s" });
export const RepRef = z.object({ id: RepId, name: z.string().openapi({ example: "Ana Sousa" }) }).openapi("Rep");

export const ProspectId = z.string().openapi({ description: "Id of a prospect.", example: "3f8x2n6w0c5t" });
export const ProspectPath = z.object({ id: ProspectId });
export const CallPath = ProspectPath.extend({
  number: z.coerce
    .number<string>()
    .int()
    .min(1)
    .max(9999)
    .openapi({ description: "Calls of a prospect count up from 1.", example: 1 }),
});

export const Cursor = z
  .string()
  .max(2000)
  .optional()
  .openapi({ description: "`next` of the page before; leave it out for the first page." });
export const Next = z
  .string()
  .optional()
  .openapi({ description: "Cursor of the next page; not there on the last one." });
export const Version = z.number().int().min(1).openapi({
  description: "The call's `version` as you read it, so that nobody's result is overwritten or saved twice.",
  example: 1,
});
