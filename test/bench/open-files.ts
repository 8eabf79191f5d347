import { basename } from "node:path";
import { openDiskBlob } from "../../bin/disk-blob.ts";
import type { SourceFile } from "../../utils/table/source.ts";

/** Handles, not contents, as the command line opens them; Node's own blobs end at 4 GiB. */
export const openFiles = (paths: readonly string[]): Promise<SourceFile[]> =>
  Promise.all(paths.map(async (path) => ({ name: basename(path), blob: await openDiskBlob(path) })));
