import { blobFile } from "./blob-file.ts";
import { type ByteFile, readHead } from "./byte-reader.ts";
import { decodeHead, detectEncoding } from "./decode.ts";
import { detectDialect, dialectBytes } from "./dialect.ts";
import { readHeader } from "./header.ts";
import { findStart } from "./header-place.ts";
import type { OpenOptions, Progress } from "./open-options.ts";
import { lastLineEnd } from "./piece-borders.ts";
import { type Reading, startTable } from "./reading.ts";
import { blankLength, createScan, type Scan } from "./scan-fields.ts";
import { type Shares, type Sharing, shareFile } from "./share-file.ts";
import { isZip, sniff } from "./sniff.ts";
import type { SourceFile } from "./source.ts";

/** Below this size, in bytes, another thread takes as long to start, and to share the cores with, as it saves. */
const leastSplit = 256 * 1024 * 1024;

/** The largest file of a package while another thread reads its end. */
export type Split = {
  source: SourceFile;
  /** Undefined when the file is none to be split. Never rejects. */
  shares: Promise<Shares | undefined>;
  /** Hears how far files are. */
  note: (progress: Progress) => void;
  /** Ends the other thread's work, done or not. */
  stop: () => void;
};

/** The file that another thread would read the end of, if any is worth it. */
const findLargest = (sources: readonly SourceFile[], options: OpenOptions): SourceFile | undefined => {
  if (options.openHelper === undefined) return undefined;
  let largest: SourceFile | undefined;
  for (const each of sources) if (largest === undefined || each.blob.size > largest.blob.size) largest = each;
  if (largest === undefined || /\.(zip|xlsx|xlsm)$/i.test(largest.name)) return undefined;
  return options.splitAt === undefined && largest.blob.size < leastSplit ? undefined : largest;
};

/** The order in which files are best read: the one that is shared with another thread last. */
export const orderForHelper = (
  sources: readonly SourceFile[],
  options: OpenOptions,
): readonly SourceFile[] => {
  const largest = findLargest(sources, options);
  return largest === undefined ? sources : [...sources.filter((each) => each !== largest), largest];
};

/**
 * Has the end of the largest file read by another thread, if there is one and the file is worth it. What it finds is only an
 * offer: the scanner takes it when it arrives at its beginning exactly at the end of a row.
 */
export const splitLargest = (sources: readonly SourceFile[], options: OpenOptions): Split | undefined => {
  const { openHelper, splitAt, signal, onProgress } = options;
  const source = findLargest(sources, options);
  if (openHelper === undefined || source === undefined) return undefined;
  const stopped = new AbortController();
  const either = signal === undefined ? stopped.signal : AbortSignal.any([signal, stopped.signal]);
  const others = bytesLeft(sources.filter((each) => each !== source));
  const file = { file: source.name, bytesTotal: source.blob.size, rows: 0 };
  const onAhead = (bytesDone: number) => onProgress?.({ ...file, bytesDone, ahead: true });
  const shares = learnFile(source, options).then((learned) =>
    learned === undefined || either.aborted
      ? undefined
      : shareFile({ ...learned, openHelper, othersLeft: others.left, onAhead, splitAt }, either),
  );
  return { source, shares: shares.catch(() => undefined), note: others.note, stop: () => stopped.abort() };
};

/** Bytes still to be read of files. */
const bytesLeft = (sources: readonly SourceFile[]) => {
  const done = new Map<string, number>();
  return {
    note: ({ file, bytesDone }: Progress) => {
      done.set(file, bytesDone);
    },
    left: () =>
      sources.reduce((sum, { name, blob }) => sum + Math.max(0, blob.size - (done.get(name) ?? 0)), 0),
  };
};

/** What every range of the file is read with; undefined where only a single reader gets it right. */
const learnFile = async (
  { name, blob }: SourceFile,
  options: OpenOptions,
): Promise<Pick<Sharing, "request" | "findRow"> | undefined> => {
  const file = blobFile(name, blob);
  const head = await readHead(file, dialectBytes);
  await file.release?.();
  const encoding = detectEncoding(head);
  if (isZip(head) || (encoding !== "utf-8" && encoding !== "utf-8-bom")) return undefined;
  const text = decodeHead(head, encoding);
  if (sniff(head, text, false) !== undefined) return undefined;
  const dialect = detectDialect(text, head.length === blob.size);
  if (dialect.lineEnding === "none") return undefined;
  if (findStart(file, head, text, { encoding, dialect, options }) !== undefined) return undefined;

  const reading: Reading = { file, encoding, dialect, options: {}, pause: async () => {} };
  const scan = createScan(startTable(reading, []).builder, dialect.lineEnding);
  const limit = lastLineEnd(scan, head, head.length);
  let at = encoding === "utf-8-bom" ? 3 : 0;
  while (at < limit && blankLength(scan, head, at) > 0) at += blankLength(scan, head, at);
  const header = at < limit ? readHeader(scan, head, at, limit) : undefined;
  if (header === undefined) return undefined;
  const own = options.ownValues?.(name, header.cells) ?? [];
  const findRow = async (from: number): Promise<number | undefined> => {
    const line = await findLineEnd(file, from, scan);
    return line === undefined || line < header.end || line >= blob.size ? undefined : line;
  };
  return { request: { name, blob, dialect, header: header.cells, own }, findRow };
};

/** Where the first line that is ended soon after `from` ends. */
const findLineEnd = async (
  { readAt }: ByteFile,
  from: number,
  { crlf, lineEnd }: Scan,
): Promise<number | undefined> => {
  const bytes = await readAt?.(from, dialectBytes);
  if (bytes === undefined) return undefined;
  let at = bytes.indexOf(lineEnd);
  while (crlf && at >= 0 && bytes[at + 1] !== 0x0a) at = bytes.indexOf(lineEnd, at + 1);
  return at < 0 ? undefined : from + at + (crlf ? 2 : 1);
};
