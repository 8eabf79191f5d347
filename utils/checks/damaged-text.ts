/** Text that a wrong encoding spoiled before it reached the file. */

/** The characters of Windows-1252 for bytes 80 to 9F; a hole is a byte it has no character for. */
const high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

const byteOf = (character: string): number => {
  const at = high.indexOf(character);
  return at >= 0 ? 0x80 + at : (character.codePointAt(0) ?? 0);
};

/** A character of UTF-8 read as Windows-1252: Ã and Â begin those of Latin letters, â€ those of dashes and quotes. */
const misread = new RegExp(`[ÂÃÄÅ][\u00A0-\u00BF${high}]|â€[\u00A0-\u00BF${high}]`, "gu");

/** Text as it was before its UTF-8 was read as Windows-1252, "MuÃ±oz" as "Muñoz"; undefined when nothing shows it was. */
export const undoMisreading = (text: string): string | undefined => {
  const meant = text.replace(misread, (sequence) => {
    const [first = 0, second = 0, third] = [...sequence].map(byteOf);
    return third === undefined
      ? String.fromCodePoint(((first & 0x1f) << 6) | (second & 0x3f))
      : String.fromCodePoint(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
  });
  return meant === text ? undefined : meant;
};

/** What stands where a decoder found no character: what was there is lost. */
export const replacement = "\uFFFD";

/** Whether a wrong encoding spoiled the text. */
export const isDamaged = (text: string): boolean =>
  text.includes(replacement) || undoMisreading(text) !== undefined;
