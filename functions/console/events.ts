import type { App } from "../../shared/app.ts";
import { hrefOf, readAbout, stillWaits, whoOf, whyOf } from "../../shared/notice/about.ts";
import { hotCallsAfter, hotCursorAt } from "../../shared/notice/hot.ts";
import { MINUTE } from "../../shared/time.ts";
import type { Reader } from "./chrome.ts";

/** Somebody asked for a call and waits, as an open console says it. */
type HotNews = {
  /** Its place in the order in which such news came; who has heard it asks for what came after. */
  readonly id: string;
  readonly prospectId: string;
  readonly number: number;
  /** "Ana Sousa, Northwind". */
  readonly name: string;
  readonly why: string;
  /** Epoch ms. */
  readonly askedAt: number;
  readonly href: string;
};

/** Is the work of this rep (undefined: of none) what the reader reads? */
export type Sees = (repId: string | undefined) => boolean;

export const seesOf = ({ rep, seen, ownerless }: Reader): Sees => {
  const ids = new Set(rep ? [rep.id] : seen.map(({ id }) => id));
  return (repId) => (repId === undefined ? !rep && ownerless : ids.has(repId));
};

/** So many at once; who has been away for longer than that takes looks at the worklist. */
const AT_ONCE = 20;

/** Those of the reader's who asked after `cursor` and still wait, and the place to go on from. */
export async function newsAfter(app: App, sees: Sees, cursor: string): Promise<{ news: HotNews[]; cursor: string }> {
  const found = await hotCallsAfter(app.table, cursor, AT_ONCE);
  const news = await Promise.all(
    found.map(async (hot): Promise<HotNews[]> => {
      const about = await readAbout(app, hot);
      if (!about || !sees(about.call.repId) || !stillWaits(about.call, hot.askedAt, app.now())) return [];
      const { prospectId, number, askedAt, cursor: id } = hot;
      const { call, prospect } = about;
      return [{ id, prospectId, number, name: whoOf(prospect), why: whyOf(call), askedAt, href: hrefOf(call) }];
    }),
  );
  return { news: news.flat(), cursor: found.at(-1)?.cursor ?? cursor };
}

/** SQLite answers a look at nothing new in some ten microseconds, so that a look is cheaper than being told by whoever writes. */
const LOOK_EVERY_MS = 400;
/** Proxies and browsers give up a connection on which nothing is said. */
const BEAT_EVERY_MS = 15_000;
/** Then the browser comes back by itself, and is let in only if it still may. */
const LIFE_MS = 5 * MINUTE;

/**
 * What comes as it comes, and "beat" now and then when nothing does. `wait` lets so many ms pass and says whether anybody still listens.
 */
export async function* newsStream(
  app: App,
  sees: Sees,
  from: string,
  wait: (ms: number) => Promise<boolean>,
): AsyncGenerator<HotNews | "beat"> {
  let cursor = from;
  let quiet = 0;
  for (let lived = 0; lived < LIFE_MS; lived += LOOK_EVERY_MS) {
    const look = await newsAfter(app, sees, cursor);
    cursor = look.cursor;
    yield* look.news;
    quiet = look.news.length > 0 ? 0 : quiet + LOOK_EVERY_MS;
    if (quiet >= BEAT_EVERY_MS) {
      quiet = 0;
      yield "beat";
    }
    if (!(await wait(LOOK_EVERY_MS))) return;
  }
}

const CURSOR = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z(?:#[\w-]{1,64})?$/;

/** The place a browser says it has heard up to; now for one that says none, or one that is still to come: the clock was another then. */
export function cursorOf(said: string | undefined, now: number): string {
  const here = hotCursorAt(now);
  return said !== undefined && CURSOR.test(said) && said <= `${here}~` ? said : here;
}

/** One message of the stream, as the HTML standard writes them (section "Server-sent events"). */
export const sseText = (event: "ready" | "hot", id: string, said: object): string =>
  `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(said)}\n\n`;
