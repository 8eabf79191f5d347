import { openWriter, type RecordWriter } from "../packed/record-bytes.ts";
import type { Column } from "../table/table.ts";

/** Writes the value of a code. */
export type WriteCode = (writer: RecordWriter, code: number) => void;

/** Whether a byte is a visible character of ASCII. */
export const isBlack = (byte: number): boolean => byte > 0x20 && byte < 0x80;

/** Writes distinct values as they stand in their column, without making a text of them. */
export const codeWriter = ({ arena, starts, ownCode }: Column): WriteCode => {
  return (writer, code) => {
    if (code === ownCode) writer.text("");
    else writer.bytes(arena, starts[code] as number, starts[code + 1] as number);
  };
};

/** The same, trimmed: only what begins or ends with white space or no ASCII is made a text. */
export const trimmedWriter = (column: Column): WriteCode => {
  const { arena, starts, ownCode } = column;
  return (writer, code) => {
    const [start, end] = [starts[code] as number, starts[code + 1] as number];
    if (code === ownCode || start === end) writer.text("");
    else if (isBlack(arena[start] as number) && isBlack(arena[end - 1] as number))
      writer.bytes(arena, start, end);
    else writer.text(column.valueOf(code).trim());
  };
};

/** The same for a column of few values, each of which is trimmed and measured once. */
export const repeatedWriter = (column: Column): WriteCode => {
  const { size, codes } = column;
  const write = trimmedWriter(column);
  if (size * 4 > codes.length) return write;
  const all = openWriter();
  const starts = new Uint32Array(size + 1);
  for (let code = 0; code < size; code++) {
    starts[code] = all.length();
    write(all, code);
  }
  starts[size] = all.length();
  const bytes = all.take();
  return (writer, code) => writer.copy(bytes, starts[code] as number, starts[code + 1] as number);
};
