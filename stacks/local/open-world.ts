import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { getCompany } from "../../shared/company.ts";
import type { Config, LinkKey } from "../../shared/config.ts";
import { AppError, Conflict } from "../../shared/error.ts";
import { linkKeysKey } from "../../shared/keys.ts";
import { newLinkKey, rotated } from "../../shared/link-keys.ts";
import { nobodyYet } from "../../shared/nobody-yet.ts";
import { outboxMailer } from "../../shared/local/outbox.ts";
import { smtpMailer } from "../../shared/local/smtp.ts";
import { openStore } from "../../shared/local/store.ts";
import type { Store } from "../../shared/local/store.ts";
import { localTable } from "../../shared/local/table.ts";
import type { Key, Mailer, Table } from "../../shared/ports.ts";
import { pacedMailer } from "../../shared/sending/paced-mailer.ts";
import type { MailPacing } from "../../shared/sending/paced-mailer.ts";
import { waitOn } from "../../shared/sending/wait.ts";
import { sayAlarm } from "./alarm.ts";
import { clockAhead } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { createWorld } from "./world.ts";
import type { World } from "./world.ts";

const clockKey: Key = { pk: "LOCAL", sk: "CLOCK" };
const KeptClock = z.number().catch(0);
const LinkKeys = z.array(z.object({ id: z.string(), secret: z.string() })).min(1);

export const databasePath = (folder: string): string => join(folder, "midweek.sqlite");

/** From now on a new key signs; links signed with the earlier ones go on working. */
export async function rotateLinkKeys(table: Table): Promise<number> {
  const keys = rotated(await linkKeys(table));
  await table.write({ kind: "put", item: { ...linkKeysKey(), data: { keys } } });
  return keys.length;
}

/** The keys that sign links; made on first use, by whichever process comes first. */
async function linkKeys(table: Table): Promise<readonly LinkKey[]> {
  const found = await table.get(linkKeysKey());
  if (found) return LinkKeys.parse(found.data["keys"]);
  const keys = [newLinkKey()];
  try {
    await table.write({ kind: "put", item: { ...linkKeysKey(), data: { keys } }, guard: "absent" });
    return keys;
  } catch (error) {
    if (error instanceof Conflict) return linkKeys(table);
    throw error;
  }
}

/** Over SMTP a new sender warms up; the outbox may be filled at once. */
function mailerFor(store: Store, smtpUrl: string | undefined, app: MailPacing["app"]): Mailer {
  const outbox = outboxMailer(store, app.now);
  return smtpUrl ? pacedMailer(smtpMailer(smtpUrl, outbox), { app, wait: waitOn(app.now) }) : outbox;
}

/** A world that can read its settings and its clock anew, because another process may have changed them. */
export type OpenWorld = World & {
  /** Email leaves the machine: then the clock is the real one and stays it. */
  readonly realMail: boolean;
  readonly refresh: () => Promise<void>;
  readonly keepClock: () => Promise<void>;
};

export type OpenOptions = {
  readonly store: Store;
  /** Where links in emails point, without a slash at the end. */
  readonly publicUrl: string;
  /** Default: the time of the data folder, which may have been moved forward. */
  readonly clock?: Clock;
  /** With it emails go out for real and the outbox keeps them too. */
  readonly smtpUrl?: string | undefined;
};

export async function worldOf({ store, publicUrl, clock, smtpUrl }: OpenOptions): Promise<OpenWorld> {
  const realTable = localTable(store, Date.now);
  const kept = async (): Promise<number> => KeptClock.parse((await realTable.get(clockKey))?.data["ahead"]);
  const own = clock ?? clockAhead(await kept());
  let config: Config = { company: nobodyYet, publicUrl, linkKeys: await linkKeys(realTable) };
  const sender: MailPacing["app"] = {
    table: localTable(store, own.now),
    now: own.now,
    alarm: sayAlarm,
    get config() {
      return config;
    },
  };
  const world = createWorld({ store, clock: own, config: () => config, mailer: mailerFor(store, smtpUrl, sender) });
  const refresh = async (): Promise<void> => {
    const current = await linkKeys(realTable);
    // The same objects while they are the same keys: signing keeps what it has prepared of them.
    const linkKeysNow = isDeepStrictEqual(current, config.linkKeys) ? config.linkKeys : current;
    config = { ...config, linkKeys: linkKeysNow, company: (await getCompany(realTable)) ?? nobodyYet };
    own.catchUp(await kept());
  };
  await refresh();
  if (smtpUrl && own.ahead() > 0)
    throw new AppError(
      "invalid",
      "the clock of this data folder was moved ahead for trying out; real email needs real time, so take another folder with MIDWEEK_DATA",
    );
  const keepClock = (): Promise<void> =>
    realTable.write({ kind: "put", item: { ...clockKey, data: { ahead: own.ahead() } } });
  // Not a copy: the app's config is read through a getter.
  return Object.assign(world, { refresh, keepClock, realMail: smtpUrl !== undefined });
}

/** Opens the database of a data folder; with `mustExist`, a folder without one is the caller's mistake. */
export function openData(folder: string, mustExist: boolean): Store {
  const path = databasePath(folder);
  if (mustExist && !existsSync(path))
    throw new AppError(
      "not-found",
      `${folder} has no Midweek data yet; run npm start once, or name another folder with --data`,
    );
  return openStore(path);
}
