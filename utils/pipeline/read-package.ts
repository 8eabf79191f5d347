import { placeHeader } from "../formats/place-header.ts";
import { isClutter, type Opened, openPackage } from "../table/open-package.ts";
import type { SourceFile } from "../table/source.ts";
import { orderForHelper } from "../table/split.ts";
import type { FileProblem, Table } from "../table/table.ts";
import { addProgress } from "./add-progress.ts";
import { countEarly } from "./count-early.ts";
import { type CheckOptions, type CheckProgress, settingsOf } from "./options.ts";
import { ownColumns } from "./own-columns.ts";

export type Package = {
  /** Names of all files, readable or not, in the order in which they were opened. */
  fileNames: string[];
  tables: Table[];
  problems: FileProblem[];
};

type ReadOptions = Pick<
  CheckOptions,
  "policy" | "system" | "format" | "signal" | "onProgress" | "onTables" | "allText" | "anySize" | "openHelper"
>;

const megabyte = 1024 * 1024;
/** What a zip may unpack to: in a browser, and where nobody waits. */
const unpackedMegabytes = { browser: 500, anySize: 16 * 1024 };

/** Opens every file and tells how far it is, with what single values already show to be wrong. */
export const readPackage = async (sources: readonly SourceFile[], options: ReadOptions): Promise<Package> => {
  const { policy, signal, onProgress, anySize, openHelper } = options;
  const limit = anySize === true ? undefined : policy?.check.maxFileMegabytes;
  const tooLarge = sources.filter(({ blob }) => limit !== undefined && blob.size > limit * megabyte);
  const inOrder = sources.filter((source) => !tooLarge.includes(source));
  const taken = orderForHelper(inOrder, { ...(openHelper && { openHelper }) });
  const read: Package = {
    fileNames: tooLarge.map(({ name }) => name),
    tables: [],
    problems: tooLarge.map(({ name }) => refuse(name, `${limit} MB`)),
  };
  const { columns } = settingsOf(options);
  const early = countEarly(options);
  const sum = addProgress(taken);
  let progress: CheckProgress = { ...sum(undefined), bytesDone: 0, file: "", ...early.counts };
  const tell = (more: Partial<CheckProgress>) => {
    progress = { ...progress, ...more, ...early.counts };
    onProgress?.(progress);
  };
  const opened = openPackage(taken, {
    maxBytes: Math.max(limit ?? 0, unpackedMegabytes[anySize === true ? "anySize" : "browser"]) * megabyte,
    findHeader: (rows, file) => placeHeader(rows, file, columns),
    ...(signal && { signal }),
    // Who is shown the tables writes rows.
    ...(!(options.allText || options.onTables) && {
      ownValues: (file, header) => ownColumns(file, header, options),
    }),
    ...(openHelper && { openHelper }),
    ...(onProgress && {
      onProgress: (each) => tell({ ...sum(each), ...(!each.ahead && { file: each.file }) }),
      onPiece: (table, file) => {
        early.look(table, file);
        tell({ file });
      },
    }),
  });
  const files: Opened[] = [];
  for await (const each of opened) files.push(each);
  if (taken !== inOrder) files.sort((a, b) => placeIn(inOrder, a.file) - placeIn(inOrder, b.file));
  for (const { file, table, problems } of files) {
    // What systems leave behind is named, and is no file of the package.
    if (!problems.some(({ kind }) => kind === "system-files-in-package")) read.fileNames.push(file);
    if (table !== undefined) read.tables.push(table);
    read.problems.push(...problems);
  }
  tell(sum(undefined));
  return read;
};

/** Where a file would have been opened in this order: what systems leave behind first. Files of a zip stay as they are. */
export const placeIn = (sources: readonly SourceFile[], file: string): number =>
  isClutter(file) ? -1 : sources.findIndex(({ name }) => file === name || file.startsWith(`${name}/`));

const refuse = (file: string, limit: string): FileProblem => ({
  kind: "file-too-large",
  file,
  fatal: true,
  count: 1,
  args: { limit },
  places: [],
});
