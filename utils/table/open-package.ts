import { blobFile } from "./blob-file.ts";
import { type ByteFile, ignore, readHead } from "./byte-reader.ts";
import { faultOf, fileFault } from "./file-fault.ts";
import { isEncryptedOffice, isOle2 } from "./ole2.ts";
import type { Opened, OpenOptions } from "./open-options.ts";
import { fatalProblem, problem } from "./problems.ts";
import { beginCsv, type Later, readCsv } from "./read-csv.ts";
import { isZip } from "./sniff.ts";
import type { SourceFile } from "./source.ts";
import { type Split, splitLargest } from "./split.ts";
import { isWorkbook, readWorkbook } from "./workbook.ts";
import { isUnsafePath, readZipDirectory, type ZipEntry } from "./zip-directory.ts";
import { createBudget, readEntry, zipEntryFile } from "./zip-entries.ts";

export type { Opened, OpenOptions, Progress } from "./open-options.ts";

/**
 * Reads every file of a package, in order, those of zips among them; one that cannot be read never stops the rest.
 * Throws the signal's reason on a cancel, and our own faults.
 */
export async function* openPackage(
  sources: readonly SourceFile[],
  options: OpenOptions = {},
): AsyncGenerator<Opened> {
  for (const { name } of sources) {
    if (isClutter(name)) yield { file: name, problems: [systemFiles(name, [name])] };
  }
  const split = splitLargest(sources, options);
  const telling: OpenOptions =
    split === undefined
      ? options
      : {
          ...options,
          onProgress: (progress) => {
            split.note(progress);
            options.onProgress?.(progress);
          },
        };
  // What the file before still waits for.
  let later: Promise<Opened> | undefined;
  try {
    for (const { file, blob } of prepareFiles(sources.filter(({ name }) => !isClutter(name)))) {
      options.signal?.throwIfAborted();
      const { name } = file;
      const shares = blob === split?.source.blob ? split.shares : undefined;
      const plan = await settle(name, () => planSource(file, blob, telling, shares));
      await file.release?.();
      if (later !== undefined) yield await later;
      later = undefined;
      if ("later" in plan) {
        later = settle(name, () => plan.later);
        // It is awaited after the next file; until then a fault of ours is nobody's to catch.
        later.catch(() => undefined);
      } else if (typeof plan === "function") yield* plan();
      else yield plan;
    }
    if (later !== undefined) yield await later;
  } finally {
    split?.stop();
  }
}

const filesAhead = 8;

/** The sources as files. The beginnings of the next few are asked for already: each would have to be waited for. */
function* prepareFiles(sources: readonly SourceFile[]): Generator<{ file: ByteFile; blob: Blob }> {
  const ready: { file: ByteFile; blob: Blob }[] = [];
  for (const { name, blob, written = writtenOf(blob) } of sources) {
    const file = blobFile(name, blob);
    if (written !== undefined) file.written = written;
    // A failure is told by whoever reads the file.
    file.readAt?.(0, 1).catch(ignore);
    ready.push({ file, blob });
    if (ready.length === filesAhead) yield ready.shift()!;
  }
  yield* ready;
}

/** When a chosen file was written, as its system says. */
const writtenOf = (blob: Blob): string | undefined =>
  "lastModified" in blob && typeof blob.lastModified === "number"
    ? new Date(blob.lastModified).toISOString().slice(0, 19)
    : undefined;

/** How one source is read: a file by itself, or the files of a zip one after the other. */
type Plan = () => AsyncGenerator<Opened>;

