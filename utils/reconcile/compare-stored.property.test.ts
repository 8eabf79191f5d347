import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName } from "../roster/fold-name.ts";
import { indexPeople } from "../roster/index-people.ts";
import { personKey } from "../roster/person-key.ts";
import type { Roster, Student } from "../roster/roster.ts";
import { openKnown } from "../store/known-records.ts";
import { packBySchool, unpackSchool } from "../store/pack-roster.ts";
import { makePlan } from "./plan.ts";
import { findPreviousPeople, recordsOfRoster } from "./previous-people.ts";
import { fileRoster, homeroom, student, teacher } from "./sample-rosters.ts";

/** Few ids and names, so that people come twice, share a name, and have another's id. */
const anyStudent = fc
  .record({
    id: fc.constantFrom("", "1", "2", "3", "4", "5", "6"),
    first: fc.constantFrom("Ana", "ANA", "Beto", "José"),
    last: fc.constantFrom("Núñez", "Nunez", "O'Brien"),
    day: fc.constantFrom("2021-04-05", "04/05/2021", "2021-04-06", ""),
    sections: fc.subarray(["A", "B", "M"]),
    status: fc.constantFrom("Active", "Inactive", undefined),
    school: fc.constantFrom("S1", "S2", undefined),
  })
  .map(({ id, first, last, day, sections, status, school }) => ({
    ...student(id, "", sections.join(" "), {
      firstName: first,
      lastName: last,
      birthDate: day,
      ...(status !== undefined && { status }),
    }),
    ...(school !== undefined && { schoolId: school }),
  }));
const anyStudents = fc.array(anyStudent, { maxLength: 14 });

const sections = [
  homeroom("A"),
  { ...homeroom("B"), schoolId: "S2" },
  { ...homeroom("M"), homeroom: false },
  homeroom("A", "t-new", "Class A again"),
];
const anySections = fc.subarray(sections, { minLength: 1 });
const anyTeachers = fc.subarray([teacher("t-A"), teacher("t-B"), teacher("t-B", "New Name"), teacher("t-M")]);

/** What happens to a student between two files. */
const changes: readonly ((one: Student, at: number) => Student[])[] = [
  (one) => [one],
  () => [],
  (one) => [one, one],
  (one) => [{ ...one, sectionIds: one.sectionIds.slice(1) }],
  (one) => [{ ...one, sectionIds: one.sectionIds.toReversed() }],
  (one) => [{ ...one, fields: { ...one.fields, firstName: "Alba" } }],
  (one, at) => [{ ...one, id: `new-${at}` }],
  (one) => [{ ...one, schoolId: "S2" }],
  (one) => [one, { ...one, id: "6" }],
];

const anyFile = fc
  .record({ students: anyStudents, sections: anySections, teachers: anyTeachers })
  .map((parts) => fileRoster(parts));
/** Two files, of which the earlier has most of the later one's records, or others. */
const anyPair = fc
  .tuple(
    anyFile,
    anyFile,
    fc.array(fc.nat(changes.length - 1), { minLength: 14, maxLength: 14 }),
    fc.boolean(),
  )
  .map(([file, other, picks, isLike]): [Roster, Roster] => {
    const students = file.students.flatMap((one, at) => changes[picks[at] ?? 0]!(one, at));
    return [file, isLike ? { ...other, students } : other];
  });

/** The earlier file as it comes from the store: alone, or beside the later one, whose records it then shares. */
const asStored = (roster: Roster, beside?: Roster): Roster => {
  const known = beside && openKnown(beside);
  const schools = [...packBySchool(roster)].map(
    ({ school, bytes }) => unpackSchool(school, bytes, known?.(school))!,
  );
  return {
    ...roster,
    sections: schools.flatMap((school) => school.sections),
    teachers: schools.flatMap((school) => school.teachers),
    students: schools.flatMap((school) => school.students),
  };
};

const settings = fc.record({
  system: fc.constantFrom("cli-engage", undefined),
  mode: fc.constantFrom("partial" as const, "complete" as const, undefined),
});

describe("an earlier file read beside the later one", () => {
  test("gives the same plan as one that was read alone", () => {
    fc.assert(
      fc.property(anyPair, settings, ([file, earlier], { system, mode }) => {
        const plan = (previous: Roster) => makePlan({ file, previous, system, mode });
        const beside = asStored(earlier, file);
        findPreviousPeople(beside, file);
        expect(plan(beside)).toEqual(plan(asStored(earlier)));
      }),
      { numRuns: 500 },
    );
  });

  test("gives the same facts to the rules", () => {
    fc.assert(
      fc.property(anyPair, ([file, earlier]) => {
        const factsOf = (roster: Roster, now?: Roster) => {
          findPreviousPeople(roster, now);
          const { ids, enrollments, bySchool, contentOf } = recordsOfRoster(roster);
          const idsOf = (type: keyof typeof ids) => [...(ids[type] ?? [])].sort();
          return {
            ids: [idsOf("students"), idsOf("sections"), idsOf("teachers"), ids.students?.size],
            has: ["", "1", "6", "new-1", "A"].map((id) => [ids.students?.has(id), ids.sections?.has(id)]),
            enrollments,
            bySchool,
            content: [contentOf("students"), contentOf("sections"), contentOf("teachers")],
          };
        };
        expect(factsOf(asStored(earlier, file), file)).toEqual(factsOf(asStored(earlier)));
      }),
    );
  });
});

describe("the last file's people", () => {
  test("are found by the keys that are theirs alone", () => {
    fc.assert(
      fc.property(anyStudents, anyStudents, (before, now) => {
        const keys = new Set(now.flatMap(({ fields }) => personKey(fields, foldName) ?? []));
        const alone = [...indexPeople(before)].flatMap(([key, position]): [string, string][] => {
          const id = before[position]?.id ?? "";
          return keys.has(key) && id !== "" ? [[key, id]] : [];
        });
        const { idsOfKeys, ids } = findPreviousPeople(fileRoster({ students: before }));
        expect(new Map(idsOfKeys(keys))).toEqual(new Map(alone));
        const distinct = new Set(before.map(({ id }) => id));
        distinct.delete("");
        expect([new Set(ids), ids.size]).toEqual([distinct, distinct.size]);
        expect(["", "1", "6", "7"].map((id) => ids.has(id))).toEqual(
          ["", "1", "6", "7"].map((id) => distinct.has(id)),
        );
      }),
    );
  });
});
