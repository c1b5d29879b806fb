import { createDecipheriv } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";
import { KEY } from "./account.ts";

/** How Pulumi marks values that are more than themselves; this one is a secret. */
const MARK = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const Marked = z.object({ [MARK]: z.literal(SECRET), value: z.unknown() });

/** The same without the marks; what is marked and holds `secret` is left out. */
export function withoutSecrets(value: unknown): unknown {
  const marked = Marked.safeParse(value);
  if (marked.success) return holdsSecret(marked.data.value) ? "(secret)" : withoutSecrets(marked.data.value);
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutSecrets(one)]));
}

/** SST marks too much, function names among it; what must not be seen is told apart by its value. */
export const LINK_KEYS = "test:this-is-the-secret-that-signs-links-and-no-other";
const holdsSecret = (value: unknown): boolean => JSON.stringify(value ?? null).includes(LINK_KEYS);

/** A zip that goes to Lambda. */
export const Bundle = z.object({
  path: z.string(),
  /** Of the code before it was zipped. */
  bytes: z.number(),
  /** Names of what is linked with it, encrypted. */
  links: z.array(z.string()),
  /** Whether the secret stands in the code for anybody to read. */
  showsSecret: z.boolean(),
});
export type Bundle = z.infer<typeof Bundle>;

const Archive = z.object({ __pulumiArchive: z.literal(true), path: z.instanceof(Promise) });

/** What is in an archive, or nothing for a value that is none. */
export async function bundleOf(value: unknown): Promise<Bundle | undefined> {
  const archive = Archive.safeParse(value);
  if (!archive.success) return undefined;
  const path = z.string().parse(await archive.data.path);
  const source = `${dirname(path)}-src`;
  const code = await readFile(join(source, "bundle.mjs"), "utf8");
  const { size } = await stat(path);
  return {
    path,
    bytes: size && code.length,
    links: Object.keys(await linksOf(join(source, "resource.enc"))),
    showsSecret: code.includes(LINK_KEYS),
  };
}

/** What SST linked with a function, opened as the function opens it. */
async function linksOf(path: string): Promise<object> {
  const sealed = await readFile(path);
  const opener = createDecipheriv("aes-256-gcm", KEY, Buffer.alloc(12));
  opener.setAuthTag(sealed.subarray(-16));
  const text = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()]).toString();
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}
