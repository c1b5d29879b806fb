import type { Context } from "hono";
import type { App } from "../../shared/app.ts";
import type { Signal } from "../../shared/engagement/signal.ts";
import { newId } from "../../shared/id.ts";
import { linkName } from "../../shared/link.ts";
import type { Link } from "../../shared/link.ts";
import { remoteNetwork } from "./remote.ts";
import type { Report } from "./report.ts";

/**
 * Queues the open or click as it came, with the block of network addresses and never the address; consent and machines are looked at later. A person
 * waits for the answer, so a queue that is down costs us the signal and not them the article.
 */
export async function notice(app: App, c: Context, link: Link, report: Report): Promise<void> {
  const name = linkName(link);
  const kind = name ? "click" : link.kind;
  if (kind !== "open" && kind !== "click") return;
  const userAgent = c.req.header("user-agent")?.slice(0, 400).toWellFormed();
  const network = remoteNetwork(c);
  const signal: Signal = {
    id: newId(),
    prospectId: link.prospectId,
    kind,
    at: app.now(),
    method: c.req.method === "HEAD" ? "HEAD" : "GET",
    ...(link.slot && { slot: link.slot }),
    ...(name && { link: name }),
    ...(userAgent && { userAgent }),
    ...(network && { network }),
  };
  await app.signals.send([signal]).catch(report);
}
