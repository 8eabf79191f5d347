import { join } from "node:path";
import { build } from "vite";
import { prepareTypes } from "../../scripts/prepare-types.ts";

const root = join(import.meta.dirname, "..", "..");

/** One script with everything in it, as the extension's worker is built: minified, for the browser. */
const bundleScript = async (entry: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    root,
    build: {
      write: false,
      target: "es2024",
      modulePreload: false,
      // The server knows no other files.
      rolldownOptions: { output: { codeSplitting: false } },
      lib: { entry: join(import.meta.dirname, entry), formats: ["es"], fileName: "script" },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const { output } of outputs as { output: { type: string; code?: string }[] }[]) {
    const chunk = output.find((part) => part.type === "chunk");
    if (chunk?.code !== undefined) return chunk.code;
  }
  throw new Error(`Vite built nothing from ${entry}.`);
};

/** Scripts of the benchmark's page by URL path. */
export const bundleScripts = async (): Promise<Map<string, string>> => {
  prepareTypes();
  const scripts = new Map<string, string>();
  for (const name of ["page", "ours.worker", "obvious.worker"]) {
    scripts.set(`/${name}.js`, await bundleScript(`${name}.ts`));
  }
  return scripts;
};
