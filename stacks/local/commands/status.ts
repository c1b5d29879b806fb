import type { Command } from "commander";
import { AUDIENCE_SHARDS } from "../../../shared/keys.ts";
import { audiencePage, getCadences, getZones } from "../../../shared/cadence/store.ts";
import { getCompany } from "../../../shared/company.ts";
import { getLibrary } from "../../../shared/content/store.ts";
import { countOutbox } from "../../../shared/local/outbox.ts";
import type { Table } from "../../../shared/ports.ts";
import { everyProspect } from "../../../shared/prospect/every-prospect.ts";
import { getNoDrop } from "../../../shared/prospect/no-drop-store.ts";
import { getReps } from "../../../shared/rep/store.ts";
import { zoneRules } from "../../../shared/time.ts";
import { openData, worldOf } from "../open-world.ts";
import { readSettings } from "../settings.ts";
import { answer } from "../../commands/answer.ts";
import { dataFolder, withFolder } from "./folder.ts";
import type { FolderOptions } from "./folder.ts";

async function countMailable(table: Table): Promise<number> {
  let mailable = 0;
  for (const cadence of await getCadences(table))
    for (const timeZone of await getZones(table, cadence.id))
      for (let shard = 0; shard < AUDIENCE_SHARDS; shard++) {
        let cursor: string | undefined;
        do {
          const page = await audiencePage(table, { cadenceId: cadence.id, timeZone, shard }, { limit: 1000, cursor });
          mailable += page.prospectIds.length;
          cursor = page.cursor;
        } while (cursor);
      }
  return mailable;
}

async function statusOf(folder: string): Promise<{ [name: string]: string | number | null }> {
  const store = openData(folder, true);
  const { app, scheduler, queues } = await worldOf({ store, publicUrl: readSettings(process.env).publicUrl });
  let prospects = 0;
  for await (const { ids } of everyProspect(app.table)) prospects += ids.length;
  const noDrop = await getNoDrop(app.table);
  const due = scheduler.nextDue();
  const status = {
    data: folder,
    company: (await getCompany(app.table))?.name ?? "not filled in yet: nothing is sent",
    cadences:
      (await getCadences(app.table)).map(({ name, paused }) => (paused ? `${name} (paused)` : name)).join(", ") || null,
    clock: new Date(app.now()).toISOString(),
    zoneRules: zoneRules.version,
    runtimeZoneRules: zoneRules.runtimeVersion,
    articles: (await getLibrary(app.table)).length,
    reps: (await getReps(app.table)).length,
    prospects,
    mailable: await countMailable(app.table),
    schedules: (await scheduler.list("")).length,
    nextDue: due ? new Date(due.at).toISOString() : null,
    emails: countOutbox(store),
    dropped: noDrop?.byKind.dropped ?? null,
    waitingTouches: queues.touches.depth(),
    waitingSignals: queues.signals.depth(),
    deadLetters: queues.touches.deadLetters().length + queues.signals.deadLetters().length,
  };
  store.close();
  return status;
}

export function addStatus(program: Command): void {
  withFolder(program.command("status"))
    .description("what is there, the app's clock, and which zone rules are in use")
    .action(async (options: FolderOptions) => {
      const status = await statusOf(dataFolder(options));
      answer(options, status, () =>
        Object.entries(status)
          .map(([name, value]) => `${name.padEnd(17)} ${value ?? "-"}`)
          .join("\n"),
      );
    });
}
