import type { App } from "../../../shared/app.ts";
import type { Article } from "../../../shared/content/article.ts";
import { libraryChanged, putArticles } from "../../../shared/content/store.ts";
import type { Signal } from "../../../shared/engagement/signal.ts";
import { linkUrl } from "../../../shared/link.ts";
import type { Link } from "../../../shared/link.ts";
import { openStore } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";
import { Prospect } from "../../../shared/prospect/prospect.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { putRep } from "../../../shared/rep/store.ts";
import type { Touch } from "../../../shared/touch/touch.ts";
import { touchKey } from "../../../shared/keys.ts";

/** Wednesday 25 November 2026, 15:00 in Lisbon. */
export const WEDNESDAY = Date.UTC(2026, 10, 25, 15);
export const SLOT = "2026-11-25";

const never = () => Promise.reject(new Error("nothing here is meant to send or schedule"));

type SmallWorld = { app: App; signals: Signal[]; clock: { now: number } };

/** One company with a rep, a library of two topics and a table in memory. */
export async function smallWorld(): Promise<SmallWorld> {
  const clock = { now: WEDNESDAY };
  const signals: Signal[] = [];
  const now = () => clock.now;
  const app: App = {
    table: localTable(openStore(":memory:"), now),
    touches: { send: never },
    signals: { send: async (bodies) => void signals.push(...bodies) },
    notices: { send: never },
    reckonings: { send: never },
    outlet: { get: never, post: never },
    mailer: { forget: async () => undefined, sendBulk: never },
    scheduler: { put: never, remove: never, list: never },
    now,
    alarm: () => undefined,
    config: {
      company: {
        name: "Brightwater Works",
        whatWeDo: "We help plants hand over a shift without losing anything.",
        website: "https://brightwater.example/",
        senderAddress: "hello@brightwater.example",
        postalAddress: "4 Quay Street, Porto",
        timeZone: "Europe/Lisbon",
        untrackedCountries: ["DE"],
        eraseOnWithdrawal: true,
        falseTasksPerFortnight: 1,
        callsPerDay: 20,
      },
      publicUrl: "https://track.brightwater.example",
      linkKeys: [{ id: "k1", secret: "a secret only for these tests" }],
    },
  };
  const rep = { id: "rep1", name: "Rui Costa", email: "rui@brightwater.example", timeZone: "Europe/Lisbon" };
  await app.table.write(putRep({ ...rep, callingLink: "https://meet.example/rui" }), libraryChanged(now()));
  await app.table.write(...putArticles([article("shift-handover"), article("maintenance")]));
  return { app, signals, clock };
}

const article = (topic: string): Article => ({
  id: topic,
  kind: "blog-post",
  title: `All about ${topic}`,
  summary: "Short.",
  url: `https://brightwater.example/${topic}`,
  publishedOn: "2026-10-01",
  topics: [topic],
  readingMinutes: 3,
  talkingPoint: "One thing to say.",
  source: "posts",
  addedAt: WEDNESDAY,
  updatedAt: WEDNESDAY,
});

/** Ana in Lisbon, as an import would have put her there, or somebody like her. */
export async function addProspect(app: App, own: Partial<Prospect> = {}): Promise<Prospect> {
  const prospect = Prospect.parse({
    id: "ana000000001",
    email: "ana@customer.example",
    firstName: "Ana",
    company: "Customer Lda",
    timeZone: "Europe/Lisbon",
    timeZoneFrom: "city",
    repId: "rep1",
    createdAt: app.now(),
    updatedAt: app.now(),
    ...own,
  });
  await app.table.write(...putProspect(prospect, undefined));
  return prospect;
}

/** The email of a slot went out to the prospect, with a link to `target`. */
export async function addTouch(app: App, prospectId: string, target: string): Promise<void> {
  const touch: Touch = {
    prospectId,
    date: SLOT,
    timeZone: "Europe/Lisbon",
    cadenceId: "default",
    outcome: "sent",
    slotKind: "blog-post",
    target,
    tracked: true,
    at: app.now(),
  };
  await app.table.write({ kind: "put", item: { ...touchKey(prospectId, SLOT), data: touch } });
}

/** The path of a link as it stands in an email. */
export const pathOf = (app: App, link: Link): string => new URL(linkUrl(app.config, link)).pathname;
