import { type Bytes, countingReader } from "./byte-reader.ts";
import { transcode } from "./decode.ts";
import { checkHeader, readHeader } from "./header.ts";
import { joinShares } from "./join-range.ts";
import { lineOfRow, shiftLines } from "./lines.ts";
import { createOwnValues } from "./own-values.ts";
import { closeLastLine, enlarge, isQuoteOpen, lastLineEnd } from "./piece-borders.ts";
import { fatalProblem, problem } from "./problems.ts";
import { proveUtf8 } from "./prove-utf8.ts";
import { forgetValues } from "./read-block.ts";
import { type Outcome, type Reading, startTable } from "./reading.ts";
import { scanRows } from "./scan.ts";
import { blankLength, createScan, recordLimit, type Scan, type ScanStop } from "./scan-fields.ts";
import type { FileProblem, ProblemKind, Table } from "./table.ts";
import { flushRows, lookAtDistinct, reserveFor, type TableBuilder } from "./table-builder.ts";
import { isUtf8 } from "./utf8.ts";

const defaultPiece = 1024 * 1024;
/**
 * Until this thread has read so many bytes it takes small pieces: code that the engine has made fast meanwhile is
 * entered with the next piece, not in the middle of one.
 */
const warmAfter = 1024 * 1024;
const coldPiece = 64 * 1024;
let taken = 0;
/** With so many bytes at hand the scanner goes on. */
const leastPiece = 256 * 1024;
/** Room for the row that the end of a piece has cut, before the buffer must grow. */
const carryRoom = 64 * 1024;

/** Smaller files are read before the code that joins equal values is warm. */
const leastDistinct = 24 * 1024 * 1024;

const stopProblem: Partial<Record<ScanStop, ProblemKind>> = {
  unclosed: "unclosed-quote",
  "too-long": "cell-too-long",
};

/**
 * Reads a file piece by piece through the byte scanner; one that has lost its header needs `header`. Throws when bytes
 * are lost (our fault) or on a cancel.
 */
export const readFast = async (reading: Reading, header?: readonly string[]): Promise<Outcome> => {
  const { file, encoding, options } = reading;
  const narrow = encoding === "utf-8" || encoding === "utf-8-bom";
  let bytesDone = 0;
  const countBytes = (bytes: number) => {
    bytesDone += bytes;
  };
  const raw = file.open();
  const reader = narrow ? countingReader(raw, countBytes) : transcode(raw, encoding, countBytes);
  const lane = createLane(reading, narrow);
  if (header !== undefined) beginRows(lane, header);
  // Where another thread began: reading halts there, to see whether a row ends.
  let shares = narrow ? reading.shares : undefined;
  let atBorder = false;
  const pieceBytes = options.pieceBytes ?? defaultPiece;
  let buffer: Bytes = new Uint8Array(pieceBytes + carryRoom);
  let filled = 0;
  let ended = false;
  try {
    while (!ended) {
      if (filled + pieceBytes + 2 > buffer.length)
        buffer = enlarge(buffer, filled, filled + pieceBytes + carryRoom);
      const wanted = taken < warmAfter ? Math.min(coldPiece, pieceBytes) : pieceBytes;
      const until = filled + wanted;
      // Once rows are known to be of usual length, a part will do: what comes meanwhile need not be waited for later.
      const usual = lane.builder !== undefined && filled <= carryRoom;
      const least = usual ? Math.min(wanted, leastPiece) : wanted;
      for (const enough = filled + least; filled < enough; ) {
        const want = shares?.mayRead(bytesDone, until - filled) ?? until - filled;
        if (want === 0) {
          atBorder = true;
          break;
        }
        const got = await reader.read(buffer, filled, want);
        buffer = got.buffer;
        ended = got.length === 0;
        if (ended) break;
        filled += got.length;
        taken += got.length;
      }
      lane.fileOffset = (reading.offset ?? 0) + bytesDone - filled;
      const used = takePiece(lane, buffer, filled, ended);
      if (lane.outcome !== undefined) return lane.outcome;
      buffer.copyWithin(0, used, filled);
      filled -= used;
      if (shares !== undefined && atBorder) {
        atBorder = false;
        const joined = filled === 0 && !lane.stopped ? await joinShares(lane.builder, shares) : 0;
        bytesDone += joined;
        ended = joined > 0;
        if (!ended) shares.drop();
        shares = undefined;
      }
      reportPiece(lane, bytesDone, shares?.bytesDone());
      if (lane.stopped) return endLane(lane);
      await reading.pause();
    }
  } finally {
    shares?.drop();
    await reader.close();
  }
  if (filled !== 0 || bytesDone !== file.size) {
    throw new Error(`Read ${bytesDone - filled} of ${file.size} bytes of a file: the reader lost some.`);
  }
  return endLane(lane);
};

