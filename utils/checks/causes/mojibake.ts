/** Text that went through the wrong encoding, and back. Pure text: no decoder is needed for what fits in 256 letters. */

/** What Windows-1252 shows for the bytes 0x80 to 0x9F; five of them stand for nothing. */
const high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const bytes: ReadonlyMap<string, number> = new Map([...high].map((letter, at) => [letter, 0x80 + at]));

const ascii = /^[\0-\x7f]*$/;

/**
 * Text whose UTF-8 was read as Windows-1252, once or twice, as it was: "MuÃ±oz" is "Muñoz". `undefined` when it cannot
 * have been that.
 */
export const undoMojibake = (text: string): string | undefined => {
  if (ascii.test(text)) return undefined;
  let escaped = "";
  for (const letter of text) {
    const point = letter.codePointAt(0) as number;
    const byte = bytes.get(letter) ?? (point < 256 ? point : undefined);
    if (byte === undefined) return undefined;
    escaped += `%${byte.toString(16).padStart(2, "0")}`;
  }
  let before: string;
  try {
    before = decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
  return undoMojibake(before) ?? before;
};

const replaced = /\uFFFD+/;
const beyondAscii = /[^\0-\x7f]+/g;

/** Whether a letter was replaced by the mark for an unreadable one: the original is lost. */
export const isReplaced = (text: string): boolean => replaced.test(text);

/** Text with every run of letters beyond ASCII as one mark, which is all that is left of them when they are lost. */
export const maskLetters = (text: string): string => text.replace(beyondAscii, "\uFFFD");

export const isAscii = (text: string): boolean => ascii.test(text);
