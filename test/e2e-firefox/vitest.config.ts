import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** The shipped Firefox build in a real Firefox: `vitest run --config test/e2e-firefox/vitest.config.ts`. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, "..", ".."),
    environment: "node",
    include: ["test/e2e-firefox/**/*.spec.ts"],
    // One browser at a time.
    fileParallelism: false,
    // Each step of a story stands on the one before.
    bail: 1,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