/** What is known of the file while its pieces pass. */
type Lane = {
  reading: Reading;
  narrow: boolean;
  scan: Scan;
  builder: TableBuilder | undefined;
  table: Table | undefined;
  problems: FileProblem[];
  /** Distinct values already proved to be UTF-8, by column. */
  proved: Uint32Array;
  markSeen: boolean;
  /** 1-based line reached before the header is known. */
  line: number;
  reserved: boolean;
  stopped: boolean;
  outcome: Outcome | undefined;
  /** Where the first byte of the piece stands in the file. */
  fileOffset: number;
};

const createLane = (reading: Reading, narrow: boolean): Lane => ({
  reading,
  narrow,
  scan: createScan(startTable(reading, []).builder, reading.dialect.lineEnding),
  builder: undefined,
  table: undefined,
  problems: [],
  proved: new Uint32Array(0),
  markSeen: reading.encoding !== "utf-8-bom",
  line: 1,
  reserved: false,
  stopped: false,
  outcome: undefined,
  fileOffset: 0,
});

/**
 * Reads the whole rows of buffer[0 .. filled). Returns how many bytes are done with; the rest begins a row and must
 * stand at the front of the next piece. The buffer has room for a line ending after `filled`.
 */
const takePiece = (lane: Lane, buffer: Bytes, filled: number, ended: boolean): number => {
  const { scan } = lane;
  let at = 0;
  if (!lane.markSeen) {
    if (filled < 3 && !ended) return 0;
    lane.markSeen = true;
    at = 3;
  }
  const end = ended && filled > at ? closeLastLine(scan, buffer, filled) : filled;
  const limit = lastLineEnd(scan, buffer, end);
  let stop: ScanStop = "none";
  if (lane.builder === undefined) {
    at = skipBlankLines(lane, buffer, at, limit);
    if (at < limit) {
      const next = takeHeader(lane, buffer, at, limit);
      stop = lane.scan.stop;
      at = next;
    }
    if (lane.outcome !== undefined) return at;
  }
  if (lane.builder !== undefined && at < limit) {
    lane.scan.fileOffset = lane.fileOffset;
    at = scanRows(lane.scan, buffer, at, limit);
    stop = lane.scan.stop;
    flushRows(lane.builder);
    if (lane.narrow) proveLane(lane, lane.builder);
    if (lane.outcome !== undefined) return at;
    for (const index of lookAtDistinct(lane.builder)) {
      lane.proved[index] = lane.builder.columns[index]!.size;
      forgetValues(lane.scan);
    }
  }
  if (stop === "irregular") {
    lane.outcome = { kind: "irregular", line: nextLine(lane), builder: lane.builder, table: lane.table };
    return at;
  }
  if (stop === "partial" && ended) stop = "unclosed";
  if ((stop === "partial" || stop === "none") && filled - at > recordLimit) {
    stop = isQuoteOpen(lane.scan, buffer, at, at + recordLimit) ? "unclosed" : "too-long";
  }
  const kind = stopProblem[stop];
  if (kind !== undefined) stopAt(lane, kind);
  return Math.min(at, filled);
};

