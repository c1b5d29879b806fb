import { Webhook } from "standardwebhooks";
import type { App } from "../app.ts";
import { addressFlaw } from "./address.ts";
import type { Endpoint } from "./outlets.ts";

/**
 * What became of telling somebody. told: they have it. failed: try again. refused: they never will take this one. gone: they want nothing more, ever.
 */
export type Answer =
  | { readonly outcome: "told" }
  | { readonly outcome: "failed" | "refused" | "gone"; readonly says: string };

const GONE = 410;

async function post(app: App, url: string, headers: { [name: string]: string }, body: string): Promise<Answer> {
  const flaw = addressFlaw(url, app.config.publicUrl);
  if (flaw) return { outcome: "failed", says: flaw };
  const posted = await app.outlet.post({ url, headers: { "content-type": "application/json", ...headers }, body });
  if ("failed" in posted) return { outcome: "failed", says: `no answer: ${posted.failed}` };
  if (posted.status >= 200 && posted.status < 300) return { outcome: "told" };
  return { outcome: posted.status === GONE ? "gone" : "failed", says: `answered ${posted.status}` };
}

/** Posts to a Slack incoming webhook; `message` is its JSON. */
export const postToSlack = (app: App, url: string, message: object): Promise<Answer> =>
  post(app, url, {}, JSON.stringify(message));

/**
 * Posts a signed webhook. `id` is the same whenever the same is told to the same endpoint, so that a receiver can drop repeats. The signature carries the
 * time of the attempt on Midweek's clock: receivers that check it refuse what a clock moved ahead for trying out has signed.
 */
export function postSigned(app: App, { url, secret }: Endpoint, id: string, message: object): Promise<Answer> {
  const body = JSON.stringify(message);
  const now = app.now();
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now / 1000)),
    "webhook-signature": new Webhook(secret).sign(id, new Date(now), body),
  };
  return post(app, url, headers, body);
}
