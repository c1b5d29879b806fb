import type { LoggedAttempt } from "../call/log.ts";
import type { Disposition } from "../call/call.ts";

const SPOKE: ReadonlySet<Disposition> = new Set(["connected", "meeting booked", "not now", "not interested"]);

type Said = Pick<LoggedAttempt, "disposition" | "nextStep">;

/** Something passed on by hand is a touch, and no call. */
export const isDial = ({ disposition }: Pick<Said, "disposition">): boolean => disposition !== "shared";

/** The prospect was on the phone. */
export const isConversation = ({ disposition }: Pick<Said, "disposition">): boolean => SPOKE.has(disposition);

/** They spoke, and it ended with something dated (practice 49). */
export const isAgreed = (said: Said): boolean => isConversation(said) && said.nextStep.kind !== "declined";
