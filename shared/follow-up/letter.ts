import type { App } from "../app.ts";
import type { Call } from "../call/call.ts";
import { getCall } from "../call/store.ts";
import { agendaOf } from "../letter/agenda.ts";
import { composeFollowUp } from "../letter/compose.ts";
import { factsOf } from "../letter/next-call.ts";
import { getRep } from "../rep/store.ts";
import type { Recipient, Written } from "../letter/send.ts";
import type { FollowUp } from "./follow-up.ts";

/** The call that an invitation would be for, if there is one to come and they have agreed to it. */
export async function callToInvite(app: App, { prospectId, nextCall }: FollowUp): Promise<Call | undefined> {
  if (nextCall === undefined) return undefined;
  const call = await getCall(app.table, prospectId, nextCall);
  const agreed = call?.step !== undefined && call.step.kind !== "declined";
  return agreed && call.state === "open" && call.dueAt > app.now() ? call : undefined;
}

/** The email as it goes out; with a call, the invitation to it is attached. */
export async function letterOf(
  app: App,
  { subject, text }: Pick<FollowUp, "subject" | "text">,
  recipient: Recipient,
  call: Call | undefined,
): Promise<Written> {
  const { prospect } = recipient;
  const { company } = app.config;
  // The call may be another rep's by now.
  const theirs = call?.repId === undefined ? undefined : await getRep(app.table, call.repId);
  const rep = theirs ?? recipient.rep;
  const next = call && factsOf({ call, prospect, rep });
  const written = await composeFollowUp({ recipient, company, subject, text, next });
  if (!call) return written;
  const { inviteFor } = await import("../invite.ts");
  const invite = inviteFor({ call, prospect, rep, company, agenda: agendaOf(call), now: app.now() });
  return { ...written, attachments: [invite] };
}
