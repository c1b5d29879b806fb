import type { Command } from "commander";
import { answer } from "../../commands/answer.ts";
import { rotateLinkKeys } from "../open-world.ts";
import { folder } from "./folder.ts";
import type { FolderOptions } from "./folder.ts";

export function addKeys(program: Command): void {
  const keys = program.command("keys").description("the keys that sign links in emails");
  folder
    .options(keys.command("rotate"))
    .description("sign with a new key from now on; links already sent go on working")
    .action(async (options: FolderOptions) => {
      const count = await folder.within(options, "there", ({ table }) => rotateLinkKeys(table));
      answer(options, { keys: count }, () => `A new key signs; ${count} keys are good.`);
    });
}
