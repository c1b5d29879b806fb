import * as z from "zod";
import { noteKey, notePrefix, prospectPk } from "../keys.ts";
import { newId } from "../id.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";

/** One line of a prospect's history besides touches, signals and calls: "Opted out by the link in the email of 25 November". */
export const Note = z.object({
  prospectId: z.string(),
  at: z.number(),
  text: z.string(),
  /** Of an opt-out by the link of a slot's email: that slot. */
  optedOutOf: z.iso.date().optional(),
});
export type Note = z.infer<typeof Note>;

export const putNote = (note: Note): Write => ({
  kind: "put",
  item: { ...noteKey(note.prospectId, note.at, newId()), data: Note.parse(note) },
});

/** Oldest first. */
export async function notesOf(table: Table, prospectId: string): Promise<Note[]> {
  return (await readAll(table, { pk: prospectPk(prospectId), prefix: notePrefix })).map((item) =>
    Note.parse(item.data),
  );
}
