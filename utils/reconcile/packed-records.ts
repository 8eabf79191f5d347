import type { IdSet, PackageRecords, PreviousPeople } from "../checks/rule.ts";
import { moveToRecord, type OpenedRoster } from "../packed/opened-roster.ts";
import type { Kind } from "../packed/packed.ts";
import type { Pairing } from "../packed/pair-records.ts";
import { readIdStart } from "../packed/part-view.ts";
import { skipToPlaces } from "../packed/records.ts";
import { personKey } from "../roster/person-key.ts";
import { idsOf as idsOfRecords } from "./index-ids.ts";
import { gatherPeople, openPeople } from "./packed-people.ts";
import { sayRecord } from "./previous-people.ts";

/** The rosters that are compared, and who has whose id. */
export type Pairings = Readonly<Record<Kind, Pairing>>;

const idAt = (roster: OpenedRoster, kind: Kind, at: number): string =>
  moveToRecord(roster, kind, at).reader.text() ?? "";

/** The ids of the file that is checked; "" is none. */
const idsOfFile = (file: OpenedRoster, kind: Kind, { index }: Pairing): IdSet => ({
  size: index.size - (index.findText("") < 0 ? 0 : 1),
  has: (id) => id !== "" && index.findText(id) >= 0,
  *[Symbol.iterator]() {
    for (let at = 0; at < file[kind].count; at++) {
      const id = idAt(file, kind, at);
      if (id !== "" && (index.repeated[at] === 0 || index.findText(id) === at)) yield id;
    }
  },
});

/** The ids of the last file, by those of the one that is checked. */
const idsOfBase = (base: OpenedRoster, kind: Kind, pairing: Pairing): IdSet => {
  const { index, partner, baseOf, gone } = pairing;
  let size = gone.size - (gone.has("") ? 1 : 0);
  for (const at of baseOf) if (at >= 0) size++;
  return {
    size,
    has: (id) => {
      if (id === "") return false;
      const at = index.findText(id);
      return at < 0 ? gone.has(id) : (baseOf[at] as number) >= 0;
    },
    someBytes: (is) => {
      for (let at = 0; at < partner.length; at++) {
        const { reader, bytes } = moveToRecord(base, kind, at);
        const start = readIdStart(reader);
        if (start < reader.position() && is(bytes, start, reader.position())) return true;
      }
      return false;
    },
    *[Symbol.iterator]() {
      for (let at = 0; at < partner.length; at++) {
        const found = partner[at] as number;
        // Of several records of one id the last is the one that is known.
        if (found >= 0 && baseOf[found] !== at) continue;
        const id = idAt(base, kind, at);
        if (id !== "" && (found >= 0 || gone.get(id) === at)) yield id;
      }
    },
  };
};

const hasSchoolAt = (roster: OpenedRoster, kind: "students" | "sections", at: number): boolean => {
  const { reader, names } = moveToRecord(roster, kind, at);
  if (kind === "students") {
    skipToPlaces(reader, names);
    return (reader.number() & 1) === 1;
  }
  reader.skip();
  reader.skip();
  return reader.number() > 1;
};

/** How many records each school has. Those of a school with a name all name it; of the others a few may. */
const countBySchool = (roster: OpenedRoster, kind: "students" | "sections"): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  for (const [part, view] of roster.parts.entries()) {
    let { count } = view[kind];
    if (view.school === "") {
      const first = roster[kind].first[part] as number;
      const records = count;
      count = 0;
      for (let at = first; at < first + records; at++) if (hasSchoolAt(roster, kind, at)) count++;
    }
    if (count > 0) counted.set(view.school, count);
  }
  return counted;
};

const makers = {
  students: (roster: OpenedRoster) => roster.student,
  teachers: (roster: OpenedRoster) => roster.teacher,
  sections: (roster: OpenedRoster) => roster.section,
};

const recordsOf = (roster: OpenedRoster, idsOf: (kind: Kind) => IdSet): PackageRecords => ({
  basis: "roster",
  ids: {
    // A roster without orgs.csv knows no school by name, which is not the same as having none.
    ...(roster.schools.length > 0 && { schools: idsOfRecords(roster.schools) }),
    students: idsOf("students"),
    teachers: idsOf("teachers"),
    sections: idsOf("sections"),
  },
  enrollments: roster.parts.reduce((sum, { enrollments }) => sum + enrollments, 0),
  bySchool: { students: countBySchool(roster, "students"), sections: countBySchool(roster, "sections") },
  contentOf: (kind) => {
    const make = makers[kind](roster);
    const content = new Map<string, string>();
    for (let at = 0; at < roster[kind].count; at++) {
      const record = make(at);
      content.set(record.id, sayRecord(record));
    }
    return content;
  },
});

/** What rules ask of the file that is checked. */
export const recordsOfFile = (file: OpenedRoster, pairings: Pairings): PackageRecords =>
  recordsOf(file, (kind) => idsOfFile(file, kind, pairings[kind]));

/** What rules ask of the last file. */
export const peopleOfBase = (base: OpenedRoster, pairings: Pairings): PreviousPeople => {
  const records = recordsOf(base, (kind) => idsOfBase(base, kind, pairings[kind]));
  return { ids: records.ids.students ?? new Set(), records, idsOfKeys: (keys) => findIds(base, keys) };
};

/** Objects are made only of those who have one of the keys. */
const findIds = (base: OpenedRoster, keys: ReadonlySet<string>): Map<string, string> => {
  const ids = new Map<string, string>();
  if (keys.size === 0) return ids;
  const gathered = gatherPeople();
  for (const key of keys) gathered.addKey(key);
  const people = openPeople(base);
  const met = new Set<string>();
  for (let at = 0; at < base.students.count; at++) {
    if (!gathered.has(people, at)) continue;
    const { id, fields } = base.student(at);
    const key = personKey(fields);
    if (key === undefined || !keys.has(key)) continue;
    // A key that several share tells nobody apart.
    if (met.has(key) || id === "") ids.delete(key);
    else ids.set(key, id);
    met.add(key);
  }
  return ids;
};
