import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { addressFlaw } from "./address.ts";
import { type OutletSettings, putSettings } from "./outlets-store.ts";

/** Who hears of a prospect who asks for a call. AppError("invalid") for an address that Midweek will not post to. */
export async function saveOutlets(app: App, settings: OutletSettings): Promise<void> {
  const flaw = settings.slackUrl && addressFlaw(settings.slackUrl, app.config.publicUrl);
  if (flaw) throw new AppError("invalid", `slackUrl: ${flaw}`);
  await app.table.write(putSettings(settings));
}
