import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "..", "..", "..");
const folder = join(root, ".output", "lookalikes");

/** Files of the libraries served as they are. */
const files: Record<string, [path: string, type: string]> = {
  "jquery.js": ["jquery/dist/jquery.min.js", "text/javascript"],
  "jqgrid-words.js": ["free-jqgrid/dist/i18n/grid.locale-en.js", "text/javascript"],
  "jqgrid.js": ["free-jqgrid/dist/jquery.jqgrid.min.js", "text/javascript"],
  "jqgrid.css": ["free-jqgrid/css/ui.jqgrid.min.css", "text/css"],
  "tabulator.css": ["tabulator-tables/dist/css/tabulator.min.css", "text/css"],
  "slickgrid.css": ["slickgrid/dist/styles/css/slick-default-theme.css", "text/css"],
  "slickgrid-base.css": ["slickgrid/dist/styles/css/slick.grid.css", "text/css"],
  "gridjs.css": ["gridjs/dist/theme/mermaid.min.css", "text/css"],
};

/** Libraries with bare imports, bundled to one module each. */
const modules: Record<string, string> = {
  "ag-grid.js": "ag-grid-community",
  "tabulator.js": "tabulator-tables",
  "datatables.js": "datatables.net",
  "slickgrid.js": "slickgrid",
  "vaadin-grid.js": "@vaadin/grid/all-imports.js",
  "gridjs.js": "gridjs",
  "sortable.js": "sortablejs",
};

const readVersion = async (specifier: string): Promise<string> => {
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  const { version } = JSON.parse(await readFile(join(root, "node_modules", name, "package.json"), "utf8"));
  return version as string;
};

const bundle = async (specifier: string): Promise<string> => {
  await mkdir(folder, { recursive: true });
  const entry = join(folder, `entry-${specifier.replace(/\W+/g, "-")}.js`);
  await writeFile(
    entry,
    `import * as all from "${specifier}";\nexport * from "${specifier}";\nexport default all.default;\n`,
  );
  const built = await build({
    configFile: false,
    root,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    build: { write: false, lib: { entry, formats: ["es"], fileName: "library" }, minify: false },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error(`${specifier} was not bundled.`);
  return output.output[0].code;
};

const bundling = new Map<string, Promise<string>>();

/** A bundled library, kept in .output by its version so that only the first run waits. */
const readModule = async (name: string, specifier: string): Promise<string> => {
  const kept = join(folder, `${await readVersion(specifier)}-${name}`);
  try {
    return await readFile(kept, "utf8");
  } catch {
    const code = await bundle(specifier);
    await writeFile(kept, code);
    return code;
  }
};

/** A library's file for the page, or undefined where there is none of that name. */
export const readVendorFile = async (
  name: string,
): Promise<{ type: string; body: string | Uint8Array } | undefined> => {
  const file = files[name];
  if (file) return { type: file[1], body: await readFile(join(root, "node_modules", file[0])) };
  const specifier = modules[name];
  if (!specifier) return undefined;
  const code = bundling.get(name) ?? readModule(name, specifier);
  bundling.set(name, code);
  return { type: "text/javascript", body: await code };
};
