import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import type { SourceFile } from "../../utils/table/source.ts";

/** Handles, not contents, as the command line opens them. */
export const openFiles = (paths: readonly string[]): Promise<SourceFile[]> =>
  Promise.all(paths.map(async (path) => ({ name: basename(path), blob: await openAsBlob(path) })));
