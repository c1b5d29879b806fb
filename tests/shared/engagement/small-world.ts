import type { App } from "../../../shared/app.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { putCadence } from "../../../shared/cadence/store.ts";
import { Article } from "../../../shared/content/article.ts";
import { libraryChanged, putArticles } from "../../../shared/content/store.ts";
import { Signal } from "../../../shared/engagement/signal.ts";
import { putUsual } from "../../../shared/engagement/usual.ts";
import { touchKey } from "../../../shared/keys.ts";
import { openStore } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";
import { Prospect } from "../../../shared/prospect/prospect.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { DAY, HOUR, addDays } from "../../../shared/time.ts";
import type { Touch } from "../../../shared/touch/touch.ts";

/** The first email: Wednesday 30 September 2026, 15:00 in Lisbon. */
const FIRST = Date.UTC(2026, 8, 30, 14);
const daysTo = (n: number): number => Math.floor(n / 2) * 7 + (n % 2);
export const sentAt = (n: number): number => FIRST + daysTo(n) * DAY + (daysTo(n) > 25 ? HOUR : 0);
export const slot = (n: number): string => addDays("2026-09-30", daysTo(n));

const nobody = () => Promise.reject(new Error("nothing here is meant to send or schedule"));

const article = (changes: Partial<Article> & { id: string }): Article =>
  Article.parse({
    kind: "blog-post",
    title: `All about ${changes.id}`,
    summary: "Short.",
    url: `https://acme.example/${changes.id}`,
    publishedOn: "2026-08-01",
    topics: [changes.id],
    readingMinutes: 3,
    talkingPoint: `Three in four teams get ${changes.id} wrong.`,
    source: `${changes.id}.md`,
    addedAt: 0,
    updatedAt: 0,
    ...changes,
  });

export const rep = {
  id: "rep1",
  name: "Dana Reis",
  email: "dana@acme.example",
  timeZone: "Europe/Lisbon",
  phone: "+351 210 000 001",
  callingLink: "https://meet.example/dana",
};

export const prospect = (changes: Partial<Prospect> = {}): Prospect =>
  Prospect.parse({
    id: "p1",
    email: "rui@fabrica.example",
    firstName: "Rui",
    lastName: "Lima",
    sector: "manufacturing",
    timeZone: "Europe/Lisbon",
    timeZoneFrom: "city",
    country: "PT",
    phone: "+351 912 345 678",
    repId: rep.id,
    createdAt: 0,
    updatedAt: 0,
    ...changes,
  });

/** A company with a rep, three articles, and one prospect who got so many emails. The clock stands an hour after the last. */
export async function smallWorld(emails = 10, who = prospect()) {
  const clock = { now: sentAt(emails - 1) + HOUR };
  const now = () => clock.now;
  const app: App = {
    table: localTable(openStore(":memory:"), now),
    touches: { send: nobody },
    signals: { send: nobody },
    notices: { send: async () => undefined },
    reckonings: { send: async () => undefined },
    outlet: { get: nobody, post: nobody },
    mailer: { forget: async () => undefined, sendBulk: nobody },
    scheduler: { put: nobody, remove: nobody, list: nobody },
    now,
    alarm: () => undefined,
    config: {
      company: {
        name: "Acme Rounds",
        whatWeDo: "Acme Rounds saves plants an hour a shift.",
        senderAddress: "hello@acme.example",
        postalAddress: "4 Quay Street, Porto",
        timeZone: "Europe/Lisbon",
        untrackedCountries: ["DE"],
        eraseOnWithdrawal: true,
        falseTasksPerFortnight: 1,
        callsPerDay: 20,
      },
      publicUrl: "https://track.acme.example",
      linkKeys: [{ id: "k1", secret: "a secret only for these tests" }],
    },
  };
  await app.table.write(putRep(rep), putCadence(defaultCadence), libraryChanged(now()));
  // Twenty prospects and four emails a fortnight: a score of 80 is a rise.
  await app.table.write(putUsual({ at: 1, segments: {}, prospects: { [rep.id]: 20 }, emailsPerFortnight: 4 }));
  await app.table.write(
    ...putArticles([
      article({ id: "rounds" }),
      article({
        id: "handover",
        kind: "case-study",
        sector: "manufacturing",
        talkingPoint: "A mill cut rounds by 31 %.",
      }),
      article({ id: "clinic", kind: "case-study", sector: "healthcare", publishedOn: "2026-09-01" }),
    ]),
  );
  await app.table.write(...putProspect({ ...who, touchCount: emails, unanswered: emails }, undefined));
  await app.table.writeMany(
    Array.from({ length: emails }, (_, n) => ({
      kind: "put",
      item: { ...touchKey(who.id, slot(n)), data: touch(who.id, n) },
    })),
  );
  return { app, clock };
}

/** Email number `n` goes out. */
export const sendEmail = (app: App, n: number): Promise<void> =>
  app.table.write({ kind: "put", item: { ...touchKey("p1", slot(n)), data: touch("p1", n) } });

const touch = (prospectId: string, n: number): Touch => ({
  prospectId,
  date: slot(n),
  timeZone: "Europe/Lisbon",
  cadenceId: "default",
  outcome: "sent",
  slotKind: "blog-post",
  articleId: `article-${n}`,
  articleTitle: `Story ${n}`,
  topics: ["rounds"],
  tracked: true,
  at: sentAt(n),
});

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36";

/** A person's signal about email number `n`, half an hour after it came unless said otherwise. */
export const signal = (id: string, n: number, changes: Partial<Signal> = {}): Signal =>
  Signal.parse({
    id,
    prospectId: "p1",
    kind: "open",
    slot: slot(n),
    at: sentAt(n) + HOUR / 2,
    userAgent: CHROME,
    method: "GET",
    ...(changes.kind === "click" && { link: "read" }),
    ...changes,
  });

/** What makes a call task of a silent prospect: the last three emails clicked, each some hours after it came but the last. */
export const rising = (last = 9, changes: Partial<Signal> = {}): Signal[] => [
  signal("k1", last - 2, { at: sentAt(last - 2) + 5 * HOUR, kind: "click", ...changes }),
  signal("k2", last - 1, { at: sentAt(last - 1) + 5 * HOUR, kind: "click", ...changes }),
  signal("k3", last, { kind: "click", ...changes }),
];
