import { randomBytes } from "node:crypto";
import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { newId } from "../id.ts";
import { addressFlaw } from "./address.ts";
import { Endpoint } from "./outlets.ts";
import { getOutlets, putEndpoints } from "./outlets-store.ts";

/** Each is told of every change; more belong behind one of their own. */
const MOST = 10;
/** Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

/**
 * Adds a program that hears of every call task, with a new secret to sign with, which nobody is told again. AppError("invalid") for an address that
 * Midweek will not post to or that is there already; `Conflict` when somebody else changes the list.
 */
export async function addWebhook(
  app: App,
  { url: given, withNames }: Pick<Endpoint, "url" | "withNames">,
): Promise<Endpoint> {
  const url = given.trim();
  const outlets = await getOutlets(app.table);
  const flaw = addressFlaw(url, app.config.publicUrl);
  if (flaw) throw new AppError("invalid", `url: ${flaw}`);
  if (outlets.webhooks.some((endpoint) => endpoint.url === url))
    throw new AppError("invalid", "url: it is there already");
  if (outlets.webhooks.length >= MOST)
    throw new AppError("invalid", `url: ${MOST} programs are the most; remove one first`);
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
  const endpoint = Endpoint.parse({ id: newId(), url, secret, withNames });
  await app.table.write(putEndpoints([...outlets.webhooks, endpoint], outlets));
  return endpoint;
}

/** Nothing is posted there any more; what was on its way may still come. Removing what is not there is fine. */
export async function removeWebhook(app: App, id: string): Promise<void> {
  const outlets = await getOutlets(app.table);
  const left = outlets.webhooks.filter((endpoint) => endpoint.id !== id);
  if (left.length < outlets.webhooks.length) await app.table.write(putEndpoints(left, outlets));
}
