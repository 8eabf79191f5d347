/**
 * UTF-8 by hand, for texts of a few letters: an encoder takes a microsecond for a name, and every tenth has an accent. A
 * surrogate without its other half is written as the replacement character, as encoders do.
 */

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const replacement = 0xfffd;

/** The code point at an index of a text; `replacement` for half of one. */
const pointAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  if (!isHigh(unit)) return isLow(unit) ? replacement : unit;
  const next = text.charCodeAt(at + 1);
  return isLow(next) ? 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00) : replacement;
};

/** How many bytes a text takes. */
export const utf8Length = (text: string): number => {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const point = pointAt(text, at);
    if (point > 0xffff) at++;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
};

/** Writes a text from bytes[start] on, where there is room; answers where it ends. */
export const writeUtf8 = (text: string, bytes: Uint8Array, start: number): number => {
  let end = start;
  for (let at = 0; at < text.length; at++) {
    const point = pointAt(text, at);
    if (point < 0x80) {
      bytes[end++] = point;
      continue;
    }
    if (point > 0xffff) {
      at++;
      bytes[end++] = 0xf0 | (point >> 18);
      bytes[end++] = 0x80 | ((point >> 12) & 0x3f);
    } else if (point > 0x7ff) bytes[end++] = 0xe0 | (point >> 12);
    if (point > 0x7ff) bytes[end++] = 0x80 | ((point >> 6) & 0x3f);
    else bytes[end++] = 0xc0 | (point >> 6);
    bytes[end++] = 0x80 | (point & 0x3f);
  }
  return end;
};

/** The text of well-formed UTF-8, bytes[start .. end). */
export const readUtf8 = (bytes: Uint8Array, start: number, end: number): string => {
  let text = "";
  for (let at = start; at < end; ) {
    const first = bytes[at++] ?? 0;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      continue;
    }
    const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let point = first & (0x3f >> more);
    for (let left = more; left > 0; left--) point = (point << 6) | ((bytes[at++] ?? 0) & 0x3f);
    text += String.fromCodePoint(point);
  }
  return text;
};