const planSource = async (
  file: ByteFile,
  blob: Blob,
  options: OpenOptions,
  shares: Split["shares"] | undefined,
): Promise<Plan | Opened | Later> => {
  const { name } = file;
  const head = await readHead(file, 8);
  if (isOle2(head) && (await isEncryptedOffice(blob))) {
    throw fileFault("encrypted-file", { found: "a workbook with a password" });
  }
  if (/\.(xlsx|xlsm)$/i.test(name) && !isZip(head) && !isOle2(head) && blob.size > 0) {
    // What it is instead, when its first bytes tell; otherwise it is damaged.
    const opened = await readCsv(blobFile(name, blob.slice(0, 1024)), options);
    const found = opened.problems.find(
      ({ kind }) => kind === "wrong-file-type" || kind === "git-lfs-pointer",
    );
    throw found === undefined ? fileFault("unreadable-workbook") : fileFault(found.kind, found.args);
  }
  // A zip that calls itself a CSV is told as such: whoever sends it on would be refused.
  if (!isZip(head) || /\.(csv|tsv|txt)$/i.test(name)) return beginCsv(file, options, shares);
  const entries = await readEntries(name, blob);
  if (isWorkbook(entries)) return readWorkbook(name, blob, entries, options);
  return () => openZip(name, blob, entries, options);
};

const readEntries = async (name: string, blob: Blob): Promise<ZipEntry[]> => {
  try {
    return await readZipDirectory(blob);
  } catch (error) {
    // A workbook is a zip only to us.
    if (/\.(xlsx|xlsm)$/i.test(name) && faultOf(error)?.kind === "truncated-zip")
      throw fileFault("unreadable-workbook");
    throw error;
  }
};

async function* openZip(
  name: string,
  blob: Blob,
  entries: readonly ZipEntry[],
  options: OpenOptions,
): AsyncGenerator<Opened> {
  const refuse = (error: Error): Opened => ({ file: name, problems: [problemOf(name, error)] });
  const unsafe = entries.find(({ path }) => isUnsafePath(path));
  if (unsafe !== undefined) {
    yield refuse(fileFault("unsafe-zip", { because: "path", path: unsafe.path }));
    return;
  }
  const all = entries.filter(({ path }) => !path.endsWith("/"));
  const files = all.filter(({ path }) => !isClutter(path));
  if (files.length < all.length) {
    const left = all.map(({ path }) => path).filter(isClutter);
    yield { file: name, problems: [systemFiles(name, left)] };
  }
  if (files.length === 0) yield refuse(fileFault("empty-file", { found: "a zip without files" }));
  else if (files.every(({ encrypted }) => encrypted)) {
    yield refuse(fileFault("encrypted-file", { found: "a zip with a password" }));
  } else {
    const budget = createBudget(options.maxBytes);
    for (const entry of files) {
      options.signal?.throwIfAborted();
      const file = zipEntryFile(`${name}/${entry.path}`, blob, entry, budget);
      yield await settle(file.name, async () => {
        const head = entry.size === 0 ? new Uint8Array(0) : await readHead(file, 8);
        if (!isZip(head) || /\.(csv|tsv|txt)$/i.test(entry.path)) return readCsv(file, options);
        const inner = new Blob([await readEntry(file, workbookBytes)]);
        const parts = await readEntries(file.name, inner);
        if (!isWorkbook(parts)) throw fileFault("zip-in-zip");
        return readWorkbook(file.name, inner, parts, options);
      });
    }
  }
}

/** Largest workbook taken out of a zip, in bytes packed: it must be held in memory. */
const workbookBytes = 64 * 1024 * 1024;

/** Files that systems leave behind, in folders and zips, and that nobody meant to send. */
export const isClutter = (path: string): boolean =>
  /(^|\/)(__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)|[:.]Zone\.Identifier$/i.test(path);

const systemFiles = (file: string, paths: readonly string[]) =>
  problem(
    "system-files-in-package",
    file,
    { example: paths[0] ?? "" },
    paths.map((value) => ({ value })),
  );

/** Turns an error that stands for a fault of the file into its problem; others are thrown on. */
const settle = async <T>(file: string, read: () => Promise<T>): Promise<T | Opened> => {
  try {
    return await read();
  } catch (error) {
    return { file, problems: [problemOf(file, error)] };
  }
};

const problemOf = (file: string, error: unknown) => {
  const fault = faultOf(error);
  if (fault === undefined) throw error;
  return fatalProblem(fault.kind, file, fault.args);
};
