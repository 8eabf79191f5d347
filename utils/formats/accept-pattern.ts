import type { Accept } from "./accept.ts";

/** One place of a pattern: the bytes it takes, and how often. */
type Piece = { bytes: Uint8Array; least: number; most: number };

const piece =
  /(?:\\d|\[((?:[0-9A-Za-z]-[0-9A-Za-z]|[0-9A-Za-z_.@])+)\]|([0-9A-Za-z_@-]))(?:\{(\d+)(?:,(\d+))?\})?/y;

const bytesOf = (set: string | undefined, letter: string | undefined): Uint8Array => {
  const table = new Uint8Array(256);
  const parts = letter === undefined ? (set ?? "0-9").match(/.-.|./g) : [letter];
  for (const part of parts ?? []) {
    table.fill(1, part.charCodeAt(0), part.charCodeAt(part.length - 1) + 1);
  }
  return table;
};

const read = (source: string): Piece[] | undefined => {
  const pieces: Piece[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < source.length) {
    const found = piece.exec(source);
    if (found === null) return undefined;
    const [, set, letter, least = "1", most = least] = found;
    pieces.push({ bytes: bytesOf(set, letter), least: Number(least), most: Number(most) });
  }
  // Which piece takes a byte is plain only when no piece before the last has a choice.
  return pieces.slice(0, -1).every(({ least, most }) => least === most) ? pieces : undefined;
};

/**
 * A byte check of a pattern made of digits, ASCII classes and letters with fixed counts, such as `[A-Z]{2}\d{7}`;
 * `undefined` for any other, which the regular expression itself has to judge.
 */
export const compilePattern = (source: string): Accept | undefined => {
  const pieces = read(source);
  if (pieces === undefined || pieces.length === 0) return undefined;
  const last = pieces.length - 1;
  return (bytes, start, end) => {
    let at = start;
    for (let index = 0; index <= last; index++) {
      const { bytes: taken, least, most } = pieces[index] as Piece;
      const until = index === last ? end : at + most;
      if (until > end || until - at < least || until - at > most) return false;
      for (; at < until; at++) if (taken[bytes[at] as number] !== 1) return false;
    }
    return at === end;
  };
};
