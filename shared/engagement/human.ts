import { browsers, machines, pictureProxies } from "./machines.ts";
import type { Signal } from "./signal.ts";

export type Verdict = { readonly human: boolean; readonly reason: string };

/** Nobody reads and clicks that soon; scanners open everything on delivery (seen in mautic/mautic#9798, #9162, #8692). */
const TOO_SOON_MS = 10_000;

const AUTOMATIC_REPLY =
  /^\s*(?:automatic reply|auto-?reply|out of (?:the )?office|abwesenheitsnotiz|réponse automatique)\b/i;

/**
 * Was it a person? `sentAt` (epoch ms) is when the email it answers went out; `visit`: it was part of a walk through the email's links (visit.ts). In
 * doubt no: a rep's call on a scanner's click costs more than a click missed, because interest shows again.
 */
export function judgeSignal(
  signal: Pick<Signal, "kind" | "at" | "userAgent" | "method" | "automated" | "text">,
  sentAt?: number,
  visit = false,
): Verdict {
  if (signal.kind === "reply" && AUTOMATIC_REPLY.test(signal.text ?? ""))
    return { human: false, reason: "an automatic reply" };
  if (signal.kind === "reply" || signal.kind === "form") return { human: true, reason: "the prospect's own words" };
  if (signal.automated) return { human: false, reason: "the mail provider saw a machine" };
  if (signal.method === "HEAD") return { human: false, reason: "only asked for the headers, as link checkers do" };
  if (sentAt !== undefined && signal.at - sentAt < TOO_SOON_MS)
    return { human: false, reason: "within 10 seconds of sending, as scanners do" };
  const verdict = judgeUserAgent(signal.kind, signal.userAgent?.trim() ?? "");
  if (verdict.human && visit)
    return { human: false, reason: "with another link of the same email within 2 seconds, as scanners do" };
  return verdict;
}

function judgeUserAgent(kind: Signal["kind"], userAgent: string): Verdict {
  if (!userAgent) return { human: false, reason: "says nothing of itself, as link scanners do" };
  const proxy = pictureProxies.find(({ pattern }) => pattern.test(userAgent));
  if (proxy && kind === "open") return { human: true, reason: `maybe a person, through ${proxy.who}` };
  const machine = proxy ?? machines.find(({ pattern }) => pattern.test(userAgent));
  if (machine) return { human: false, reason: machine.who };
  if (browsers.some((pattern) => pattern.test(userAgent))) return { human: true, reason: "a browser or mail program" };
  return { human: false, reason: "no browser or mail program we know" };
}
