import type { Table } from "../table/table.ts";

/** UTF-8 of U+FFFD, which stands for what could not be decoded. */
const replacement = [0xef, 0xbf, 0xbd];

const hasReplacement = (arena: Uint8Array, end: number): boolean => {
  for (let at = arena.indexOf(0xef); at >= 0 && at < end; at = arena.indexOf(0xef, at + 1)) {
    if (replacement.every((byte, index) => arena[at + index] === byte)) return true;
  }
  return false;
};

/** Letters that Windows-1252 has above 0xBF, and what stands beside them in names and titles. */
const letter = /[À-ÖØ-öø-ÿ]/;
const ordinary = /^[\0-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸ‘’“”–—ªº°]*$/;

/**
 * Whether what a file was decoded from is certain enough to write it anew. UTF-16 proves itself unless half a character is
 * missing. Any bytes can be read as Windows-1252: it is taken as proved when all that comes out are letters of western
 * languages and the punctuation of names; text of DOS or of an old Mac would show signs among them.
 */
export const isEncodingProved = ({ file, columns, header }: Table): boolean => {
  if (file.encoding === "utf-8" || file.encoding === "utf-8-bom") return true;
  if (file.encoding !== "windows-1252") {
    return columns.every(({ arena, starts, size }) => !hasReplacement(arena, starts[size] ?? 0));
  }
  let letters = letter.test(header.join(""));
  if (!ordinary.test(header.join(""))) return false;
  for (const column of columns) {
    const { arena, starts, size } = column;
    for (let code = 0; code < size; code++) {
      let at = starts[code] as number;
      const end = starts[code + 1] as number;
      while (at < end && (arena[at] as number) < 128) at++;
      if (at === end) continue;
      // A no-break space around a value is a blank; within one it could be an old letter á.
      const text = column.valueOf(code).trim();
      if (!ordinary.test(text)) return false;
      letters ||= letter.test(text);
    }
  }
  return letters;
};
