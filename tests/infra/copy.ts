import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./sst.ts";

/** What a deploy is made from. */
const SOURCES = ["sst.config.ts", "package.json", "tsconfig.json", "stacks", "functions", "shared", "emails"];

export type Copy = {
  readonly folder: string;
  readonly remove: (file: string) => void;
  /** Fails when `from` is not in the file, so that a test cannot pass on a change that was never made. */
  readonly change: (file: string, from: string, to: string) => void;
};

/** Hands over a copy of the checkout to spoil, and takes it away again. */
export async function inCopy<Result>(use: (copy: Copy) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "midweek-copy-"));
  try {
    for (const source of SOURCES) cpSync(join(root, source), join(folder, source), { recursive: true });
    mkdirSync(join(folder, ".sst"));
    for (const shared of ["node_modules", ".sst/platform"]) symlinkSync(join(root, shared), join(folder, shared));
    return await use({
      folder,
      remove: (file) => rmSync(join(folder, file)),
      change: (file, from, to) => {
        const text = readFileSync(join(folder, file), "utf8");
        if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
        writeFileSync(join(folder, file), text.replace(from, to));
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
