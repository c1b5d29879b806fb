import type { WebhookBody } from "../../shared/notice/payload.ts";

/** What a program without names is told of a call that was made, for those who write the program. */
export const webhookExample: WebhookBody = {
  type: "call.changed",
  timestamp: "2026-11-25T15:04:05.000Z",
  data: {
    call: {
      id: "3k7q9x2mw5tz-2",
      number: 2,
      version: 3,
      lane: "hot",
      state: "open",
      why: "Asked for it: replied",
      openedAt: "2026-11-25T14:58:40.000Z",
      dueAt: "2026-11-27T10:00:00.000Z",
      rep: { email: "ana@northgate.example", name: "Ana Sousa" },
      lastAttempt: {
        at: "2026-11-25T15:04:05.000Z",
        disposition: "no answer",
        nextStep: { kind: "call", date: "2026-11-27" },
      },
    },
    prospect: { id: "3k7q9x2mw5tz", crmId: "0035g00000AbCdE" },
  },
};
