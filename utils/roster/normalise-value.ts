import type { StudentField } from "./roster.ts";

const twoDigits = (text: string) => text.padStart(2, "0");

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isRealDate = (year: number, month: number, day: number): boolean =>
  day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : (monthDays[month - 1] ?? 0));

/** The eight digits of a real day as YYYY-MM-DD, as one number; 0 for any other text. */
const readPlainIso = (text: string): number => {
  if (text.length !== 10) return 0;
  let numbers = 0;
  for (let at = 0; at < 10; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (at === 4 || at === 7) {
      if (digit !== hyphen) return 0;
    } else if (digit < 0 || digit > 9) return 0;
    else numbers = numbers * 10 + digit;
  }
  const isReal = isRealDate(Math.floor(numbers / 10_000), Math.floor(numbers / 100) % 100, numbers % 100);
  return isReal ? numbers : 0;
};
const hyphen = 45 - 48;

/**
 * A date as ISO YYYY-MM-DD: from ISO with or without a time, or from the US order M/D/YYYY that portals and spreadsheets
 * show. `undefined` when it is not a real day. Two-digit years are not guessed.
 */
export const normaliseDate = (text: string): string | undefined => {
  // Nearly all dates of a file are ISO already, and a roster has one for everybody.
  if (readPlainIso(text) !== 0) return text;
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?\s*$/.exec(text);
  const us = iso === null ? /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?\s*$/.exec(text) : null;
  const [year = "", month = "", day = ""] = iso?.slice(1) ?? (us === null ? [] : [us[3], us[1], us[2]]);
  if (year === "" || !isRealDate(Number(year), Number(month), Number(day))) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
};

/** A date as the number YYYYMMDD, the same for texts of which `normaliseDate` makes the same; 0 when it is not a real day. */
export const numberDay = (text: string): number => {
  const plain = readPlainIso(text);
  if (plain !== 0) return plain;
  const day = normaliseDate(text);
  return day === undefined ? 0 : readPlainIso(day);
};

/** Words for one value, lower case and without punctuation, to the value they compare as. */
const grades: Readonly<Record<string, string>> = {
  k: "KG",
  kg: "KG",
  kinder: "KG",
  kindergarten: "KG",
  pk: "PK",
  prek: "PK",
  prekinder: "PK",
  prekindergarten: "PK",
  tk: "TK",
  transitionalkindergarten: "TK",
  it: "IT",
  infanttoddler: "IT",
  pr: "PR",
  preschool: "PR",
};
const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(
  " ",
);

const normaliseGrade = (text: string): string => {
  const bare = text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/grade/g, "");
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(bare)?.[1];
  if (number !== undefined) return Number(number) === 0 ? "KG" : twoDigits(String(Number(number)));
  const ordinal = ordinals.indexOf(bare);
  if (ordinal >= 0) return twoDigits(String(ordinal + 1));
  return grades[bare] ?? text;
};

const words: Partial<Record<StudentField, Readonly<Record<string, string>>>> = {
  gender: { m: "male", male: "male", boy: "male", f: "female", female: "female", girl: "female" },
  ethnicity: {
    hispanic: "Hispanic",
    hispaniclatino: "Hispanic",
    hispanicorlatino: "Hispanic",
    true: "Hispanic",
    yes: "Hispanic",
    nothispanic: "Not-Hispanic",
    nonhispanic: "Not-Hispanic",
    nothispaniclatino: "Not-Hispanic",
    nothispanicorlatino: "Not-Hispanic",
    false: "Not-Hispanic",
    no: "Not-Hispanic",
  },
  assessmentLanguage: {
    english: "English",
    en: "English",
    eng: "English",
    spanish: "Spanish",
    es: "Spanish",
    spa: "Spanish",
    both: "Both",
  },
  reportLanguage: {
    english: "English",
    en: "English",
    eng: "English",
    spanish: "Spanish",
    es: "Spanish",
    spa: "Spanish",
    both: "Both",
  },
  status: { active: "Active", inactive: "Inactive" },
};

/** A field's value as it compares between a file and a page: dates as ISO, known words as one word, spaces trimmed. */
export const normaliseValue = (field: StudentField, value: string): string => {
  const text = value.normalize("NFC").trim().replace(/\s+/g, " ");
  if (text === "") return "";
  if (field === "birthDate") return normaliseDate(text) ?? text;
  if (field === "gradeLevel") return normaliseGrade(text);
  return words[field]?.[text.toLowerCase().replace(/[^a-z]/g, "")] ?? text;
};
