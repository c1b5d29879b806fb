import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { newId } from "../id.ts";
import { type Channel, channelOf, type Outlets } from "./outlets.ts";
import { getOutlets, noteFailure, noteWell } from "./outlets-store.ts";
import { type Answer, postSigned, postToSlack } from "./post.ts";
import { slackTest } from "./slack.ts";

/**
 * Posts a test to Slack or to an endpoint, by its id, and says what came back ("answered 404"). An endpoint that answers well is switched on again.
 * @throws AppError("not-found") for one that is not set
 */
export async function testOutlet(app: App, which: string): Promise<{ readonly well: boolean; readonly says: string }> {
  const { channel, answer } = await posted(app, await getOutlets(app.table), which);
  const well = answer.outcome === "told";
  const says = answer.outcome === "told" ? "it answered well" : answer.says;
  await app.table.write(well ? noteWell(channel) : noteFailure(channel, app.now(), says));
  return { well, says };
}

async function posted(app: App, outlets: Outlets, which: string): Promise<{ channel: Channel; answer: Answer }> {
  if (which === "slack") {
    if (!outlets.slackUrl) throw new AppError("not-found", "There is no Slack address to test.");
    return { channel: "slack", answer: await postToSlack(app, outlets.slackUrl, slackTest) };
  }
  const endpoint = outlets.webhooks.find(({ id }) => id === which);
  if (!endpoint) throw new AppError("not-found", "There is no such program to test.");
  const message = { type: "test", timestamp: new Date(app.now()).toISOString(), data: {} };
  return { channel: channelOf(endpoint), answer: await postSigned(app, endpoint, newId(), message) };
}
