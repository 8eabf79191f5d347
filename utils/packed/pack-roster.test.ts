import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Roster, Section, Student, Teacher } from "../roster/roster.ts";
import { studentFields } from "../roster/roster.ts";
import { openRoster } from "./opened-roster.ts";
import { packRoster } from "./pack-roster.ts";
import { kinds } from "./packed.ts";
import { unpackPart, unpackRoster, unpackSection } from "./unpack-roster.ts";

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

describe("a packed roster", () => {
  test("comes back as it was, school by school, and knows where each record stood", () => {
    fc.assert(
      fc.property(anyRoster, (roster) => {
        const packed = packRoster(roster);
        const schools = packed.parts.map(({ school }) => school);
        const read = unpackRoster(packed)!;
        expect(read).toEqual({
          ...roster,
          sections: inSchools(roster.sections, schools),
          teachers: inSchools(roster.teachers, schools),
          students: inSchools(roster.students, schools),
        });
        for (const kind of kinds) {
          const places = [...packed.order![kind]];
          expect(places.map((place) => roster[kind][place])).toEqual(read[kind]);
        }
      }),
    );
  });

  test("gives each record alone, in whatever order they are asked for", () => {
    fc.assert(
      fc.property(anyRoster, (roster) => {
        const packed = packRoster(roster);
        const opened = openRoster(packed)!;
        const read = unpackRoster(packed)!;
        const makers = { sections: opened.section, teachers: opened.teacher, students: opened.student };
        for (const kind of kinds) {
          const records: unknown[] = read[kind].map(() => undefined);
          for (let at = records.length - 1; at >= 0; at--) records[at] = makers[kind](at);
          expect(records).toEqual(read[kind]);
        }
        const enrolled = roster.students.reduce((sum, { sectionIds }) => sum + sectionIds.length, 0);
        expect(opened.parts.reduce((sum, { enrollments }) => sum + enrollments, 0)).toBe(enrolled);
      }),
    );
  });

  test("gives each class with its students", () => {
    fc.assert(
      fc.property(anyRoster, anyId, (roster, id) => {
        for (const part of packRoster(roster).parts) {
          const { school } = part;
          const own = (records: readonly { schoolId?: string }[]) =>
            records.filter(({ schoolId = "" }) => schoolId === school);
          expect(unpackSection(part, id)).toEqual({
            section: own(roster.sections.filter((section) => section.id === id))[0],
            students: own(roster.students.filter(({ sectionIds }) => sectionIds.includes(id))),
          });
        }
      }),
    );
  });

  test("is nothing to whoever finds another layout", () => {
    const bytes = new TextEncoder().encode('{"version":1}');
    expect(unpackPart({ school: "s1", bytes })).toBeNull();
    expect(unpackSection({ school: "s1", bytes }, "c1")).toBeNull();
  });
});
