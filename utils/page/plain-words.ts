/** Words as people read them: without case, punctuation, asterisks, glyphs and runs of space. */
export const plainWords = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Text with its runs of white space made one. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The number of rows a total tells: the last number of "20 of 255", "Results 1 to 19 of 19" or "20 students". */
export const totalOf = (text: string): number | undefined => {
  const numbers = text.match(/\d[\d,.\u00a0\u202f]*/g) ?? [];
  const last = numbers.at(-1)?.replace(/\D/g, "");
  return last === undefined || last.length > 9 ? undefined : Number(last);
};
