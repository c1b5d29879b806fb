import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import * as z from "zod";
import { messageOf } from "../../../shared/error.ts";
import { openStore } from "../../../shared/local/store.ts";
import type { CommonOptions } from "../../commands/answer.ts";
import type { Place } from "../../commands/place.ts";
import { databasePath, openData, worldOf } from "../open-world.ts";
import { readSettings } from "../settings.ts";
import type { OnFailure } from "../work.ts";

export type FolderOptions = CommonOptions & { readonly data: string };

/** What every command on this machine has. */
export const withFolder = (command: Command): Command =>
  command
    .option("--data <folder>", "the data folder", process.env["MIDWEEK_DATA"] ?? ".midweek")
    .option("--json", "answer in JSON");

export const dataFolder = (options: FolderOptions): string => resolve(options.data);

/** The data folder that `--data` names. */
export const folder: Place = {
  options: withFolder,
  within: async (options, standing, act) => {
    const path = resolve(z.object({ data: z.string() }).parse(options).data);
    // Trying out leaves nothing behind, not even an empty folder.
    const nothingThere = standing === "trial" && !existsSync(databasePath(path));
    const store = nothingThere ? openStore(":memory:") : openData(path, standing === "there");
    try {
      return await act((await worldOf({ store, publicUrl: readSettings(process.env).publicUrl })).app);
    } finally {
      store.close();
    }
  },
};

/** Says on the error stream that something failed and will be tried again; never whom it was about. */
export const reportFailure: OnFailure = ({ error }) => {
  process.stderr.write(`midweek: a message failed and will be tried again: ${messageOf(error)}\n`);
};
