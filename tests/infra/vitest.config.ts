import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Apart from `npm test`: it needs SST's platform, and minutes. */
export default defineConfig({
  root: fileURLToPath(new URL("../../", import.meta.url)),
  test: {
    include: ["tests/infra/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // SST keeps its work in one folder.
    fileParallelism: false,
    reporters: ["default", "./tests/closing-line.ts"],
  },
});
