import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { copyStore } from "../../../shared/local/store.ts";
import type { OnFailure } from "../work.ts";
import { clockAt } from "../clock.ts";
import { holdFolder } from "../hold-folder.ts";
import { databasePath, openData, worldOf } from "../open-world.ts";
import { play } from "../play/play.ts";
import type { Played, PlayOptions } from "../play/play.ts";
import { readSettings } from "../settings.ts";
import { answer, progress, wholeNumber } from "../../commands/answer.ts";
import { dataFolder, reportFailure, withFolder } from "./folder.ts";
import type { FolderOptions } from "./folder.ts";

type Options = FolderOptions & { readonly weeks: number; readonly seed: number; readonly keep?: boolean };

/** Plays on a copy that is thrown away, so that trying out never mails or changes anything. */
async function playOnCopy(
  folder: string,
  options: Omit<PlayOptions, "failed"> & { failed: OnFailure },
): Promise<Played> {
  openData(folder, true).close();
  const copy = mkdtempSync(join(tmpdir(), "midweek-play-"));
  try {
    copyStore(databasePath(folder), databasePath(copy));
    const store = openData(copy, true);
    const own = await worldOf({ store, publicUrl: readSettings(process.env).publicUrl });
    const world = await worldOf({
      store,
      publicUrl: readSettings(process.env).publicUrl,
      clock: clockAt(own.clock.now()),
    });
    const played = await play(world, options);
    store.close();
    return played;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function playAndKeep(folder: string, options: PlayOptions): Promise<Played> {
  const store = openData(folder, true);
  const letGo = holdFolder(folder);
  try {
    const world = await worldOf({ store, publicUrl: readSettings(process.env).publicUrl });
    const played = await play(world, { ...options, onMoment: world.keepClock });
    world.clock.run();
    await world.keepClock();
    return played;
  } finally {
    store.close();
    letGo();
  }
}

const counts = (of: { readonly [name: string]: number }): string =>
  Object.entries(of)
    .toSorted((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(", ") || "none";

const words = (played: Played): string => {
  const { signals, misjudged, callTasksByLane, deeds } = played;
  const { people, machines } = deeds;
  return [
    `${played.weeks} weeks, ${played.prospects} prospects, from ${played.from} to ${played.to}`,
    `Emails sent    ${played.sent}`,
    `Skipped        ${counts(played.skipped)}`,
    `Opens          ${played.opens}, and ${people.opensUnseen} that Apple Mail hides`,
    `Clicks         ${played.clicks}`,
    `Calls asked    ${people.forms} on our page`,
    `Unsubscribes   ${played.unsubscribes}`,
    `By machines    opens ${machines.opens}, clicks ${machines.clicks}, pages ${machines.pages}`,
    `Taken for      human ${signals.human}, machine ${signals.machine}, not measurable ${signals.notMeasurable}`,
    `Misjudged      machines taken for people ${misjudged.machinesAsHuman}, people for machines ${misjudged.peopleAsMachine}`,
    `Call tasks     ${played.callTasks}: ${counts(callTasksByLane)} (as they stand at the end)`,
    `Taken back     ${played.takenBack} of these, because a machine had made them`,
    `Wrongly hot    ${played.wronglyHot}`,
    `Calls          ${counts(played.calls)}`,
    `Sent twice     ${played.duplicates}`,
    `Outside window ${played.outsideWindow}`,
    `Dropped        ${played.noDrop.dropped} of ${played.noDrop.looked} have nothing to come`,
    `Unsubscribed by machines ${played.unsubscribedByMachines}`,
  ].join("\n");
};

export function addPlay(program: Command): void {
  withFolder(program.command("play"))
    .description("let weeks pass on a copy of the data, with played prospects and reps")
    .option("--weeks <n>", "how many weeks", wholeNumber("--weeks", 1, 104), 12)
    .option("--seed <s>", "another seed, other people", wholeNumber("--seed", 0, 2 ** 31), 1)
    .option("--keep", "play on the data itself, and keep what happens")
    .action(async (options: Options) => {
      const bar = progress(options, "Playing");
      const how = { weeks: options.weeks, seed: options.seed, onProgress: bar.to, failed: reportFailure };
      const folder = dataFolder(options);
      const played = await (options.keep ? playAndKeep(folder, how) : playOnCopy(folder, how)).finally(bar.stop);
      answer(options, played, () => words(played));
    });
}
