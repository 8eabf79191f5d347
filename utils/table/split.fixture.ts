import { type Opened, type OpenOptions, openPackage } from "./open-package.ts";
import type { OpenRangeReader, RangeReader, ReadRange } from "./range.ts";
import { listBuffers, readRange } from "./read-range.ts";

export const open = async (text: BlobPart, options: OpenOptions): Promise<Opened> => {
  for await (const opened of openPackage([{ name: "a.csv", blob: new Blob([text]) }], options)) return opened;
  throw new Error("nothing was opened");
};

/** A helper in this thread whose ranges pass a border as a worker's do; `ranges` shows what it gave. */
export const helpHere = (pieceBytes?: number) => {
  const ranges: (ReadRange | undefined)[] = [];
  const openHelper: OpenRangeReader = () => ({
    read: async (request) => {
      const options = pieceBytes === undefined ? {} : { pieceBytes };
      const { blob, ...rest } = request;
      const read = await readRange({ ...structuredClone(rest), blob }, options);
      const range = read && structuredClone(read, { transfer: listBuffers(read) });
      ranges.push(range);
      return range;
    },
    close: () => {},
  });
  return { openHelper, ranges };
};

export const helperThat =
  (read: RangeReader["read"], close = () => {}): OpenRangeReader =>
  () => ({ read, close });

/** Everything that can be seen of an opened file. */
export const seen = ({ table, problems }: Opened) => ({
  problems,
  facts: table?.file,
  header: table?.header,
  lines: table && Array.from({ length: table.rows }, (_, row) => table.lineOf(row)),
  columns: table?.columns.map(({ size, codes, counts, firstRow, arena, starts, ...column }) => ({
    name: column.name,
    codes: [...codes.subarray(0, table.rows)],
    counts: [...counts.subarray(0, size)],
    firstRow: [...firstRow.subarray(0, size)],
    starts: [...starts.subarray(0, size + 1)],
    arena: [...arena.subarray(0, starts[size])],
    found: Array.from({ length: size }, (_, code) => column.codeOf(column.valueOf(code))),
  })),
});

/** As `openSplit` where every range is read before this thread comes to the file: for splits that are in order. */
export const openAfter = async (
  text: string,
  splitAt: readonly number[],
  more: Pick<OpenOptions, "pieceBytes" | "ownValues"> = {},
  open = helpHere(more.pieceBytes).openHelper,
): Promise<Opened> => {
  let done = () => {};
  const closed = new Promise<void>((resolve) => {
    done = resolve;
  });
  const openHelper: OpenRangeReader = () => ({ ...open(), close: done });
  const bytes = new TextEncoder().encode("x\n1\n");
  const first = Object.assign(new Blob([bytes]), {
    stream: () => {
      throw new Error("no stream");
    },
    slice: () => ({ arrayBuffer: () => closed.then(() => bytes.buffer) }),
  });
  const sources = [
    { name: "first.csv", blob: first },
    { name: "a.csv", blob: new Blob([text]) },
  ];
  let last: Opened | undefined;
  for await (const opened of openPackage(sources, { ...more, openHelper, splitAt })) last = opened;
  if (last === undefined) throw new Error("nothing was opened");
  return last;
};
