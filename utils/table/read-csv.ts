import { type ByteFile, readHead } from "./byte-reader.ts";
import { decodeHead, detectEncoding } from "./decode.ts";
import { detectDialect, dialectBytes } from "./dialect.ts";
import { readFast } from "./fast-lane.ts";
import { findStart, windowFile } from "./header-place.ts";
import type { Opened, OpenOptions } from "./open-options.ts";
import { papaLimit, readWithPapa } from "./papa-lane.ts";
import { createPause } from "./pause.ts";
import { fatalProblem, problem } from "./problems.ts";
import type { Outcome, Reading } from "./reading.ts";
import { settleOwnValues } from "./repeated-tokens.ts";
import { createScan } from "./scan-fields.ts";
import type { Shares } from "./share-file.ts";
import { sniff } from "./sniff.ts";
import type { FileProblem } from "./table.ts";
import { finishTable, flushRows } from "./table-builder.ts";
import { checkTable } from "./table-problems.ts";

/** Reads a text file into a table. Faults of the file are problems; faults of reading and cancels are thrown. */
export const readCsv = async (file: ByteFile, options: OpenOptions): Promise<Opened> => {
  const begun = await beginCsv(file, options);
  return "later" in begun ? begun.later : begun;
};

/** A file of which all bytes were scanned, and whose table is whole a moment later: the next may begin meanwhile. */
export type Later = { later: Promise<Opened> };

/** As `readCsv`, without waiting for the few values that must be looked up in the file once more. */
export const beginCsv = async (
  file: ByteFile,
  options: OpenOptions,
  sharing?: Promise<Shares | undefined>,
): Promise<Opened | Later> => {
  const pause = createPause(options.signal);
  await pause();
  const opened = (problems: FileProblem[]): Opened => ({ file: file.name, problems });
  if (file.size === 0) return opened([fatalProblem("empty-file", file.name)]);
  const head = await readHead(file, dialectBytes);
  const whole = head.length === file.size;
  const encoding = detectEncoding(head);
  const text = decodeHead(head, encoding);
  // Blanks, and marks of the byte order that programs put one before the other.
  if (whole && text.trim() === "") return opened([fatalProblem("empty-file", file.name)]);
  const sniffed = sniff(head, text, encoding === "utf-16le" || encoding === "utf-16be");
  if (sniffed !== undefined) return opened([fatalProblem(sniffed.kind, file.name, { found: sniffed.found })]);

  const reading: Reading = {
    file,
    encoding,
    dialect: detectDialect(text, whole),
    options,
    pause,
    shares: await sharing,
  };
  const problems: FileProblem[] = [];
  // What is not UTF-8 will be read as Windows-1252.
  const legible = text.includes("\uFFFD") && encoding === "utf-8" ? decodeHead(head, "windows-1252") : text;
  const start = findStart(file, head, legible, reading);
  if (start !== undefined) {
    Object.assign(reading, { file: windowFile(file, start), start, bytes: file.size, shares: undefined });
    problems.push(start.problem);
  }
  let outcome = await readFast(reading);
  // At most twice: once for the encoding, once for the quoting.
  while (outcome.kind !== "read") outcome = await readAgain(reading, outcome, problems);
  if (reading.encoding !== "utf-8" && reading.encoding !== "utf-8-bom" && !hasKind(problems, "not-utf-8")) {
    problems.push(problem("not-utf-8", file.name, { encoding: reading.encoding }));
  }
  problems.push(...outcome.problems.map((each) => shiftHeaderLines(each, start?.lines ?? 0)));
  const { builder, table } = outcome;
  if (builder === undefined || table === undefined) {
    if (!problems.some(({ fatal }) => fatal)) problems.push(fatalProblem("empty-file", file.name));
    return opened(problems);
  }
  const conclude = (): Opened => {
    finishTable(builder);
    // Where reading stopped, nothing tells whether rows followed.
    const stopped = problems.some(({ args }) => "stoppedAtLine" in args);
    problems.push(...checkTable(builder).filter(({ kind }) => !(stopped && kind === "header-only")));
    return { file: file.name, table, problems };
  };
  flushRows(builder);
  if (builder.columns.every(({ own }) => own === undefined)) return conclude();
  const settleAll = async (): Promise<Opened> => {
    const scan = createScan(builder, reading.dialect.lineEnding);
    for (const [index, column] of builder.columns.entries()) {
      if (await settleOwnValues(column, index, builder.rows, reading.file, scan)) continue;
      return readCsv(file, { ...options, ownValues: () => [] });
    }
    return conclude();
  };
  return { later: settleAll() };
};

/** Chooses the way to read a file that the last attempt could not, and notes why. */
const readAgain = async (
  reading: Reading,
  outcome: Exclude<Outcome, { kind: "read" }>,
  problems: FileProblem[],
): Promise<Outcome> => {
  const { file } = reading;
  if (outcome.kind === "not-utf-8") {
    reading.encoding = "windows-1252";
    const places = outcome.place === undefined ? [] : [outcome.place];
    problems.push(problem("not-utf-8", file.name, { encoding: reading.encoding }, places));
    return readFast(reading);
  }
  if (file.size <= papaLimit) return readWithPapa(reading);
  const { line, builder, table } = outcome;
  const args = { stoppedAtLine: line, limit: "64 MB" };
  const places = [{ line }];
  const found =
    builder === undefined
      ? fatalProblem("irregular-quotes", file.name, args, places)
      : problem("irregular-quotes", file.name, args, places);
  return { kind: "read", builder, table, problems: [found] };
};

/** Faults in the names of the columns are found before the table, and with it the lines above, is known. */
const shiftHeaderLines = (found: FileProblem, by: number): FileProblem =>
  by === 0 || !/-header$/.test(found.kind)
    ? found
    : {
        ...found,
        places: found.places.map((place) =>
          place.line === undefined ? place : { ...place, line: place.line + by },
        ),
      };

const hasKind = (problems: FileProblem[], kind: FileProblem["kind"]): boolean =>
  problems.some((each) => each.kind === kind);
