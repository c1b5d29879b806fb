import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { newId } from "../id.ts";
import { displayName } from "../prospect/prospect.ts";
import { getProspect } from "../prospect/store.ts";
import type { Signal } from "./signal.ts";

/** What reached a rep by another way than our links: an answer to an email, or a wish to be called. */
export type Message = {
  readonly kind: "reply" | "form" | "booking";
  /** Epoch ms; default now. */
  readonly at?: number | undefined;
  /** What they said, at most 4000 characters. */
  readonly text: string;
};

const LONGEST = 4000;

/**
 * A prospect got in touch: puts it on the signals queue, where it goes the way of every signal.
 * @returns the signal's id
 * @throws AppError("not-found") for an unknown prospect, AppError("invalid") naming the field for what is still to come or too long
 */
export async function takeMessage(app: App, prospectId: string, message: Message): Promise<string> {
  const prospect = await getProspect(app.table, prospectId);
  if (!prospect || (prospect.standing.state === "ended" && prospect.standing.reason === "erased"))
    throw new AppError("not-found", "there is no such prospect, or they asked to be erased");
  const { kind, at = app.now() } = message;
  if (at > app.now()) throw new AppError("invalid", `when: ${displayName(prospect)} cannot have got in touch yet`);
  const text = message.text.trim();
  if (text.length > LONGEST) throw new AppError("invalid", `said: at most ${LONGEST} characters`);
  const signal: Signal = { id: newId(), prospectId, kind, at, ...(text && { text }) };
  await app.signals.send([signal]);
  return signal.id;
}
