import { blobFile } from "./blob-file.ts";
import { readFast } from "./fast-lane.ts";
import type { OpenOptions } from "./open-options.ts";
import { arraysOfOwnValues } from "./own-values.ts";
import { createPause } from "./pause.ts";
import type { RangeRequest, ReadRange } from "./range.ts";

/** The helper's side: reads the range as a file of its own. Undefined when there is anything in it to tell a person. */
export const readRange = async (
  { name, blob, start, end, dialect, header, own }: RangeRequest,
  given: Pick<OpenOptions, "onProgress" | "pieceBytes"> = {},
): Promise<ReadRange | undefined> => {
  const file = blobFile(name, blob.slice(start, end));
  const options = { ...given, ownValues: () => own };
  const pause = createPause(undefined);
  const reading = { file, encoding: "utf-8" as const, dialect, options, pause, offset: start };
  const outcome = await readFast(reading, header);
  if (outcome.kind !== "read" || outcome.problems.length > 0) return undefined;
  const { builder } = outcome;
  if (builder === undefined || builder.mayHoldNul) return undefined;
  return {
    bytes: file.size,
    rows: builder.rows,
    columns: builder.columns.map(({ codes, committed, counts, firstRow, arena, starts, distinct, own }) => ({
      codes,
      size: committed,
      counts,
      firstRow,
      arena,
      starts,
      distinct,
      own,
    })),
    lines: builder.lines,
  };
};

/** The memory of a range, for a message that moves it instead of copying it. */
export const listBuffers = ({ columns, lines }: ReadRange): ArrayBuffer[] =>
  [
    lines.rows,
    lines.shifts,
    ...columns.flatMap(({ codes, counts, firstRow, arena, starts, own }) => [
      ...(own === undefined ? [] : arraysOfOwnValues(own)),
      codes,
      counts,
      firstRow,
      arena,
      starts,
    ]),
  ].map(({ buffer }) => buffer as ArrayBuffer);
