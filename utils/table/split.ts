import { blobFile, readHead } from "./byte-reader.ts";
import { decodeHead, detectEncoding } from "./decode.ts";
import { detectDialect, dialectBytes } from "./dialect.ts";
import { readHeader } from "./header.ts";
import type { OpenOptions } from "./open-options.ts";
import { lastLineEnd } from "./piece-borders.ts";
import type { RangeReader, ReadRange } from "./range.ts";
import { type Reading, startTable } from "./reading.ts";
import { blankLength, createScan, type Scan } from "./scan-fields.ts";
import { isZip, sniff } from "./sniff.ts";
import type { SourceFile } from "./source.ts";

/** Below this size, in bytes, another thread takes as long to start as it saves. */
const leastSplit = 32 * 1024 * 1024;
/** Most of a file that is left to the helper: it starts later. */
const mostShare = 0.8;
/** What a byte of the other, smaller files costs, half of which the helper makes up for. */
const otherWeight = 1.2;

/** The largest file of a package while a helper reads the last part of it. */
export type Split = {
  source: SourceFile;
  /** Where the helper began and what it was told; undefined when the file is none to be split. Never rejects. */
  part: Promise<SplitPart | undefined>;
  /** Ends the helper's work, done or not. */
  stop: () => void;
};

export type SplitPart = {
  start: number;
  header: readonly string[];
  /** Never rejects: undefined when the range is of no use, or when everything was cancelled. */
  range: Promise<ReadRange | undefined>;
};

/** The file that a helper would read a part of, if any is worth it. */
const findLargest = (sources: readonly SourceFile[], options: OpenOptions): SourceFile | undefined => {
  if (options.helper === undefined) return undefined;
  let largest: SourceFile | undefined;
  for (const each of sources) if (largest === undefined || each.blob.size > largest.blob.size) largest = each;
  if (largest === undefined || /\.(zip|xlsx|xlsm)$/i.test(largest.name)) return undefined;
  return options.splitAt === undefined && largest.blob.size < leastSplit ? undefined : largest;
};

/** The order in which files are best read: the one that is shared with a helper last. */
export const orderForHelper = (
  sources: readonly SourceFile[],
  options: OpenOptions,
): readonly SourceFile[] => {
  const largest = findLargest(sources, options);
  return largest === undefined ? sources : [...sources.filter((each) => each !== largest), largest];
};

/**
 * Has the last part of the largest file read by the helper, if there is one and the file is worth it. What it finds is
 * only an offer: the scanner takes it when it arrives at its beginning exactly at the end of a row.
 */
export const splitLargest = (sources: readonly SourceFile[], options: OpenOptions): Split | undefined => {
  const { helper, splitAt, signal } = options;
  const source = findLargest(sources, options);
  if (helper === undefined || source === undefined) return undefined;
  const bytes = sources.reduce((sum, { blob }) => sum + blob.size, 0);
  const { size } = source.blob;
  const middle =
    splitAt ?? size - Math.floor(Math.min(size / 2 + (bytes - size) * otherWeight, size * mostShare));
  const stopped = new AbortController();
  const either = signal === undefined ? stopped.signal : AbortSignal.any([signal, stopped.signal]);
  return {
    source,
    part: startPart(source, middle, { ...options, helper }, either).catch(() => undefined),
    stop: () => stopped.abort(),
  };
};

const startPart = async (
  { name, blob }: SourceFile,
  middle: number,
  { helper, ownValues }: OpenOptions & { helper: RangeReader },
  signal: AbortSignal,
): Promise<SplitPart | undefined> => {
  const file = blobFile(name, blob);
  const head = await readHead(file, dialectBytes);
  const encoding = detectEncoding(head);
  if (isZip(head) || (encoding !== "utf-8" && encoding !== "utf-8-bom")) return undefined;
  const text = decodeHead(head, encoding);
  if (sniff(head, text, false) !== undefined) return undefined;
  const dialect = detectDialect(text, head.length === blob.size);
  if (dialect.lineEnding === "none") return undefined;

  const reading: Reading = { file, encoding, dialect, options: {}, pause: async () => {} };
  const scan = createScan(startTable(reading, []).builder, dialect.lineEnding);
  const limit = lastLineEnd(scan, head, head.length);
  let at = encoding === "utf-8-bom" ? 3 : 0;
  while (at < limit && blankLength(scan, head, at) > 0) at += blankLength(scan, head, at);
  const header = at < limit ? readHeader(scan, head, at, limit) : undefined;
  if (header === undefined) return undefined;

  const around = await readHead(blobFile(name, blob.slice(middle)), dialectBytes);
  const line = firstLineEnd(scan, around);
  const start = middle + line;
  if (line === 0 || start < header.end || start >= blob.size || signal.aborted) return undefined;
  const aborted = new Promise<undefined>((resolve) =>
    signal.addEventListener("abort", () => resolve(undefined), { once: true }),
  );
  const own = ownValues?.(name, header.cells) ?? [];
  const request = { name, blob, start, dialect, header: header.cells, own };
  const range = helper(request, signal).catch(() => undefined);
  return { start, header: header.cells, range: Promise.race([range, aborted]) };
};

/** Where the first line that is ended within `bytes` ends; 0 when none is. */
const firstLineEnd = ({ crlf, lineEnd }: Scan, bytes: Uint8Array): number => {
  let at = bytes.indexOf(lineEnd);
  while (crlf && at >= 0 && bytes[at + 1] !== 0x0a) at = bytes.indexOf(lineEnd, at + 1);
  return at < 0 ? 0 : at + (crlf ? 2 : 1);
};
