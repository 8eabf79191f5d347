import type { PackageRecords, PreviousPeople } from "../checks/rule.ts";
import { foldName } from "../roster/fold-name.ts";
import { remember } from "../roster/index-people.ts";
import { numberDay } from "../roster/normalise-value.ts";
import { dayOfKey, personKey } from "../roster/person-key.ts";
import type { Roster, Student } from "../roster/roster.ts";
import { birthDaysOf } from "./birth-days.ts";
import { idsOf, indexBeside } from "./index-ids.ts";

/** The last file's people for rules that compare; `now` is the roster that it is compared with. */
export const findPreviousPeople = (roster: Roster, now?: Roster): PreviousPeople => {
  if (now !== undefined) {
    indexBeside(roster.students, now.students);
    indexBeside(roster.sections, now.sections);
    indexBeside(roster.teachers, now.teachers);
  }
  const records = recordsOfRoster(roster);
  return {
    idsOfKeys: (keys) => findIds(roster.students, keys),
    ids: records.ids.students ?? new Set(),
    records,
  };
};

/** Folding everybody's names is dear, and few are asked for: whoever was born on none of their days has none of the keys. */
const findIds = (students: readonly Student[], keys: ReadonlySet<string>): Map<string, string> => {
  const days = new Set([...keys].map((key) => numberDay(dayOfKey(key))));
  const ids = new Map<string, string>();
  const fold = remember(foldName);
  const met = new Set<string>();
  for (const [position, day] of birthDaysOf(students).entries()) {
    if (!days.has(day)) continue;
    const { id, fields } = students[position] as Student;
    const key = personKey(fields, fold);
    if (key === undefined || !keys.has(key)) continue;
    // A key that several share tells nobody apart.
    if (met.has(key) || id === "") ids.delete(key);
    else ids.set(key, id);
    met.add(key);
  }
  return ids;
};

/** How many each school has; `see` is shown every record, which is dear to look at once more. */
const countBySchool = <T extends { schoolId?: string }>(
  records: readonly T[],
  see: (record: T) => void = () => undefined,
): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  // Files list people school by school.
  let [school, run]: [string | undefined, number] = [undefined, 0];
  const take = () => {
    if (school !== undefined) counted.set(school, (counted.get(school) ?? 0) + run);
  };
  for (const record of records) {
    const { schoolId } = record;
    see(record);
    if (schoolId !== school) {
      take();
      school = schoolId;
      run = 0;
    }
    run++;
  }
  take();
  return counted;
};

/** Where a record stands in its file is no part of it, and enrollments are counted apart. */
const beside = new Set(["line", "sectionIds", "teacherIds"]);

/** All that is told of a record as one text. */
export const sayRecord = (record: object): string =>
  JSON.stringify(record, (key, value) => (beside.has(key) ? undefined : value));

/** What a roster holds, by type. */
export const recordsOfRoster = ({ schools, students, teachers, sections }: Roster): PackageRecords => {
  const records = { students, teachers, sections };
  let enrollments = 0;
  const bySchool = {
    students: countBySchool(students, ({ sectionIds }) => {
      enrollments += sectionIds.length;
    }),
    sections: countBySchool(sections),
  };
  return {
    basis: "roster",
    ids: {
      // A roster without orgs.csv knows no school by name, which is not the same as having none.
      ...(schools.length > 0 && { schools: idsOf(schools) }),
      students: idsOf(students),
      teachers: idsOf(teachers),
      sections: idsOf(sections),
    },
    enrollments,
    bySchool,
    contentOf: (type) => new Map(records[type].map((record) => [record.id, sayRecord(record)])),
  };
};
