import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { build, type InlineConfig } from "vite";
import { prepareTypes } from "../../scripts/prepare-types.ts";

const root = join(import.meta.dirname, "..", "..");

const bundle = async (config: InlineConfig): Promise<string> => {
  const built = await build({ configFile: false, logLevel: "error", root, publicDir: false, ...config });
  const outputs = Array.isArray(built) ? built : [built];
  for (const { output } of outputs as { output: { type: string; code?: string }[] }[]) {
    const chunk = output.find((part) => part.type === "chunk");
    if (chunk?.code !== undefined) return chunk.code;
  }
  throw new Error("Vite built nothing.");
};

/** One script with everything in it, as the extension's worker is built: minified, for the browser. */
const bundleScript = (entry: string, alias: Record<string, string> = {}): Promise<string> =>
  bundle({
    resolve: { alias },
    build: {
      write: false,
      target: "es2024",
      modulePreload: false,
      lib: { entry: join(import.meta.dirname, entry), formats: ["es"], fileName: "script" },
    },
  });

/** Served files by URL path. */
export type Served = Map<string, string | Uint8Array>;

/** Scripts of the benchmark's page. */
export const bundleScripts = async (): Promise<Served> => {
  prepareTypes();
  const served: Served = new Map();
  for (const name of ["page", "ours.worker", "obvious.worker", "store.worker"]) {
    served.set(`/${name}.js`, await bundleScript(`${name}.ts`));
  }
  served.set("/range.worker.js", await bundleScript(join("..", "..", "workers", "range.worker.ts")));
  return served;
};

/** Adds duckdb-wasm's page, its worker and its engine from a node_modules folder. */
export const addDuckdbWasm = async (served: Served, packages: string): Promise<void> => {
  const dist = join(packages, "@duckdb", "duckdb-wasm", "dist");
  const alias = { "@duckdb/duckdb-wasm": join(dist, "duckdb-browser.mjs") };
  served.set("/duckdb-wasm.js", await bundleScript("duckdb-wasm-page.ts", alias));
  served.set("/engine.worker.js", readFileSync(join(dist, "duckdb-browser-eh.worker.js")));
  served.set("/engine.wasm", readFileSync(join(dist, "duckdb-eh.wasm")));
};

/** A script for Node with everything in it, bundled as the packed command line is. */
const bundleNodeScript = (entry: string): Promise<string> =>
  bundle({
    ssr: { noExternal: true, target: "node" },
    build: {
      write: false,
      ssr: true,
      target: "node24",
      minify: false,
      rolldownOptions: {
        input: join(root, entry),
        external: [...builtinModules, /^node:/],
        output: { format: "es", codeSplitting: false },
      },
    },
  });

/** The script of a Node process under measurement, with that of its second thread beside it; answers its path. */
export const bundleForNode = async (folder: string): Promise<string> => {
  prepareTypes();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "range-worker.js"), await bundleNodeScript("bin/range-worker.ts"));
  const path = join(folder, "node-process.mjs");
  writeFileSync(path, await bundleNodeScript("test/bench/node-process.ts"));
  return path;
};
