import { moveToRecord, type OpenedRoster } from "../packed/opened-roster.ts";
import type { RecordReader } from "../packed/record-bytes.ts";
import { gatherPeople, openPeople } from "./packed-people.ts";

/**
 * Which records of a file could have the key of one without a partner. Something that records of one key have in common is
 * read from their bytes; to say yes too often costs time and changes no plan.
 */
type Free = { file: readonly number[]; base: readonly number[] };

/** Nobody is told by a key where one side has nobody left. */
const isNeeded = ({ file, base }: Free): boolean => file.length > 0 && base.length > 0;

/** Students by what makes their `personKey`. */
export const studentsAlike = (file: OpenedRoster, base: OpenedRoster, free: Free) => {
  if (!isNeeded(free)) return undefined;
  const gathered = gatherPeople();
  const [people, before] = [openPeople(file), openPeople(base)];
  for (const at of free.file) gathered.add(people, at);
  for (const at of free.base) gathered.add(before, at);
  return (at: number): boolean => gathered.has(people, at);
};

/**
 * The ASCII digits of the text at the reader's position, as one number: folding a name and lower case leave them as they
 * are. The reader moves on.
 */
const digitsAt = (reader: RecordReader, bytes: Uint8Array): number => {
  const begin = reader.position();
  reader.skip();
  let digits = 1;
  // The header's bytes are no letters of the text, but the same for nobody: they are passed over.
  for (let at = begin + headerBytes(bytes, begin); at < reader.position(); at++) {
    const byte = bytes[at] as number;
    if (byte >= 48 && byte <= 57) digits = (Math.imul(digits, 31) + byte) | 0;
  }
  return digits;
};

const headerBytes = (bytes: Uint8Array, begin: number): number => {
  let length = 1;
  while ((bytes[begin + length - 1] as number) > 0x7f) length++;
  return length;
};

/** Classes of one school by the digits of their title. */
export const sectionsAlike = (file: OpenedRoster, base: OpenedRoster, free: Free) => {
  if (!isNeeded(free)) return undefined;
  const schools = new Map(file.parts.map(({ school }, part) => [school, part]));
  const numberOf = (roster: OpenedRoster, at: number): string => {
    const { reader, bytes, school } = moveToRecord(roster, "sections", at);
    reader.skip();
    return `${schools.get(school)} ${digitsAt(reader, bytes)}`;
  };
  return isAmong(file, base, free, numberOf);
};

/** Teachers by the digits of their e-mail address. */
export const teachersAlike = (file: OpenedRoster, base: OpenedRoster, free: Free) => {
  if (!isNeeded(free)) return undefined;
  const numberOf = (roster: OpenedRoster, at: number): string => {
    const { reader, bytes } = moveToRecord(roster, "teachers", at);
    for (let text = 0; text < 3; text++) reader.skip();
    return String(digitsAt(reader, bytes));
  };
  return isAmong(file, base, free, numberOf);
};

/** Whether a record of the file has the number of a free one. */
const isAmong = (
  file: OpenedRoster,
  base: OpenedRoster,
  free: Free,
  numberOf: (roster: OpenedRoster, at: number) => string,
) => {
  const numbers = new Set<string>();
  for (const at of free.file) numbers.add(numberOf(file, at));
  for (const at of free.base) numbers.add(numberOf(base, at));
  return (at: number): boolean => numbers.has(numberOf(file, at));
};
