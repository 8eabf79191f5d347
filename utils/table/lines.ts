/**
 * Where rows start, kept only where a row does not follow its predecessor on the next line: line breaks inside cells,
 * blank lines skipped, empty spreadsheet rows, a header that is not on the first line. `rows` ascend; from row `rows[i]` on, `shifts[i]` lines more.
 */
export type Lines = { count: number; rows: Uint32Array; shifts: Int32Array };

export const createLines = (): Lines => ({
  count: 0,
  rows: new Uint32Array(16),
  shifts: new Int32Array(16),
});

/** From row `row` on, every row starts `by` lines further down. Rows must come in ascending order. */
export const shiftLines = (lines: Lines, row: number, by: number) => {
  if (by === 0) return;
  const last = lines.count - 1;
  const before = last < 0 ? 0 : lines.shifts[last]!;
  if (last >= 0 && lines.rows[last] === row) {
    lines.shifts[last] = before + by;
    return;
  }
  if (lines.count === lines.rows.length) {
    lines.rows = grow(lines.rows, new Uint32Array(lines.count * 2));
    lines.shifts = grow(lines.shifts, new Int32Array(lines.count * 2));
  }
  lines.rows[lines.count] = row;
  lines.shifts[lines.count] = before + by;
  lines.count++;
};

/** The 1-based line on which row `row` starts; row 0 stands on line 2 where nothing shifts it. */
export const lineOfRow = (lines: Lines, row: number): number => {
  let low = 0;
  let high = lines.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines.rows[middle]! <= row) low = middle + 1;
    else high = middle;
  }
  return row + 2 + (low === 0 ? 0 : lines.shifts[low - 1]!);
};

const grow = <T extends Uint32Array | Int32Array>(array: T, larger: T): T => {
  larger.set(array);
  return larger;
};
