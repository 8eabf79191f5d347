import type { Column } from "../table/table.ts";

const blockBytes = 4096;

/**
 * `valueOf` for whoever asks for most values of a column, about in their order: engines need a microsecond to decode one, and
 * little more for a block. A value that is not plain ASCII, and one asked for out of order, is decoded by the column.
 */
export const readTexts = (column: Column): ((code: number) => string) => {
  const { arena, starts, size, ownCode } = column;
  const end = starts[size] ?? 0;
  let [from, until] = [0, 0];
  let block = "";
  return (code) => {
    const start = starts[code] ?? end;
    const stop = starts[code + 1] ?? end;
    if (code === ownCode || stop - start > blockBytes || !isAscii(arena, start, stop))
      return column.valueOf(code);
    if (start < from) return column.valueOf(code);
    if (stop > until) {
      from = start;
      until = Math.min(end, start + blockBytes);
      // Spread goes through an iterator and costs ten times as much.
      block = String.fromCharCode.apply(null, arena.subarray(from, until) as unknown as number[]);
    }
    return block.slice(start - from, stop - from);
  };
};

const isAscii = (bytes: Uint8Array, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 0x7f) return false;
  return true;
};
