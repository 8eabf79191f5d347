import fc from "fast-check";
import { expect, test } from "vitest";
import { joinRange } from "./join-range.ts";
import type { ReadRange } from "./range.ts";
import {
  addRow,
  createTableBuilder,
  finishTable,
  flushRows,
  type TableBuilder,
  viewTable,
} from "./table-builder.ts";

const facts = {
  name: "a.csv",
  rows: 0,
  columns: 2,
  bytes: 0,
  encoding: "utf-8",
  lineEnding: "lf",
  delimiter: ",",
} as const;

/** Values by the number of their row: all different, few, or one that comes and goes. */
const build = (ids: readonly number[]): TableBuilder => {
  const builder = createTableBuilder(["id", "class"], facts);
  for (const id of ids) addRow(builder, [`id-${id}`, `class ${id % 300}`]);
  flushRows(builder);
  return builder;
};

const rangeOf = ({ rows, lines, columns }: TableBuilder): ReadRange => ({
  bytes: 0,
  rows,
  lines,
  columns: columns.map((column) => ({ ...column, size: column.committed })),
});

const seen = (builder: TableBuilder) => {
  finishTable(builder);
  const { rows, columns } = viewTable(builder);
  return columns.map(({ codes, size, counts, firstRow, arena, starts }) => ({
    codes: [...codes.subarray(0, rows)],
    counts: [...counts.subarray(0, size)],
    firstRow: [...firstRow.subarray(0, size)],
    starts: [...starts.subarray(0, size + 1)],
    arena: [...arena.subarray(0, starts[size])],
  }));
};

test("ranges joined are the whole, whichever of them stopped looking values up", () => {
  // Past 4,096 rows that are nearly all different a column looks nothing up.
  const rows = fc.constantFrom(0, 1, 60, 4095, 4097, 5000);
  const part = fc.record({
    rows,
    from: fc.constantFrom(0, 3000, 100_000),
    every: fc.constantFrom(1, 3, 50, 5000),
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), (parts) => {
      const ids = parts.map(({ rows, from, every }) =>
        Array.from({ length: rows }, (_, row) => from + (row % every === 0 ? row : row - 1)),
      );
      const [first = [], ...others] = ids;
      const joined = build(first);
      for (const other of others) joinRange(joined, rangeOf(build(other)));
      expect(seen(joined)).toEqual(seen(build(ids.flat())));
    }),
    { numRuns: 25 },
  );
});
