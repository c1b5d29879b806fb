import type { App } from "../../../shared/app.ts";
import { callsOf } from "../../../shared/call/store.ts";
import { touchKey } from "../../../shared/keys.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { prospect } from "./small-world.ts";

/** Somebody more in the small world, who got the same emails as the first; a colleague unless the address is another company's. */
export async function addColleague(app: App, id: string, changes: Partial<Prospect> = {}): Promise<void> {
  const touches = await touchesOf(app.table, "p1");
  const sent = { touchCount: touches.length, unanswered: touches.length };
  await app.table.write(
    ...putProspect({ ...prospect({ id, email: `${id}@fabrica.example`, ...changes }), ...sent }, undefined),
  );
  await app.table.writeMany(
    touches.map((touch) => ({
      kind: "put",
      item: { ...touchKey(id, touch.date), data: { ...touch, prospectId: id } },
    })),
  );
}

/** A prospect's call tasks as a word each: "hot", "warming", "taken back", "closed". */
export async function tasksOf(app: App, prospectId: string): Promise<string[]> {
  const calls = await callsOf(app.table, prospectId);
  return calls.map(({ state, lane, withdrawn }) => (withdrawn ? "taken back" : state === "open" ? lane : state));
}
