import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    environment: "node",
    include: ["**/*.test.ts", "**/*.test.tsx"],
    exclude: ["node_modules/**", ".output/**", ".wxt/**", "test/e2e/**"],
    // Two workers are what a small CI machine has; property tests are the long ones.
    maxWorkers: 2,
    testTimeout: 30_000,
    // Tests start the command line dozens of times: its sources are stripped of their types once.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, ".output", "compile-cache") },
  },
});
