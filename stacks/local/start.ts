import { existsSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { getCompany } from "../../shared/company.ts";
import { AppError, messageOf } from "../../shared/error.ts";
import { databasePath, openData, worldOf } from "./open-world.ts";
import type { OpenWorld } from "./open-world.ts";
import { fillSample } from "./fill-sample.ts";
import { reportFailure } from "./commands/folder.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { isFresh, startedEmpty } from "./fresh.ts";
import { doorWords } from "./door-words.ts";
import { holdFolder } from "./hold-folder.ts";
import { listen, notListening, siteOf } from "./site.ts";
import { readSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";
import { getSampleNote } from "./sample-note.ts";
import { welcomeWords } from "./welcome.ts";
import type { Found } from "./welcome.ts";

const HELP = `npm start [-- --empty]

Runs Midweek on this machine: the console, prospects' links, schedules and queues in one process.
  --empty        start with an empty company; what is in the data folder is kept under another name
Environment: PORT (4600), HOST (127.0.0.1), MIDWEEK_DATA (.midweek), MIDWEEK_URL, SMTP_URL,
             OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET`;

function readFlags(): { empty: boolean; help: boolean } {
  try {
    const { values } = parseArgs({ options: { empty: { type: "boolean" }, help: { type: "boolean" } } });
    return { empty: values.empty === true, help: values.help === true };
  } catch (error) {
    throw new AppError("invalid", `${messageOf(error)}\n\n${HELP}`);
  }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** A port that is taken is noticed before anything is thrown away or sent. */
function checkPort({ port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(notListening(error, { port, host })));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** What was there is kept under another name: opt-outs among it cannot be made again. */
function setAside(folder: string): void {
  const path = databasePath(folder);
  if (!existsSync(path)) return;
  // Opened and closed, so that nothing of it is left in the files beside it.
  openData(folder, true).close();
  const kept = path.replace(/\.sqlite$/, `-${new Date().toISOString().replaceAll(/[:.]/g, "-")}.sqlite`);
  renameSync(path, kept);
  for (const end of ["-wal", "-shm"]) rmSync(path + end, { force: true });
  say(`\n  What was there is kept in ${kept}`);
}

async function openFolder(settings: Settings, empty: boolean): Promise<{ world: OpenWorld } & Found> {
  if (empty) setAside(settings.folder);
  const store = openData(settings.folder, false);
  const world = await worldOf({ store, publicUrl: settings.publicUrl, smtpUrl: settings.smtpUrl });
  if (empty) await world.app.table.write(startedEmpty(world.app.now()));
  // People of our own invention are not to be written to for real.
  const filled = !empty && !settings.smtpUrl && (await isFresh(world.app.table));
  if (filled) await fillSample(world.app);
  await world.refresh();
  const { table } = world.app;
  const [company, sample] = await Promise.all([getCompany(table), getSampleNote(table)]);
  return { world, filled, hasCompany: company !== undefined, sample: sample !== undefined };
}

async function start(): Promise<void> {
  const flags = readFlags();
  if (flags.help) return say(HELP);
  const settings = readSettings(process.env);
  await checkPort(settings);
  const letGo = holdFolder(settings.folder);
  const { world, ...found } = await openFolder(settings, flags.empty);
  const heartbeat = await startHeartbeat(world, reportFailure);
  const { address, close } = await listen(siteOf(world, heartbeat, settings), settings);
  const stop = async (): Promise<void> => {
    await close();
    await heartbeat.stop();
    world.store.close();
    letGo();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
  say(welcomeWords(settings, address, { ...found, door: await doorWords(world.app, settings) }));
}

try {
  await start();
} catch (error) {
  process.stderr.write(
    `midweek: ${error instanceof AppError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
