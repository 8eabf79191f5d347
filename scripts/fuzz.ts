import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** The property tests of the reader and of whole checks with many more runs than an ordinary test makes. */
const [runs = "20000"] = process.argv.slice(2);
if (!/^[1-9]\d{0,7}$/.test(runs)) {
  process.stderr.write(`The number of runs is a whole number, not "${runs}".\n`);
  process.exit(2);
}
const root = join(import.meta.dirname, "..");
const tests = [
  "utils/table/against-papa.test.ts",
  "utils/table/kernel.test.ts",
  "utils/table/workbook-against.test.ts",
  "test/truth/fuzz.test.ts",
  "test/truth/silent.test.ts",
];
const { status } = spawnSync(
  process.execPath,
  [join(root, "node_modules/vitest/vitest.mjs"), "run", "--testTimeout", "14400000", ...tests],
  { cwd: root, stdio: "inherit", env: { ...process.env, FUZZ_RUNS: runs } },
);
process.exit(status ?? 1);
