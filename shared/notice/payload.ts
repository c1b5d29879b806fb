import * as z from "zod";
import { Call, Disposition, NextStep } from "../call/call.ts";
import { displayName, type Prospect } from "../prospect/prospect.ts";
import type { About } from "./about.ts";
import type { Notice } from "./notice.ts";

/** "2026-11-25T15:00:00.000Z". */
const Instant = z.iso.datetime();

/**
 * The body of a webhook. It has the task as it is when it is told, not as it was when it changed: of two messages the one with the higher `version` is
 * right, and what comes with a lower one can be dropped.
 */
export const WebhookBody = z.object({
  type: z.enum(["call.opened", "call.changed", "call.done"]),
  /** When it happened; the same in every attempt to tell it. */
  timestamp: Instant,
  data: z.object({
    call: z.object({
      /** "<id of the prospect>-<number>". */
      id: z.string(),
      number: z.number().int(),
      version: z.number().int(),
      lane: Call.shape.lane,
      state: Call.shape.state,
      why: z.string(),
      openedAt: Instant,
      /** When to call. */
      dueAt: Instant,
      closedAt: Instant.optional(),
      /** Whose task it is; absent while it is nobody's. */
      rep: z.object({ email: z.email(), name: z.string() }).optional(),
      /** `nextStep.note` only for endpoints with names, because reps write names into notes. */
      lastAttempt: z.object({ at: Instant, disposition: Disposition, nextStep: NextStep.optional() }).optional(),
    }),
    prospect: z.object({
      id: z.string(),
      /** The CRM's own record id, where it was imported. */
      crmId: z.string().optional(),
      /** The rest only for endpoints with names. */
      name: z.string().optional(),
      company: z.string().optional(),
      email: z.string().optional(),
    }),
  }),
});
export type WebhookBody = z.infer<typeof WebhookBody>;

const instant = (at: number): string => new Date(at).toISOString();

/** Seven digits and more, however they are parted, are a telephone number; a date is not. */
const NUMBER = String.raw`(?!\d{4}-\d\d-\d\d(?!\d))\+?\(?\d(?:[\s()./\-]{0,2}\d){6,}`;

/** The text without what would tell whom it is about: names, addresses and telephone numbers. */
function withoutNames(text: string, { firstName, lastName, company, email }: Prospect): string {
  const names = [email, [firstName, lastName].filter(Boolean).join(" "), lastName, firstName, company]
    .filter((name) => name !== undefined && name.length > 1)
    .map((name) => RegExp.escape(name ?? ""));
  const known = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...names, "[^\\s@]+@[^\\s@]+", NUMBER].join("|")})(?![\\p{L}\\p{N}])`,
    "giu",
  );
  return text.replaceAll(known, "…");
}

const SAID_NO: ReadonlySet<string> = new Set(["connected", "not interested"] satisfies Disposition[]);

function lastAttemptOf({ attempts }: Call, withNames: boolean): WebhookBody["data"]["call"]["lastAttempt"] {
  const last = attempts.at(-1);
  if (!last) return undefined;
  const { note, ...step } = last.nextStep;
  const { at, disposition } = last;
  // Nobody said no by not answering, or by having another's number.
  if (step.kind === "declined" && !SAID_NO.has(disposition)) return { at: instant(at), disposition };
  return { at: instant(at), disposition, nextStep: withNames && note !== undefined ? { ...step, note } : step };
}

/** What an endpoint is told of a notice. */
export function webhookBody(
  notice: Notice,
  { call, prospect, rep }: About,
  { withNames }: { readonly withNames: boolean },
): WebhookBody {
  const { prospectId, number, version, lane, state, why, openedAt, dueAt, closedAt } = call;
  const lastAttempt = lastAttemptOf(call, withNames);
  return WebhookBody.parse({
    type: `call.${notice.what}`,
    timestamp: instant(notice.at),
    data: {
      call: {
        id: `${prospectId}-${number}`,
        number,
        version,
        lane,
        state,
        why: withNames ? why : withoutNames(why, prospect),
        openedAt: instant(openedAt),
        dueAt: instant(dueAt),
        ...(closedAt !== undefined && { closedAt: instant(closedAt) }),
        ...(rep && { rep: { email: rep.email, name: rep.name } }),
        ...(lastAttempt && { lastAttempt }),
      },
      prospect: {
        id: prospect.id,
        crmId: prospect.crmId,
        ...(withNames && { name: displayName(prospect), company: prospect.company, email: prospect.email }),
      },
    },
  });
}
