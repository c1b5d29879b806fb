import { describe, expect, it } from "vitest";
import { addressHash } from "../../../shared/id.ts";
import { audiencePage } from "../../../shared/cadence/store.ts";
import { AUDIENCE_SHARDS } from "../../../shared/keys.ts";
import type { App } from "../../../shared/app.ts";
import { pauseProspect } from "../../../shared/prospect/pause.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { getProspect, standProspect } from "../../../shared/prospect/store.ts";
import { getSuppressions } from "../../../shared/suppression/store.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { addProspect, smallWorld } from "../../functions/track/small-world.ts";

async function audience(app: App): Promise<string[]> {
  const pages = Array.from({ length: AUDIENCE_SHARDS }, (_, shard) =>
    audiencePage(app.table, { cadenceId: "default", timeZone: "Europe/Lisbon", shard }, { limit: 10 }),
  );
  return (await Promise.all(pages)).flatMap((page) => page.prospectIds);
}

async function reader() {
  const { app } = await smallWorld();
  return { app, prospect: await addProspect(app) };
}

describe("suppressing an address", () => {
  it("takes the prospect out of the audience and remembers the address by its hash only", async () => {
    const { app, prospect } = await reader();
    expect(await audience(app)).toEqual([prospect.id]);
    expect(await suppress(app, prospect.id, "bounced", "550 no such mailbox")).toBe("suppressed");
    expect(await audience(app)).toEqual([]);
    const hash = addressHash("Ana@Customer.example ");
    const kept = (await getSuppressions(app.table, [hash])).get(hash);
    expect(kept).toEqual({ addressHash: hash, reason: "bounced", at: expect.any(Number) });
    expect((await notesOf(app.table, prospect.id)).map((note) => note.text)).toEqual(["550 no such mailbox"]);
  });

  it("again keeps the first reason and adds nothing to the timeline", async () => {
    const { app, prospect } = await reader();
    await suppress(app, prospect.id, "complained");
    expect(await suppress(app, prospect.id, "opted out")).toBe("already-suppressed");
    expect((await getProspect(app.table, prospect.id))?.standing).toEqual({ state: "ended", reason: "complained" });
    expect(await notesOf(app.table, prospect.id)).toHaveLength(1);
  });

  it("also counts for someone who had left the cadence for another reason", async () => {
    const { app, prospect } = await reader();
    await app.table.write(...standProspect(prospect, { state: "ended", reason: "replied" }, app.now()));
    expect(await suppress(app, prospect.id, "opted out")).toBe("suppressed");
    expect((await getSuppressions(app.table, [addressHash(prospect.email)])).size).toBe(1);
  });

  it("is not undone by a pause asked for at the same moment", async () => {
    const { app, prospect } = await reader();
    await Promise.all([suppress(app, prospect.id, "opted out"), pauseProspect(app, prospect.id, 90)]);
    expect((await getProspect(app.table, prospect.id))?.standing.state).toBe("ended");
    await pauseProspect(app, prospect.id, 90);
    expect((await getProspect(app.table, prospect.id))?.standing.state).toBe("ended");
  });

  it("of nobody says so", async () => {
    const { app } = await smallWorld();
    expect(await suppress(app, "nobody", "opted out")).toBe("unknown-prospect");
  });
});
