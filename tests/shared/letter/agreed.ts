/** Ana of Northgate has agreed on a meeting with Rui of Porto Foods: Thursday 3 December 2026, 10:00 in Lisbon. It is Monday 23 November. */
import type { Attempt, Call } from "../../../shared/call/call.ts";
import { noCalls, putCall, putCalls } from "../../../shared/call/store.ts";
import { draftFollowUp } from "../../../shared/follow-up/draft.ts";
import type { FollowUp } from "../../../shared/follow-up/follow-up.ts";
import { putFollowUp } from "../../../shared/follow-up/store.ts";
import { sendFollowUp } from "../../../shared/follow-up/send.ts";
import type { FollowUpToSend } from "../../../shared/follow-up/send.ts";
import type { OutboxEmail } from "../../../shared/local/outbox.ts";
import { listOutbox } from "../../../shared/local/outbox.ts";
import type { Mailer } from "../../../shared/ports.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { toInstant } from "../../../shared/time.ts";
import { MONDAY, ana, article, prospect, testConfig, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

export const MEETING_AT = toInstant("Europe/Lisbon", "2026-12-03", "10:00")!;

export const spoken: Attempt = {
  at: MONDAY,
  repId: "ana",
  disposition: "connected",
  notes: "Hates his boss. Budget is tight.",
  nextStep: { kind: "meeting", date: "2026-12-03", time: "10:00" },
  promises: [{ text: "the figures of three depots", due: "2026-11-30" }],
};

/** The call that Ana has just made. */
export const made: Call = {
  prospectId: "rui",
  number: 1,
  repId: "ana",
  state: "closed",
  lane: "warming",
  why: "Read three posts about rounds",
  evidence: [],
  openedAt: MONDAY,
  dueAt: MONDAY,
  timeZone: "Europe/Lisbon",
  brief: {
    talkingPoint: {
      articleId: "depots",
      title: "About depots",
      url: "https://northgate.example/blog/depots",
      text: "One thing about depots.",
    },
    questions: ["What keeps you busy?"],
    nextStepToAskFor: "A meeting",
    voicemail: { text: "Hello", seconds: 5 },
  },
  attempts: [spoken],
  closedAt: MONDAY,
  version: 2,
};

/** What they agreed on. */
export const agreed: Call = {
  ...made,
  number: 2,
  state: "open",
  lane: "agreed",
  why: "Agreed: meeting on 3 Dec 2026 at 10:00",
  dueAt: MEETING_AT,
  attempts: [],
  step: spoken.nextStep,
  closedAt: undefined,
  version: 1,
};

type Parts = { readonly mailer?: Mailer; readonly rui?: Partial<Prospect>; readonly call?: Partial<Call> };

export async function afterTheCall({ mailer, rui = {}, call = {} }: Parts = {}): Promise<TestWorld> {
  const world = await testWorld({
    prospects: [prospect("rui", { phone: "+351912345678", ...rui })],
    articles: [article("depots"), article("rounds")],
    ...(mailer && { mailer }),
  });
  const next: Call = { ...agreed, ...call };
  await world.app.table.write(
    putCall(made, "absent"),
    putCall(next, "absent"),
    putCalls({ ...noCalls("rui"), open: next.number, last: next.number }, noCalls("rui")),
  );
  return world;
}

export const draft = (changes: Partial<Parameters<typeof draftFollowUp>[0]> = {}): FollowUp =>
  draftFollowUp({
    prospect: prospect("rui"),
    rep: ana,
    company: testConfig.company,
    call: made,
    attempt: spoken,
    attemptNumber: 1,
    nextCall: agreed,
    now: MONDAY,
    ...changes,
  });

/** With the draft that is due after the call. */
export async function withDraft(parts: Parts = {}): Promise<TestWorld> {
  const world = await afterTheCall(parts);
  await world.app.table.write(putFollowUp(draft(), "absent"));
  return world;
}

/** Ana sends it as it was drafted. */
export const send = (world: TestWorld, changes: Partial<FollowUpToSend> = {}) => {
  const { subject, text } = draft();
  return sendFollowUp(world.app, {
    prospectId: "rui",
    number: 1,
    attempt: 1,
    subject,
    text,
    invite: true,
    by: "ana",
    ...changes,
  });
};

/** What lies in the outbox for an address and is no touch, oldest first. */
export const mailTo = (world: TestWorld, address = "rui@customer.example"): OutboxEmail[] =>
  listOutbox(world.store, { limit: 1000 })
    .filter(({ to, tags }) => to.address === address && tags["slot"] === undefined)
    .toReversed();

/** The meeting is off. */
export const closeCall = (world: TestWorld): Promise<void> =>
  world.app.table.write(
    putCall({ ...agreed, state: "closed", closedAt: MONDAY, version: 2 }, { match: { version: 1 } }),
  );

/** The meeting is moved to another moment of the prospect's clock. */
export async function moveCall(world: TestWorld, date: string, time: string): Promise<Call> {
  const moved: Call = {
    ...agreed,
    step: { kind: "meeting", date, time },
    dueAt: toInstant(agreed.timeZone, date, time)!,
    version: 2,
  };
  await world.app.table.write(putCall(moved, { match: { version: 1 } }));
  return moved;
}
