import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readFolder } from "../../../stacks/commands/read-folder.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "midweek-posts-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function all(files: ReturnType<typeof readFolder>): Promise<{ path: string; bytes: Uint8Array }[]> {
  const read: { path: string; bytes: Uint8Array }[] = [];
  for await (const file of files) read.push(file);
  return read;
}

const put = (path: string, text = path): void => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
};

test("posts come in order of their paths, wherever they lie; what is beside them is passed over", async () => {
  for (const path of [
    "b/index.md",
    "a.markdown",
    "c/d/e.html",
    "a.png",
    ".hidden.md",
    ".git/x.md",
    "node_modules/x/readme.md",
    "notes.erb",
  ])
    put(path);
  const files = await all(readFolder(folder));
  expect(files.map((file) => file.path)).toEqual(["a.markdown", "b/index.md", "c/d/e.html", "notes.erb"]);
  expect(new TextDecoder().decode(files[1]?.bytes)).toBe("b/index.md");
});

test("a link out of the folder is not followed", async () => {
  put("a.md");
  symlinkSync("/etc", join(folder, "etc"));
  symlinkSync("/etc/hostname", join(folder, "host.md"));
  expect((await all(readFolder(folder))).map((file) => file.path)).toEqual(["a.md"]);
});

test("a folder that is not there, or is a file, is named", async () => {
  put("a.md");
  await expect(all(readFolder(join(folder, "gone")))).rejects.toMatchObject({
    kind: "not-found",
    message: expect.stringContaining(join(folder, "gone")),
  });
  await expect(all(readFolder(join(folder, "a.md")))).rejects.toMatchObject({
    kind: "invalid",
    message: expect.stringContaining("a.md"),
  });
});
