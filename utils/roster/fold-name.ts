/** Letters that Unicode does not decompose but people write without their stroke. */
const strokes: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  þ: "th",
};

/** Words that one system keeps and the next drops: "de la Cruz" and "Cruz", "García y Vega", "Díaz Jr." */
const particles = new Set("da das de del den der di do dos du la las le los ter van von y".split(" "));
const suffixes = new Set(["jr", "sr", "ii", "iii", "iv"]);

/**
 * A name as it compares between systems: without case, accents, punctuation, particles and generational suffixes, words
 * parted by one space ("Núñez-O'Brien" is "nunez obrien"). Not for display, and never proof alone: see `personKey`.
 */
export const foldName = (name: string): string => {
  // Nearly all names are one word of plain letters.
  if (/^[A-Za-z]+$/.test(name)) return name.toLowerCase();
  const words = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[ßæœøđðħıłþ]/g, (letter) => strokes[letter] ?? letter)
    .replace(/['’‘ʼ`´.]/g, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
  const last = words.at(-1);
  if (words.length > 1 && last !== undefined && suffixes.has(last)) words.pop();
  const kept = words.filter((word) => !particles.has(word));
  return (kept.length > 0 ? kept : words).join(" ");
};
