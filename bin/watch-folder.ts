import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";

/** What arrives together and is checked together. */
export type Arrival = {
  /** For people: the file's or folder's name, or "*.csv" for the loose ones. */
  name: string;
  paths: string[];
  /** Changes whenever a file of it does. */
  print: string;
};

type Found = { path: string; name: string; print: string };

const packages = new Set([".zip", ".xlsx"]);

/** Uploads under way, and what office programs and systems leave beside files. */
export const isUnderWay = (name: string): boolean =>
  name.startsWith(".") ||
  name.startsWith("~$") ||
  name.endsWith("~") ||
  /\.(part|partial|filepart|tmp|temp|crdownload|download|swp|lock|uploading|writing|!ut)(\.[a-z]+)?$/i.test(
    name,
  ) ||
  /zone\.identifier$/i.test(name);

/** Files of a folder by their kind; one that goes away while we look is not there. */
const look = async (folder: string): Promise<{ found: Found[]; folders: string[]; busy: boolean }> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !isUnderWay(entry.name));
  const files = entries.filter((entry) => !entry.isDirectory());
  const kept = files.filter(({ name }) => !isUnderWay(name) && isWanted(name));
  const found = await Promise.all(
    kept.map(async ({ name }) => {
      const path = join(folder, name);
      const info = await stat(path).catch(() => undefined);
      return info?.isFile()
        ? [{ path, name, print: `${name}:${info.size}:${info.mtimeMs}:${info.ino}` }]
        : [];
    }),
  );
  // While a part of a package is still being sent, the package has not arrived.
  const busy = files.some(
    ({ name }) => isUnderWay(name) && /\.csv\b/i.test(name) && !/zone\.identifier$/i.test(name),
  );
  return { found: found.flat(), folders: folders.map(({ name }) => name), busy };
};

const isWanted = (name: string): boolean => {
  const ending = extname(name).toLowerCase();
  return ending === ".csv" || packages.has(ending);
};

const together = (name: string, files: readonly Found[], busy: boolean): Arrival[] => {
  if (files.length === 0 || busy) return [];
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    { name, paths: sorted.map(({ path }) => path), print: sorted.map(({ print }) => print).join("\n") },
  ];
};

const isPackage = ({ name }: Found): boolean => packages.has(extname(name).toLowerCase());

/** What lies in a drop folder: each zip and workbook, the loose .csv files together, each folder that holds any. */
export const listArrivals = async (root: string): Promise<Arrival[]> => {
  const { found, folders, busy } = await look(root);
  const arrivals: Arrival[] = found
    .filter(isPackage)
    .map(({ name, path, print }) => ({ name, paths: [path], print }));
  arrivals.push(
    ...together(
      "*.csv",
      found.filter((file) => !isPackage(file)),
      busy,
    ),
  );
  for (const folder of folders.sort()) {
    const inside = await look(join(root, folder)).catch(() => undefined);
    if (inside !== undefined) arrivals.push(...together(`${folder}/`, inside.found, inside.busy));
  }
  return arrivals;
};
