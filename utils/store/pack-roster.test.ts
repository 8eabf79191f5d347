import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Roster, Section, Student, Teacher } from "../roster/roster.ts";
import { studentFields } from "../roster/roster.ts";
import type { Loose } from "./cut-by-school.ts";
import { openKnown } from "./known-records.ts";
import { packBySchool, unpackSchool, unpackSection } from "./pack-roster.ts";

/** Few ids and texts: records come twice, change school, and tell the same or nearly the same. */
const anyId = fc.constantFrom("", "1", "2", "3", "4", "núñez");
const anyText = fc.constantFrom("", "Ana", "José", "Peña-Ortiz", "O'Brien", "😀", "x".repeat(3000));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const anySchool = maybe(fc.constantFrom("", "s1", "s2"));
const anyLine = maybe(fc.integer({ min: 1, max: 2 ** 31 - 1 }));

/** A record without the properties that are undefined, as all of ours are. */
const told = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const anySection = fc
  .record({
    id: anyId,
    title: anyText,
    schoolId: anySchool,
    teacherIds: fc.array(anyId, { maxLength: 3 }),
    homeroom: fc.boolean(),
    line: anyLine,
  })
  .map((record) => told(record) as Section);
const anyTeacher = fc
  .record({
    id: anyId,
    firstName: maybe(anyText),
    lastName: maybe(anyText),
    email: maybe(anyText),
    schoolId: anySchool,
  })
  .map((record) => told(record) as Teacher);
const anyStudent = fc
  .record({
    id: anyId,
    fields: fc
      .array(fc.tuple(fc.constantFrom(...studentFields), anyText), { maxLength: 4 })
      .map((fields) => Object.fromEntries(fields)),
    sectionIds: fc.array(anyId, { maxLength: 4 }),
    schoolId: anySchool,
    line: anyLine,
  })
  .map((record) => told(record) as Student);
const anyRoster = fc.record({
  source: fc.constant({ kind: "file" as const, name: "a.zip", checkedAt: "2026-09-14T08:00:00Z" }),
  coverage: fc.constant({ kind: "complete" as const }),
  schools: fc.constant([]),
  sections: fc.array(anySection, { maxLength: 30 }),
  teachers: fc.array(anyTeacher, { maxLength: 10 }),
  students: fc.array(anyStudent, { maxLength: 60 }),
}) satisfies fc.Arbitrary<Roster>;

const inSchools = <T extends { schoolId?: string }>(records: readonly T[], schools: readonly string[]) =>
  schools.flatMap((school) => records.filter(({ schoolId = "" }) => schoolId === school));

const readBack = (roster: Roster, beside?: Roster): Loose & { schools: string[] } => {
  const known = beside && openKnown(beside);
  const parts = [...packBySchool(roster)].map(({ school, bytes }) => ({
    school,
    ...unpackSchool(school, bytes, known?.(school))!,
  }));
  return {
    schools: parts.map(({ school }) => school),
    sections: parts.flatMap(({ sections }) => sections),
    teachers: parts.flatMap(({ teachers }) => teachers),
    students: parts.flatMap(({ students }) => students),
  };
};

/** Every third record with one property of another's: each property decides alone whether two tell the same. */
const blend = <T extends object>(records: readonly T[], others: readonly T[]): T[] =>
  records.map((record, at) => {
    const taken = Object.entries(others[at % Math.max(1, others.length)] ?? {});
    const [name, value] = taken[at % Math.max(1, taken.length)] ?? [];
    return at % 3 === 0 && name !== undefined ? { ...record, [name]: value } : record;
  });

const nearly = (roster: Roster, other: Roster): Roster => ({
  ...roster,
  sections: blend(roster.sections, other.sections),
  teachers: blend(roster.teachers, other.teachers),
  students: blend(roster.students, other.students).map((student, at) => ({
    ...student,
    fields: at % 4 === 1 ? { ...student.fields, lastName: "Ortiz" } : student.fields,
  })),
});

const withoutLine = <T extends { line?: number }>(records: readonly T[]) =>
  records.map(({ line: _, ...rest }) => rest);

describe("a packed roster", () => {
  test("comes back as it was, school by school", () => {
    fc.assert(
      fc.property(anyRoster, (roster) => {
        const { schools, ...read } = readBack(roster);
        expect(read).toEqual({
          sections: inSchools(roster.sections, schools),
          teachers: inSchools(roster.teachers, schools),
          students: inSchools(roster.students, schools),
        });
      }),
    );
  });

  test("comes back the same beside another one, but for lines; what is shared tells the same", () => {
    fc.assert(
      fc.property(anyRoster, anyRoster, (roster, other) => {
        const [alone, shared] = [readBack(roster), readBack(roster, nearly(roster, other))];
        expect(withoutLine(shared.sections)).toEqual(withoutLine(alone.sections));
        expect(shared.teachers).toEqual(alone.teachers);
        expect(withoutLine(shared.students)).toEqual(withoutLine(alone.students));
      }),
    );
  });

  test("is made of the very records of a roster that tells the same, in whatever order that has them", () => {
    const students = Array.from(
      { length: 400 },
      (_, at): Student => ({
        id: `p${at}`,
        fields: { firstName: `Given ${at % 7}`, lastName: "Peña" },
        sectionIds: [`c${at % 9}`],
        schoolId: `s${at % 3}`,
        line: at + 2,
      }),
    );
    const sections = Array.from(
      { length: 9 },
      (_, at): Section => ({
        id: `c${at}`,
        title: `Class ${at}`,
        schoolId: "s1",
        teacherIds: ["t1"],
        homeroom: true,
      }),
    );
    const roster: Roster = {
      source: { kind: "file", name: "a.zip", checkedAt: "2026-09-14T08:00:00Z" },
      coverage: { kind: "complete" },
      schools: [],
      sections,
      teachers: [{ id: "t1", lastName: "Ortiz", schoolId: "s1" }],
      students,
    };
    const isShared = (one: Roster, read: Loose) => {
      const own = new Set<object>([...one.students, ...one.sections, ...one.teachers]);
      return [...read.students, ...read.sections, ...read.teachers].filter((record) => !own.has(record));
    };
    const { schools: _, ...plain } = readBack(roster);
    const copied = { ...roster, ...plain };
    expect(isShared(roster, readBack(copied, roster))).toEqual([]);
    // Sixteen a school are made anew before a roster in another order is looked up.
    const turned = { ...roster, students: students.toReversed() };
    expect(isShared(turned, readBack(copied, turned)).length).toBeLessThanOrEqual(48);
    const changed = {
      ...roster,
      students: students.map((one, at) => (at % 50 === 0 ? { ...one, fields: {} } : one)),
    };
    expect(isShared(changed, readBack(copied, changed))).toHaveLength(8);
  });

  test("gives each class with its students", () => {
    fc.assert(
      fc.property(anyRoster, anyId, (roster, id) => {
        for (const { school, bytes } of packBySchool(roster)) {
          const own = (records: readonly { schoolId?: string }[]) =>
            records.filter(({ schoolId = "" }) => schoolId === school);
          expect(unpackSection(school, bytes, id)).toEqual({
            section: own(roster.sections.filter((section) => section.id === id))[0],
            students: own(roster.students.filter(({ sectionIds }) => sectionIds.includes(id))),
          });
        }
      }),
    );
  });

  test("is nothing to whoever finds another layout", () => {
    const bytes = new TextEncoder().encode('{"version":1}');
    expect(unpackSchool("s1", bytes)).toBeNull();
    expect(unpackSection("s1", bytes, "c1")).toBeNull();
  });
});
