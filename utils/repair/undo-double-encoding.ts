/** Characters that Windows-1252 has at 0x80 to 0x9F (WHATWG Encoding, index windows-1252); a blank stands for none. */
const special = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

const byteOf = (character: string): number | undefined => {
  const point = character.codePointAt(0) ?? 0;
  // A program that writes the five holes writes the control character of the same number.
  if (point < 0x100) return point;
  const at = special.indexOf(character);
  return at < 0 ? undefined : 0x80 + at;
};

/** The character that begins at bytes[at] and how many bytes it takes; undefined where that is no UTF-8 (RFC 3629). */
const readCharacter = (
  bytes: readonly number[],
  at: number,
): { point: number; length: number } | undefined => {
  const lead = bytes[at] ?? 0;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return undefined;
  let point = length === 1 ? lead : lead & (0xff >> (length + 1));
  for (let next = at + 1; next < at + length; next++) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < least || isSurrogate || point > 0x10ffff ? undefined : { point, length };
};

/**
 * The text whose UTF-8 bytes, read as Windows-1252, gave this one; undefined unless all of it comes out as Latin letters
 * and the punctuation of names, which no honest text does by chance.
 */
export const undoDoubleEncoding = (text: string): string | undefined => {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = byteOf(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  let undone = "";
  for (let at = 0; at < bytes.length; ) {
    const read = readCharacter(bytes, at);
    if (read === undefined) return undefined;
    const character = String.fromCodePoint(read.point);
    if (read.length > 1 && !/^[\p{Script=Latin}‘’“”–—°\u00a0]$/u.test(character)) return undefined;
    undone += character;
    at += read.length;
  }
  return undone === text ? undefined : undone;
};
