import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Config, LinkKey } from "./config.ts";
import { DAY } from "./durations.ts";
import type { LinkName } from "./engagement/signal.ts";

/**
 * What one link in one email may do, and for whom. `slot` is the touch it came with; `link` says which target a click has. call-me: our own page where
 * a call is asked for; it is no redirect and so no click with a target.
 */
export type Link = {
  readonly kind: "open" | "click" | "unsubscribe" | "preferences" | "call-me";
  readonly prospectId: string;
  readonly slot?: string | undefined;
  readonly link?: Exclude<LinkName, "call-me"> | undefined;
};

const PATHS = { open: "o", click: "c", unsubscribe: "u", preferences: "p", "call-me": "m" } as const;

type Shape = Pick<Link, "kind" | "link">;
/**
 * The place of a shape here is what its letter in a token says, and emails with those tokens are out for good: append, never move or remove. Of the
 * first twelve some were never sent.
 */
const SHAPES: readonly Shape[] = [
  { kind: "open" },
  { kind: "open", link: "read" },
  { kind: "open", link: "meeting" },
  { kind: "click" },
  { kind: "click", link: "read" },
  { kind: "click", link: "meeting" },
  { kind: "unsubscribe" },
  { kind: "unsubscribe", link: "read" },
  { kind: "unsubscribe", link: "meeting" },
  { kind: "preferences" },
  { kind: "preferences", link: "read" },
  { kind: "preferences", link: "meeting" },
  { kind: "click", link: "pricing" },
  { kind: "click", link: "hidden" },
  { kind: "call-me" },
];
/** Two letters a shape: without a slot, and with one. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What a hit of the link is called as a signal; undefined where it is no click. */
export function linkName({ kind, link }: Shape): LinkName | undefined {
  if (kind === "call-me") return "call-me";
  return kind === "click" ? link : undefined;
}

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

/** Kind, target and whether there is a slot, in one letter. */
function writeHead({ kind, link, slot }: Link): string {
  const shape = SHAPES.findIndex((one) => one.kind === kind && one.link === link);
  if (shape < 0) throw new RangeError(`there are no links of ${kind} to ${link}`);
  return LETTERS.charAt(shape * 2 + (slot ? 1 : 0));
}

function readBody(body: string): Link | undefined {
  const letter = LETTERS.indexOf(body.charAt(0));
  const shape = SHAPES[Math.floor(letter / 2)];
  const dated = letter % 2 === 1;
  const prospectId = body.slice(dated ? 4 : 1);
  if (!shape || !prospectId) return undefined;
  const slot = dated && new Date(FIRST_SLOT + Number.parseInt(body.slice(1, 4), 36) * DAY).toISOString().slice(0, 10);
  return { ...shape, prospectId, ...(slot && { slot }) };
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
