import type { App } from "../../shared/app.ts";
import type { Link } from "../../shared/link.ts";
import { getProspect } from "../../shared/prospect/store.ts";
import { getRep } from "../../shared/rep/store.ts";
import { getTouch } from "../../shared/touch/store.ts";

/** The address if a browser may be sent there: http or https, in the form that fits a header. */
export function webAddress(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/**
 * Where a click goes: to what was kept with the touch when it was sent, or to the rep's calling link; never to an address out of the request.
 * Undefined when the touch, the prospect or the rep is gone.
 */
export async function targetOf(app: App, link: Link): Promise<string | undefined> {
  if (link.link === "read" && link.slot)
    return webAddress((await getTouch(app.table, link.prospectId, link.slot))?.target);
  if (link.link !== "meeting") return undefined;
  const repId = (await getProspect(app.table, link.prospectId))?.repId;
  return webAddress(repId && (await getRep(app.table, repId))?.callingLink);
}
