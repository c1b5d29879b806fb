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
 * Where a click goes: to what was kept with the touch when it was sent, to the rep's calling link, or to where the company says what it costs; never to
 * an address out of the request. The hidden link leads to the article, so that a person who comes upon it is not stuck. Undefined when what it led to
 * is gone.
 */
export async function targetOf(app: App, { link, slot, prospectId }: Link): Promise<string | undefined> {
  switch (link) {
    case "read":
    case "hidden":
      return webAddress(slot && (await getTouch(app.table, prospectId, slot))?.target);
    case "meeting": {
      const repId = (await getProspect(app.table, prospectId))?.repId;
      return webAddress(repId && (await getRep(app.table, repId))?.callingLink);
    }
    case "pricing":
      return webAddress(app.config.company.pricingPage);
    default:
      return undefined;
  }
}
