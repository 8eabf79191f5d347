import { openPackage } from "../table/open-package.ts";
import type { SourceFile } from "../table/source.ts";
import type { FileProblem, Table } from "../table/table.ts";
import { countEarly } from "./count-early.ts";
import type { CheckOptions, CheckProgress } from "./options.ts";

export type Package = {
  /** Names of all files, readable or not, in the order in which they were opened. */
  fileNames: string[];
  tables: Table[];
  problems: FileProblem[];
};

const megabyte = 1_000_000;

/** Opens every file and tells how far it is, with what single values already show to be wrong. */
export const readPackage = async (
  sources: readonly SourceFile[],
  options: Pick<CheckOptions, "policy" | "system" | "format" | "signal" | "onProgress">,
): Promise<Package> => {
  const { policy, signal, onProgress } = options;
  const read: Package = { fileNames: [], tables: [], problems: [] };
  const early = countEarly(options);
  let progress: CheckProgress = { bytesDone: 0, bytesTotal: 0, rows: 0, file: "", ...early.counts };
  const report = (more: Partial<CheckProgress>) => {
    progress = { ...progress, ...more, ...early.counts };
    onProgress?.(progress);
  };
  const opened = openPackage(sources, {
    ...(signal && { signal }),
    ...(policy && { maxBytes: policy.check.maxFileMegabytes * megabyte }),
    ...(onProgress && {
      onProgress: report,
      onPiece: (table: Table, file: string) => {
        early.look(table, file);
        report({ file });
      },
    }),
  });
  for await (const { file, table, problems } of opened) {
    read.fileNames.push(file);
    if (table !== undefined) read.tables.push(table);
    read.problems.push(...problems);
  }
  return read;
};
