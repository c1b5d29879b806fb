import { Conflict } from "../error.ts";
import type { Table } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { gatewayDomain, withoutProspect } from "./gateway.ts";
import { getGateway, putGateway } from "./store.ts";

const TRIES = 8;

/** Takes a prospect out of the profile of the domain they get mail at; what is left are counts, and nobody's. Throws `Conflict` after eight lost races. */
export async function leaveGateway(table: Table, prospectId: string, email: string): Promise<void> {
  const domain = gatewayDomain(email);
  if (domain === undefined) return;
  for (let attempt = 1; ; attempt += 1) {
    const before = await getGateway(table, domain);
    const after = withoutProspect(before, prospectId);
    if (after.clicks.length === before.clicks.length) return;
    try {
      await table.write(putGateway(after, before));
      return;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
}

type Addressee = Pick<Prospect, "id" | "email"> | undefined;

/** The same when a prospect gets mail at another domain from now on; nothing when `before` is somebody else, or nobody. */
export async function leaveOldGateway(table: Table, before: Addressee, after: Addressee): Promise<void> {
  if (!before || !after || before.id !== after.id) return;
  if (gatewayDomain(before.email) !== gatewayDomain(after.email)) await leaveGateway(table, before.id, before.email);
}
