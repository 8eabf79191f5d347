import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "test/e2e",
  outputDir: ".output/e2e",
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  // Two workers are what a small CI machine has; a file's tests stay together but where it says otherwise.
  workers: 2,
  retries: 0,
  reporter: [["list"]],
});
