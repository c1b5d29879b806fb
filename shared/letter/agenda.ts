import type { Call } from "../call/call.ts";

const FIRST = {
  call: "What has happened on your side since we last spoke",
  meeting: "Where things stand on your side, and who else should hear of it",
  demo: "What you would like to see, in the order that matters to you",
  trial: "What you tried, and what got in the way",
  "send material": "Your questions about what I sent",
} as const;

/** Three lines, because a call of half an hour has room for no more (practices 29 and 45). Nothing in them is for the rep alone. */
export function agendaOf({ step, brief }: Pick<Call, "step" | "brief">): string[] {
  const kind = step === undefined || step.kind === "declined" ? "call" : step.kind;
  const point = brief.talkingPoint;
  return [
    FIRST[kind],
    point ? `Something new that may be of use: ${point.title}` : "What should be different once this is solved",
    "What comes next, and by when",
  ];
}
