import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const realInputs = fileURLToPath(new URL("../shared/data/", import.meta.url));

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    // Tests on inputs that nobody here wrote need them beside the checkout; elsewhere there is nothing to run them on.
    // `npm run test:infra` has a configuration of its own.
    exclude: ["tests/infra/**", ...(existsSync(realInputs) ? [] : ["tests/real-inputs/**"])],
    testTimeout: 60_000,
    reporters: ["default", "./tests/closing-line.ts"],
  },
});
