import type { PackageRecords, PreviousPeople } from "../checks/rule.ts";
import { indexPeople } from "../roster/index-people.ts";
import type { Roster } from "../roster/roster.ts";

/** The last file's people for rules that compare: only keys that one person has. */
export const findPreviousPeople = (roster: Roster): PreviousPeople => {
  const { students } = roster;
  const idByPerson = new Map<string, string>();
  for (const [key, position] of indexPeople(students)) {
    const id = students[position]?.id;
    if (id !== undefined && id !== "") idByPerson.set(key, id);
  }
  const records = recordsOfRoster(roster);
  return { idByPerson, ids: records.ids.students ?? new Set(), records };
};

const idsOf = (records: readonly { id: string }[]): ReadonlySet<string> => {
  const ids = new Set(records.map(({ id }) => id));
  ids.delete("");
  return ids;
};

const countBySchool = (records: readonly { schoolId?: string }[]): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  for (const { schoolId } of records) {
    if (schoolId !== undefined) counted.set(schoolId, (counted.get(schoolId) ?? 0) + 1);
  }
  return counted;
};

/** Where a record stands in its file is no part of it, and enrollments are counted apart. */
const beside = new Set(["line", "sectionIds", "teacherIds"]);

const say = (record: object): string =>
  JSON.stringify(record, (key, value) => (beside.has(key) ? undefined : value));

/** What a roster holds, by type. */
export const recordsOfRoster = ({ schools, students, teachers, sections }: Roster): PackageRecords => {
  const records = { students, teachers, sections };
  return {
    basis: "roster",
    ids: {
      // A roster without orgs.csv knows no school by name, which is not the same as having none.
      ...(schools.length > 0 && { schools: idsOf(schools) }),
      students: idsOf(students),
      teachers: idsOf(teachers),
      sections: idsOf(sections),
    },
    enrollments: students.reduce((sum, { sectionIds }) => sum + sectionIds.length, 0),
    bySchool: { students: countBySchool(students), sections: countBySchool(sections) },
    contentOf: (type) => new Map(records[type].map((record) => [record.id, say(record)])),
  };
};
