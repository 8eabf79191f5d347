import { moveToRecord, type OpenedRoster } from "../packed/opened-roster.ts";
import { type PartView, readIdStart } from "../packed/part-view.ts";
import { numberDay } from "../roster/normalise-value.ts";
import { dayOfKey } from "../roster/person-key.ts";
import { type FoldedNames, numberNames } from "./folded-names.ts";

/** People by what makes a `personKey`: the day of birth, and both names as they compare. */
export type PeopleByKey = {
  /** Remembers the key of a person; nobody without one. */
  add: (roster: PackedPeople, at: number) => void;
  addKey: (key: string) => void;
  /** Whether somebody that was added has this person's key. */
  has: (roster: PackedPeople, at: number) => boolean;
};

/** What tells the people of a packed roster apart without an id, read from their bytes. */
export type PackedPeople = {
  /** The day of birth as a number, which is 0 where there is none; of a plain date that no calendar has, any. */
  dayOf: (at: number) => number;
  /** Both names as one number, or -1 where one is missing. */
  namesOf: (at: number, names: FoldedNames) => number;
};

type Fields = { firstName: number; lastName: number; birthDate: number };

/** Where the three stand among a part's fields; -1 for one that is not told. */
const findFields = ({ names }: PartView): Fields => ({
  firstName: names.indexOf("firstName"),
  lastName: names.indexOf("lastName"),
  birthDate: names.indexOf("birthDate"),
});

/** More names than any roster has: two numbers below it are one. */
const mostNames = 2 ** 25;

export const openPeople = (roster: OpenedRoster): PackedPeople => {
  const fields = roster.parts.map(findFields);
  const { partOf } = roster.students;
  const fieldsOf = (at: number) => fields[partOf[at] as number] as Fields;
  return {
    dayOf: (at) => {
      const { reader, bytes } = moveToRecord(roster, "students", at);
      const field = fieldsOf(at).birthDate;
      if (field < 0) return 0;
      for (let texts = field; texts >= 0; texts--) reader.skip();
      const start = reader.position() + 1;
      const day = bytes[start - 1] === isoHeader ? readPlainDay(bytes, start) : 0;
      return day !== 0 ? day : numberDay(reader.text() ?? "");
    },
    namesOf: (at, names) => {
      const { reader, bytes } = moveToRecord(roster, "students", at);
      const { firstName, lastName } = fieldsOf(at);
      if (firstName < 0 || lastName < 0) return -1;
      let [first, last] = [0, 0];
      reader.skip();
      const until = Math.max(firstName, lastName);
      for (let field = 0; field <= until; field++) {
        if (field !== firstName && field !== lastName) {
          reader.skip();
          continue;
        }
        const start = readIdStart(reader);
        const number = names.ofBytes(bytes, start, reader.position());
        if (field === firstName) first = number;
        else last = number;
      }
      return first === 0 || last === 0 ? -1 : first * mostNames + last;
    },
  };
};

export const gatherPeople = (): PeopleByKey => {
  const names = numberNames();
  const byDay = new Map<number, Set<number>>();
  const put = (day: number, pair: number) => {
    if (day === 0 || pair < 0) return;
    const pairs = byDay.get(day);
    if (pairs === undefined) byDay.set(day, new Set([pair]));
    else pairs.add(pair);
  };
  return {
    add: ({ dayOf, namesOf }, at) => put(dayOf(at), namesOf(at, names)),
    addKey: (key) => {
      const [first = "", last = ""] = key.split("|");
      put(numberDay(dayOfKey(key)), names.ofFolded(first) * mostNames + names.ofFolded(last));
    },
    has: ({ dayOf, namesOf }, at) => {
      const pairs = byDay.get(dayOf(at));
      return pairs?.has(namesOf(at, names)) === true;
    },
  };
};

/** What a plain text of ten bytes begins with (`record-bytes`). */
const isoHeader = 21;
const hyphen = 45;

/** YYYY-MM-DD as a number, whether or not there is such a day; 0 for anything else. */
const readPlainDay = (bytes: Uint8Array, start: number): number => {
  let number = 0;
  for (let at = 0; at < 10; at++) {
    const byte = bytes[start + at] as number;
    if (at === 4 || at === 7) {
      if (byte !== hyphen) return 0;
    } else if (byte < 48 || byte > 57) return 0;
    else number = number * 10 + byte - 48;
  }
  return number;
};