/** Notes that reading ends on the line reached; the rows before it stay usable. */
const stopAt = (lane: Lane, kind: ProblemKind) => {
  const line = nextLine(lane);
  const args = { stoppedAtLine: line, limit: "1 MB" };
  const { name } = lane.reading.file;
  lane.problems.push(
    lane.builder === undefined
      ? fatalProblem(kind, name, args, [{ line }])
      : problem(kind, name, args, [{ line }]),
  );
  lane.stopped = true;
};

/** The line on which the next row begins. */
const nextLine = (lane: Lane): number =>
  lane.builder === undefined
    ? lane.line
    : lineOfRow(lane.builder.lines, lane.builder.rows + lane.builder.pending);

const skipBlankLines = (lane: Lane, buffer: Bytes, from: number, limit: number): number => {
  let at = from;
  while (at < limit) {
    const blank = blankLength(lane.scan, buffer, at);
    if (blank === 0) break;
    at += blank;
    lane.line++;
  }
  return at;
};

const takeHeader = (lane: Lane, buffer: Bytes, at: number, limit: number): number => {
  const header = readHeader(lane.scan, buffer, at, limit);
  if (header === undefined) return at;
  if (lane.narrow && !isUtf8(buffer, at, header.end)) {
    lane.outcome = { kind: "not-utf-8", place: { line: lane.line } };
    return at;
  }
  const builder = beginRows(lane, header.cells);
  shiftLines(builder.lines, 0, lane.line - 1 + header.breaks);
  lane.problems.push(...checkHeader(lane.reading.file.name, header.cells, lane.line));
  return header.end;
};

/** Rows follow, in columns of these names. */
const beginRows = (lane: Lane, header: readonly string[]): TableBuilder => {
  const { builder, table } = startTable(lane.reading, header);
  if (lane.narrow) {
    builder.mayHoldNul = false;
    keepApart(lane.reading, builder);
    builder.mayBeDistinct = lane.reading.file.size >= leastDistinct;
  }
  lane.builder = builder;
  lane.table = table;
  lane.scan = createScan(builder, lane.reading.dialect.lineEnding);
  lane.proved = new Uint32Array(header.length);
  return builder;
};

/** Columns that need no text are read without it. */
const keepApart = ({ file, options }: Reading, builder: TableBuilder) => {
  for (const index of options.ownValues?.(file.name, builder.header) ?? []) {
    const column = builder.columns[index];
    if (column !== undefined) column.own = createOwnValues();
  }
};

/** A value that is no UTF-8 ends the attempt. */
const proveLane = (lane: Lane, builder: TableBuilder) => {
  const place = proveUtf8(builder, lane.proved);
  if (place !== undefined) lane.outcome = { kind: "not-utf-8", place };
};

const reportPiece = (lane: Lane, bytesDone: number, bytesElsewhere = 0) => {
  const { builder, table, reading } = lane;
  const { file, options } = reading;
  // A sixteenth of the file tells values that are all different from values not yet met again.
  if (builder !== undefined && !lane.reserved && bytesDone * 16 >= file.size) {
    lane.reserved = true;
    reserveFor(builder, bytesDone, file.size);
  }
  options.onProgress?.({
    file: file.name,
    bytesDone: bytesDone + bytesElsewhere,
    bytesTotal: file.size,
    rows: builder?.rows ?? 0,
  });
  if (table !== undefined && table.rows > 0) options.onPiece?.(table, file.name);
};

const endLane = ({ builder, table, problems, scan, reading }: Lane): Outcome => {
  const { name } = reading.file;
  if (scan.ragged.count > 0) {
    problems.push(problem("ragged-rows", name, {}, scan.ragged.places, scan.ragged.count));
  }
  // Only a file longer than the sample that settled its dialect can have its first line break after it.
  if (builder !== undefined && builder.rows > 0 && builder.facts.lineEnding === "none")
    builder.facts.lineEnding = "lf";
  return { kind: "read", builder, table, problems };
};
