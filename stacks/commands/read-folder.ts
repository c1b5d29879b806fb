import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../shared/error.ts";

export type FolderFile = { readonly path: string; readonly bytes: Uint8Array };

/** Larger than any post: not read at all, only named, so that the import can refuse it. */
const LARGEST = 2 * 1024 * 1024;
/** What a site's folder holds beside its posts; passed over without a word. */
const BESIDE =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|css|scss|sass|less|js|mjs|ts|tsx|jsx|map|woff2?|ttf|otf|eot|mp[34]|webm|mov|wav|ogg|pdf|zip|gz|docx?|xlsx?|pptx?|lock|ya?ml|toml|xml|csv)$/i;
const PASSED = new Set(["node_modules", "_site"]);

/**
 * The files of a folder that may be posts, in order of their paths, which are relative to the folder with `/`. Dot files, node_modules, images and the
 * like are passed over, symbolic links not followed. Throws `not-found` or `invalid` naming the folder.
 */
export async function* readFolder(folder: string): AsyncIterable<FolderFile> {
  const found = await stat(folder).catch(() => undefined);
  if (!found) throw new AppError("not-found", `${folder}: there is no such folder`);
  if (!found.isDirectory()) throw new AppError("invalid", `${folder}: a file, not a folder`);
  yield* filesIn(folder, "");
}

async function* filesIn(folder: string, under: string): AsyncIterable<FolderFile> {
  for (const entry of await entriesOf(join(folder, under))) {
    const path = under ? `${under}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (!PASSED.has(entry.name)) yield* filesIn(folder, path);
    } else if (entry.isFile() && !BESIDE.test(entry.name)) yield { path, bytes: await bytesOf(join(folder, path)) };
  }
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new AppError("invalid", `${folder}: cannot be read${error instanceof Error ? ` (${error.message})` : ""}`);
  });
  return entries.filter((entry) => !entry.name.startsWith(".")).toSorted(byName);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    // One byte too many is enough to be refused as too large.
    return size > LARGEST ? new Uint8Array(LARGEST + 1) : await readFile(path);
  } catch (error) {
    throw new AppError("invalid", `${path}: cannot be read${error instanceof Error ? ` (${error.message})` : ""}`);
  }
}
