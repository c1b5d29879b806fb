import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const realInputs = fileURLToPath(new URL("../shared/data/", import.meta.url));

/** They start processes, servers or browsers, or change what the whole process has: each file in a surrounding of its own. */
const APART = [
  "journey",
  "shared/touch/broken",
  "browser/**/*",
  "functions/lambda/**/*",
  "shared/aws/**/*",
  "shared/local/**/*",
  "stacks/**/*",
];
const files = (names: readonly string[]): string[] => names.map((name) => `tests/${name}.test.{ts,tsx}`);

// Tests on inputs that nobody here wrote need them beside the checkout; elsewhere there is nothing to run them on.
// `npm run test:infra` has a configuration of its own.
const exclude = ["tests/infra/**", ...(existsSync(realInputs) ? [] : ["tests/real-inputs/**"])];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many wait for processes of their own; the default leaves a core idle.
    maxWorkers: "100%",
    reporters: ["default", "./tests/closing-line.ts"],
    projects: [
      { extends: true, test: { name: "apart", include: files(APART), exclude } },
      // The rest works in memory, so that files can share what they import: a quarter of the time.
      {
        extends: true,
        test: { name: "together", isolate: false, include: files(["**/*"]), exclude: [...exclude, ...files(APART)] },
      },
    ],
  },
});
