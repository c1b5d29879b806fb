import type { App } from "../app.ts";
import { Conflict, messageOf } from "../error.ts";
import type { Write } from "../ports.ts";
import { type About, readAbout, stillWaits } from "./about.ts";
import { claimHot } from "./hot.ts";
import { emailHotCall } from "./hot-email.ts";
import type { Notice } from "./notice.ts";
import { type Channel, channelOf, type Outlets } from "./outlets.ts";
import { getOutlets, noteFailure, switchOff } from "./outlets-store.ts";
import { webhookBody } from "./payload.ts";
import { type Answer, postSigned, postToSlack } from "./post.ts";
import { slackMessage } from "./slack.ts";
import { forgetNotice, getProgress, markTold, markTried } from "./store.ts";

/** One less than the queue would try, so that a server of others that is down fills no dead letters; then the sweep comes back to it. */
const TRIES_IN_A_ROW = 5;

type Way = { readonly channel: Channel; readonly endpointId?: string; readonly tell: () => Promise<Answer> };

/**
 * Tells everybody who wants to hear of it what became of a call task: endpoints of every notice; the rep, by email, and Slack of each moment somebody
 * asked for a call, while that one still waits. Whoever was told is not told again when another way fails.
 * @throws Error naming the ways that failed, so that the queue tries them again
 */
export async function deliverNotice(app: App, notice: Notice): Promise<void> {
  const progress = await getProgress(app.table, notice);
  if (!progress) return;
  const about = await readAbout(app, notice);
  if (about && mayBeMachine(app, notice)) return showAndWait(app, notice, about);
  const ways = about ? await waysOf(app, notice, about) : [];
  const left = ways.filter(({ channel }) => !progress.told(channel));
  // At once, so that a server that does not answer keeps nobody waiting.
  const failures = (await Promise.all(left.map((way) => tell(app, notice, way)))).flatMap((failure) => failure ?? []);
  if (failures.length === 0) return app.table.write(forgetNotice(notice));
  await ifThere(app, markTried(notice, app.now()));
  if ((progress.tries + 1) % TRIES_IN_A_ROW !== 0) throw new Error(`not told everywhere: ${failures.join("; ")}`);
}

/**
 * A machine that follows the calling link goes on to other links, or to other mailboxes, and its task is taken back within seconds (2 to 17 in played
 * quarters). Consoles that are open show it at once; nobody is called away for it before.
 */
const SHOWS_ITSELF_WITHIN_S = 20;

const mayBeMachine = ({ now }: App, { sure, at }: Notice): boolean =>
  sure === false && now() < at + SHOWS_ITSELF_WITHIN_S * 1000;

async function showAndWait(app: App, notice: Notice, { call }: About): Promise<void> {
  const { askedAt } = notice;
  if (askedAt !== undefined && stillWaits(call, askedAt, app.now())) await claimHot(app, notice, askedAt);
  await app.notices.send([notice], { delaySeconds: SHOWS_ITSELF_WITHIN_S });
}

async function waysOf(app: App, notice: Notice, about: About): Promise<Way[]> {
  const outlets = await getOutlets(app.table);
  const programs = outlets.webhooks
    .filter(({ off }) => !off)
    .map((endpoint) => ({
      channel: channelOf(endpoint),
      endpointId: endpoint.id,
      tell: () => postSigned(app, endpoint, `${notice.id}-${endpoint.id}`, webhookBody(notice, about, endpoint)),
    }));
  return [...programs, ...(await hotWays(app, notice, about, outlets))];
}

async function hotWays(app: App, notice: Notice, about: About, outlets: Outlets): Promise<Way[]> {
  const { askedAt } = notice;
  if (askedAt === undefined || !stillWaits(about.call, askedAt, app.now())) return [];
  const to = recipientOf(about, outlets);
  const rep = to ? [{ channel: "rep" as const, tell: () => emailHotCall(app, notice, about, to) }] : [];
  // All others have heard of it.
  if (notice.handed) return rep;
  if (!(await claimHot(app, notice, askedAt))) return [];
  const { slackUrl } = outlets;
  return [
    ...rep,
    ...(slackUrl
      ? [
          {
            channel: "slack" as const,
            tell: () => postToSlack(app, slackUrl, slackMessage(about, app.config.publicUrl, app.now())),
          },
        ]
      : []),
  ];
}

function recipientOf({ rep }: About, { alertReps, fallbackEmail }: Outlets) {
  if (rep) return alertReps ? { name: rep.name, address: rep.email } : undefined;
  return fallbackEmail ? { address: fallbackEmail } : undefined;
}

/** Returns what went wrong if it is to be tried again. */
async function tell(
  app: App,
  notice: Notice,
  { channel, endpointId, tell: telling }: Way,
): Promise<string | undefined> {
  const answer = await telling().catch((error): Answer => ({ outcome: "failed", says: messageOf(error) }));
  if (answer.outcome !== "told") await app.table.write(noteFailure(channel, app.now(), answer.says));
  if (answer.outcome === "failed") return `${channel} ${answer.says}`;
  if (answer.outcome === "gone" && endpointId)
    await app.table.write(switchOff(endpointId, app.now(), `it ${answer.says}: gone for good`));
  await ifThere(app, markTold(notice, channel));
  return undefined;
}

/** A notice that is gone meanwhile was told by somebody else. */
async function ifThere(app: App, write: Write): Promise<void> {
  try {
    await app.table.write(write);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
