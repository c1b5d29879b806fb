import type { App } from "../app.ts";
import type { Article } from "../content/article.ts";
import { linkUrl } from "../link.ts";
import type { MailEntry, MailResult, Rendering } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";
import { fromOf, listHeaders, personValues, renderArticle } from "./compose.ts";
import { writeBundles } from "./reserve.ts";
import type { Bundle } from "./reserve.ts";
import { releaseTouch, settleTouch } from "./store.ts";
import type { Touch } from "./touch.ts";

/** A touch that has its place in the ledger and is about to go out. */
export type Reserved = {
  readonly touch: Touch;
  readonly prospect: Prospect;
  readonly rep: Rep;
  readonly article: Article;
  readonly entry: MailEntry;
};

type HandedOver = "sent" | "refused" | "unknown" | "throttled";

/**
 * Hands reserved touches to the mailer, one bulk call for each article and sender, and marks what came of them. A call that fails outright may
 * have sent: its touches are unknown and never repeated.
 */
export async function handOver(app: App, reserved: readonly Reserved[]): Promise<Map<string, HandedOver>> {
  const groups = Map.groupBy(reserved, variantOf);
  const results: { one: Reserved; result: MailResult }[] = [];
  for (const group of groups.values()) {
    const answers = await sendGroup(app, group);
    for (const [index, one] of group.entries())
      results.push({ one, result: answers[index] ?? { outcome: "unknown", reason: "no answer for this entry" } });
  }
  await writeBundles(
    app.table,
    results.map(({ one, result }) => marking(app, one, result)),
  );
  return new Map(
    results.map(({ one, result }) => [one.touch.prospectId, result.outcome === "accepted" ? "sent" : result.outcome]),
  );
}

/** The rendering an email needs; compiled once and then remembered. */
export const renderingOf = (
  app: App,
  { article, rep, touch }: Pick<Reserved, "article" | "rep" | "touch">,
): Promise<Rendering> =>
  renderArticle(article, app.config.company, {
    tracked: touch.tracked === true,
    meeting: rep.callingLink !== undefined,
  });

/** Emails that differ only in people's values go together. */
const variantOf = ({ article, rep, touch }: Reserved): string => `${article.id} ${rep.id} ${touch.tracked}`;

async function sendGroup(app: App, group: readonly Reserved[]): Promise<MailResult[]> {
  const first = group[0]!;
  const rendering = await renderingOf(app, first);
  const from = fromOf(first.rep, app.config.company);
  const entries = group.map((one) => one.entry);
  try {
    return await app.mailer.sendBulk({ from, replyTo: first.rep.email, rendering, entries });
  } catch (error) {
    const reason = error instanceof Error ? error.message : "the mailer failed";
    return group.map(() => ({ outcome: "unknown", reason }));
  }
}

/** What is the prospect's own in the email. Made before the reservation, so that nothing can fail between it and the hand-over. */
export function entryOf(app: App, { touch, prospect, rep, article }: Omit<Reserved, "entry">): MailEntry {
  const { config } = app;
  const at = { prospectId: prospect.id, slot: touch.date };
  const links = {
    read: touch.tracked ? linkUrl(config, { kind: "click", ...at, link: "read" }) : article.url,
    unsubscribe: linkUrl(config, { kind: "unsubscribe", ...at }),
    preferences: linkUrl(config, { kind: "preferences", ...at }),
    ...(rep.callingLink && {
      meeting: touch.tracked ? linkUrl(config, { kind: "click", ...at, link: "meeting" }) : rep.callingLink,
    }),
    ...(touch.tracked && { pixel: linkUrl(config, { kind: "open", ...at }) }),
  };
  const name = [prospect.firstName, prospect.lastName].filter(Boolean).join(" ");
  return {
    to: { address: prospect.email, ...(name && { name }) },
    values: personValues({ prospect, rep, company: config.company, links }),
    headers: listHeaders(links),
    tags: { prospect: prospect.id, slot: touch.date, article: article.id },
  };
}

/** Accepted and unknown keep their place; a refusal or throttling gives the article and the caps back, and only throttling the slot. */
function marking(app: App, { touch, prospect }: Reserved, result: MailResult): Bundle<undefined> {
  const at = app.now();
  if (result.outcome === "throttled") return { of: undefined, writes: releaseTouch(touch, prospect) };
  if (result.outcome === "accepted")
    return { of: undefined, writes: [settleTouch(touch, { outcome: "sent", messageId: result.messageId, at })] };
  const settled = settleTouch(touch, { outcome: result.outcome, reason: result.reason, at });
  if (result.outcome === "unknown") return { of: undefined, writes: [settled] };
  return { of: undefined, writes: [settled, releaseTouch(touch, prospect)[1]] };
}
