import type { Config } from "../config.ts";
import type { Signal } from "../engagement/signal.ts";
import { idOf } from "../id.ts";
import { linkName, readLink } from "../link.ts";
import type { Touch } from "../touch/touch.ts";
import type { Of, OfTouch } from "./feedback.ts";

const LONGEST_USER_AGENT = 400;

/**
 * An open or click the provider saw, as a signal with an id that is the same each time it is told; undefined where the email was not
 * to be measured, or the link is none we measure. Our own links are told by their token, so that our tracker's signal of the same click is the same look.
 */
export function signalOf(
  one: Of<"opened" | "clicked"> & OfTouch,
  touch: Touch | undefined,
  config: Pick<Config, "linkKeys">,
): Signal | undefined {
  if (touch?.tracked === false) return undefined;
  const { prospectId, slot, at, userAgent = "", network } = one;
  const link = one.kind === "clicked" ? linkOf(one.link ?? "", touch, config) : undefined;
  if (one.kind === "clicked" && !link) return undefined;
  return {
    id: idOf(["feedback", one.kind, one.messageId, at, one.link].join(" ")),
    prospectId,
    slot,
    kind: one.kind === "opened" ? "open" : "click",
    at,
    ...(link && { link }),
    ...(one.automated && { automated: true }),
    ...(userAgent && { userAgent: userAgent.slice(0, LONGEST_USER_AGENT) }),
    ...(network && { network }),
  };
}

function linkOf(link: string, touch: Touch | undefined, { linkKeys }: Pick<Config, "linkKeys">): Signal["link"] {
  if (link === touch?.target) return "read";
  const token = URL.canParse(link) ? (new URL(link).pathname.split("/").at(-1) ?? "") : "";
  const ours = readLink(linkKeys, token);
  return ours && linkName(ours);
}
