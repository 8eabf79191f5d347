import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import type { SourceFile } from "../utils/table/source.ts";
import { openDiskBlob } from "./disk-blob.ts";

/** Something a person named cannot be read: one sentence with the path as they gave it. */
export class UnreadablePath extends Error {}

const wanted = new Set([".csv", ".zip", ".xlsx"]);

/** Hidden files, and the marks Windows puts beside downloads ("users.csv:Zone.Identifier"). */
const isClutter = (name: string): boolean => name.startsWith(".") || /zone\.identifier$/i.test(name);

const reasons: Record<string, string> = {
  ENOENT: "it does not exist",
  EACCES: "you may not read it",
  EPERM: "you may not read it",
  EISDIR: "it is a folder",
  ENOTDIR: "part of the path is not a folder",
};

const sayWhy = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
};

type Listed = { full: string; name: string };

/**
 * Files of the paths, each once; of a folder the .csv, .zip and .xlsx files that lie directly in it. A file is called
 * "users.csv", in a folder "export/users.csv", and by its whole path where that name is taken.
 */
export const openPaths = async (paths: readonly string[], root: string): Promise<SourceFile[]> => {
  const files = new Map<string, SourceFile>();
  const names = new Set<string>();
  for (const path of paths) {
    for (const { full, name } of await listPath(path, root)) {
      if (files.has(full)) continue;
      const unique = names.has(name) ? full : name;
      names.add(unique);
      const [blob, { mtime }] = await tryTo("read", name, () =>
        Promise.all([openDiskBlob(full), stat(full)]),
      );
      files.set(full, { name: unique, blob, written: mtime.toISOString().slice(0, 19) });
    }
  }
  return [...files.values()];
};

const listPath = async (path: string, root: string): Promise<Listed[]> => {
  const full = resolve(root, path);
  const info = await tryTo("read", path, () => stat(full));
  if (!info.isDirectory()) return [{ full, name: basename(full) }];
  const entries = await tryTo("read", path, () => readdir(full, { withFileTypes: true }));
  const found = entries
    .filter((entry) => !entry.isDirectory() && wanted.has(extname(entry.name).toLowerCase()))
    .filter((entry) => !isClutter(entry.name))
    .map(({ name }) => name)
    .sort();
  if (found.length === 0) {
    throw new UnreadablePath(
      `There is no .csv, .zip or .xlsx file in ${path}: name the folder that holds the export.`,
    );
  }
  return found.map((name) => ({ full: join(full, name), name: `${basename(full)}/${name}` }));
};

/** Does something with a path and turns the system's error into a sentence. */
export const tryTo = async <T>(what: "read" | "write", path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw new UnreadablePath(`Cannot ${what} ${path}: ${sayWhy(error)}.`);
  }
};

/** Text of a small file such as a policy. */
export const readText = (path: string, root: string): Promise<string> =>
  tryTo("read", path, () => readFile(resolve(root, path), "utf8"));
