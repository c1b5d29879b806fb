import { entity } from "../entity.ts";
import { engagementKey } from "../keys.ts";
import type { Table } from "../ports.ts";
import type { Engagement } from "./engagement.ts";

/** What each prospect clicked before, by topic with how often; those who never clicked are left out. For picking the next article. */
export async function getClickedTopics(
  table: Table,
  prospectIds: readonly string[],
): Promise<Map<string, Engagement["clickedTopics"]>> {
  const items = await table.getMany(prospectIds.map(engagementKey));
  return new Map(items.map(entity<Engagement>).map(({ prospectId, clickedTopics }) => [prospectId, clickedTopics]));
}
