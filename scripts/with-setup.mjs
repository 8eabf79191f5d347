// Runs a command with everything it needs in place: `node scripts/with-setup.mjs [--quiet] COMMAND ...`.
// Plain JavaScript, because it is what Node 20 runs before Node 24 is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";

const words = process.argv.slice(2);
const quiet = words[0] === "--quiet" && words.shift() !== undefined;
const bin = join(import.meta.dirname, "..", "node_modules", ".bin");
const stamp = join(import.meta.dirname, "..", "node_modules", ".rosterguard-setup");
const lock = createHash("sha256")
  .update(readFileSync(join(import.meta.dirname, "..", "package-lock.json")))
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock || !existsSync(join(bin, "node"))) {
  if (!quiet) console.log("Installing what Rosterguard needs (npm ci) ...");
  const installed = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: join(import.meta.dirname, ".."),
    stdio: quiet ? ["ignore", "ignore", "inherit"] : "inherit",
  });
  if (installed.status !== 0) {
    console.error(
      "npm ci did not succeed: check that the npm registry can be reached, then run the command again.",
    );
    process.exit(3);
  }
  mkdirSync(join(bin, ".."), { recursive: true });
  writeFileSync(stamp, lock);
}

const [command, ...rest] = words;
if (command !== undefined) {
  const ran = spawnSync(command, rest, {
    stdio: "inherit",
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` },
  });
  process.exit(ran.status ?? 3);
}
