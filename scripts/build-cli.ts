// Builds dist-cli/: the command line and the library in plain JavaScript, with nothing to install beside them.
// `npm pack` runs it first. `node scripts/build-cli.ts FOLDER` builds elsewhere.
import { chmodSync, copyFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, resolve } from "node:path";
import process from "node:process";
import { build } from "vite";
import { prepareTypes } from "./prepare-types.ts";

const root = join(import.meta.dirname, "..");
const outDir = resolve(process.argv[2] ?? join(root, "dist-cli"));

prepareTypes();
await build({
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: true,
    target: "node22",
    outDir,
    emptyOutDir: true,
    // People read what a tool did to their files: the bundle stays legible.
    minify: false,
    rolldownOptions: {
      input: {
        rosterguard: join(root, "bin/rosterguard.ts"),
        library: join(root, "bin/library.ts"),
        "range-worker": join(root, "bin/range-worker.ts"),
      },
      external: [...builtinModules, /^node:/],
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
});
chmodSync(join(outDir, "rosterguard.js"), 0o755);
copyFileSync(join(root, "bin/library-types.d.ts"), join(outDir, "library.d.ts"));
