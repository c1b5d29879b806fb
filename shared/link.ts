import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Config, LinkKey } from "./config.ts";
import { DAY } from "./durations.ts";

/** What one link in one email may do, and for whom. `slot` is the touch it came with; `link` says which target a click has. */
export type Link = {
  readonly kind: "open" | "click" | "unsubscribe" | "preferences";
  readonly prospectId: string;
  readonly slot?: string | undefined;
  readonly link?: "read" | "meeting" | undefined;
};

const KINDS = ["open", "click", "unsubscribe", "preferences"] as const;
const TARGETS = [undefined, "read", "meeting"] as const;
const PATHS = { open: "o", click: "c", unsubscribe: "u", preferences: "p" } as const;

/** Slots count in days from here, so that three characters of base 36 last until 2147. */
const FIRST_SLOT = Date.parse("2020-01-01T00:00Z");
const SLOTS = 36 ** 3;
/** 22 characters of base64url are 132 bits of the HMAC-SHA256, all of them significant. */
const SEAL_LENGTH = 22;
/** Keeps what is sealed here apart from whatever else the same secret may sign. */
const PURPOSE = "midweek link 1:";

const keyObjects = new WeakMap<LinkKey, KeyObject>();

function keyObject(key: LinkKey): KeyObject {
  const known = keyObjects.get(key);
  if (known) return known;
  const made = createSecretKey(key.secret, "utf8");
  keyObjects.set(key, made);
  return made;
}

const seal = (key: LinkKey, signed: string): string =>
  createHmac("sha256", keyObject(key))
    .update(PURPOSE + signed)
    .digest("base64url")
    .slice(0, SEAL_LENGTH);

function writeSlot(slot: string): string {
  const days = (Date.parse(`${slot}T00:00Z`) - FIRST_SLOT) / DAY;
  if (!Number.isInteger(days) || days < 0 || days >= SLOTS) throw new RangeError(`not the date of a slot: ${slot}`);
  return days.toString(36).padStart(3, "0");
}

/** Kind, target and whether there is a slot, in one letter from a to x. */
function writeHead(link: Link): string {
  const shape = (KINDS.indexOf(link.kind) * TARGETS.length + TARGETS.indexOf(link.link)) * 2 + (link.slot ? 1 : 0);
  return String.fromCharCode(97 + shape);
}

function readBody(body: string): Link | undefined {
  const shape = body.charCodeAt(0) - 97;
  const kind = KINDS[Math.floor(shape / (2 * TARGETS.length))];
  const target = TARGETS[Math.floor(shape / 2) % TARGETS.length];
  const dated = shape % 2 === 1;
  const prospectId = body.slice(dated ? 4 : 1);
  if (!kind || !prospectId) return undefined;
  const slot = dated && new Date(FIRST_SLOT + Number.parseInt(body.slice(1, 4), 36) * DAY).toISOString().slice(0, 10);
  return { kind, prospectId, ...(slot && { slot }), ...(target && { link: target }) };
}

/**
 * The token that stands in a URL: `<key id>.<letter><slot><prospect id><seal>`, about 40 characters, with nobody's name or address in it. The seal
 * covers all of it, so a token is good for its own kind only. The first key signs. Prospect and key ids are of [A-Za-z0-9_-].
 */
export function signLink(keys: readonly LinkKey[], link: Link): string {
  const key = keys[0];
  if (!key) throw new Error("there is no key to sign links with");
  const signed = `${key.id}.${writeHead(link)}${link.slot ? writeSlot(link.slot) : ""}${link.prospectId}`;
  if (!/^[\w-]+\.[\w-]+$/.test(signed)) throw new Error(`not fit for a link: ${signed}`);
  return signed + seal(key, signed);
}

/** What a token allows, or undefined when no key of ours made it as it stands. Never throws, whatever the text. */
export function readLink(keys: readonly LinkKey[], token: string): Link | undefined {
  if (token.length > 300 || !/^[\w-]+\.[\w-]+$/.test(token)) return undefined;
  const key = keys.find((candidate) => token.startsWith(`${candidate.id}.`));
  const signed = token.slice(0, -SEAL_LENGTH);
  if (!key || signed.length < key.id.length + 3) return undefined;
  const given = Buffer.from(token.slice(-SEAL_LENGTH), "latin1");
  if (!timingSafeEqual(given, Buffer.from(seal(key, signed), "latin1"))) return undefined;
  return readBody(signed.slice(key.id.length + 1));
}

/** The address that goes into an email. */
export const linkUrl = (config: Pick<Config, "publicUrl" | "linkKeys">, link: Link): string =>
  `${config.publicUrl}/${PATHS[link.kind]}/${signLink(config.linkKeys, link)}`;
