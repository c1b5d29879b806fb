import type { Command } from "commander";
import { openData, rotateLinkKeys, worldOf } from "../open-world.ts";
import { readSettings } from "../settings.ts";
import { answer, dataFolder, withCommonOptions } from "./shared-options.ts";
import type { CommonOptions } from "./shared-options.ts";

export function addKeys(program: Command): void {
  const keys = program.command("keys").description("the keys that sign links in emails");
  withCommonOptions(keys.command("rotate"))
    .description("sign with a new key from now on; links already sent go on working")
    .action(async (options: CommonOptions) => {
      const store = openData(dataFolder(options), true);
      try {
        const { app } = await worldOf({ store, publicUrl: readSettings(process.env).publicUrl });
        const count = await rotateLinkKeys(app.table);
        answer(options, { keys: count }, () => `A new key signs; ${count} keys are good.`);
      } finally {
        store.close();
      }
    });
}
