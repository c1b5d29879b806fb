import { lookup as lookUp } from "node:dns";
import { request as requestPlain } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Fetched, Outlet } from "./ports.ts";
import { silenceWords } from "./silence-words.ts";

type Asked = Parameters<Outlet["get"]>[0];
type Limits = { readonly mayReach: (address: string) => boolean; readonly patienceMs: number };
type Failed = { readonly failed: string };

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const INSIDE = "that leads to an address inside a network, which is not fetched";

/** GETs by the promise of `Outlet.get`. Never throws. */
export async function getFrom(asked: Asked, { mayReach, patienceMs }: Limits): Promise<Fetched | Failed> {
  const signal = AbortSignal.timeout(patienceMs);
  let at = asked.url;
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const url = URL.parse(at);
      if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
        return { failed: hop ? `leads to "${at.slice(0, 100)}", which is not a web address` : "is not a web address" };
      const response = await ask(url, asked, { mayReach, signal });
      const next = REDIRECTS.has(response.statusCode ?? 0) ? response.headers.location : undefined;
      if (next === undefined) return await fetchedOf(response, asked, url.href);
      response.destroy();
      at = URL.parse(next, url)?.href ?? next;
    }
    return { failed: `more than ${MOST_REDIRECTS} redirects` };
  } catch (error) {
    // A certificate may name a thousand hosts, and all of them stand in the error.
    const host = URL.parse(at)?.host ?? at;
    return {
      failed: signal.aborted
        ? `no answer within ${patienceMs / 1000} seconds`
        : silenceWords(error, host).slice(0, 300),
    };
  }
}

/** Connects to the very address that was looked at, so that no second answer about the name can differ. */
function checkedLookup(mayReach: Limits["mayReach"]): LookupFunction {
  return (host, options, done) =>
    lookUp(host, { ...options, all: true }, (error, found) => {
      const first = found?.[0];
      if (error || !first) return done(error ?? new Error(`${host} leads nowhere`), "", 0);
      if (!found.every(({ address }) => mayReach(address))) return done(new Error(INSIDE), "", 0);
      return options.all ? done(null, found) : done(null, first.address, first.family);
    });
}

type Way = { readonly mayReach: Limits["mayReach"]; readonly signal: AbortSignal };

function ask(url: URL, { method = "GET", headers }: Asked, { mayReach, signal }: Way): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  // Names are looked up, and checked then; an address is never looked up.
  if (isIP(host) && !mayReach(host)) throw new Error(INSIDE);
  return new Promise((resolve, reject) => {
    const options = {
      method,
      headers: { "user-agent": "Midweek", "accept-encoding": "gzip, deflate, br", ...headers },
      lookup: checkedLookup(mayReach),
      agent: false,
      signal,
    } as const;
    const sent: ClientRequest =
      url.protocol === "https:" ? requestSecure(url, options, resolve) : requestPlain(url, options, resolve);
    // Who answers that it changes the protocol is hung up on without an error, and nothing else would ever come.
    sent.once("close", () => reject(new Error("hung up without an answer")));
    sent.once("error", reject).end();
  });
}

/** As it is read by people: what is packed is unpacked bit by bit, so that a small answer cannot become an endless one. */
function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers["content-encoding"]?.trim().toLowerCase();
  const unpack = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const make = encoding && Object.entries(unpack).find(([name]) => name === encoding)?.[1];
  if (!make) return response;
  const into = make();
  response.once("error", (error) => into.destroy(error));
  return response.pipe(into);
}

async function fetchedOf(response: IncomingMessage, asked: Asked, url: string): Promise<Fetched | Failed> {
  const status = response.statusCode ?? 0;
  const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
  const nothing = asked.method === "HEAD" || status === 204 || status === 304;
  const parts: Buffer[] = [];
  let size = 0;
  try {
    if (nothing) return { status, headers, body: new Uint8Array(), url };
    for await (const part of unpacked(response)) {
      if (!Buffer.isBuffer(part)) continue;
      size += part.length;
      if (size > asked.mostBytes) return { failed: `larger than ${inWords(asked.mostBytes)}` };
      parts.push(part);
    }
    return { status, headers, body: new Uint8Array(Buffer.concat(parts)), url };
  } finally {
    response.destroy();
  }
}

const inWords = (bytes: number): string =>
  bytes % 1_048_576 === 0 ? `${bytes / 1_048_576} MiB` : `${Math.round(bytes / 1024)} KiB`;
