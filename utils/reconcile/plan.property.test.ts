import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planKinds, type RecordPlan } from "../findings/report.ts";
import { personKey } from "../roster/person-key.ts";
import type { Roster, Student } from "../roster/roster.ts";
import { diffStudents } from "./diff.ts";
import { makePlan } from "./plan.ts";
import { placesWith, receiverOf } from "./receivers.ts";
import { fileRoster, homeroom, pageRoster, student } from "./sample-rosters.ts";

/** Few ids, names and days, so that twins, shared names, reused and missing ids all occur. */
const anyStudent = fc
  .record({
    id: fc.constantFrom("", "1", "2", "3", "4", "5"),
    first: fc.constantFrom("Ana", "ANA", "Beto", "José"),
    last: fc.constantFrom("Núñez", "Nunez", "de la Cruz", "O'Brien"),
    day: fc.constantFrom("2021-04-05", "04/05/2021", "2021-04-06", ""),
    sections: fc.subarray(["A", "B", "M"]),
    status: fc.constantFrom("Active", "Inactive", undefined),
  })
  .map(({ id, first, last, day, sections, status }) =>
    student(id, "", sections.join(" "), {
      firstName: first,
      lastName: last,
      birthDate: day,
      ...(status !== undefined && { status }),
    }),
  );

const sections = [homeroom("A"), homeroom("B"), { ...homeroom("M"), homeroom: false }];

/** Ids as a source gives them: a file and a merged page have each at most once. */
const distinctIds = (students: readonly Student[]): Student[] =>
  students.filter(({ id }, at) => id === "" || students.findIndex((other) => other.id === id) === at);

const anyStudents = fc.array(anyStudent, { maxLength: 12 }).map(distinctIds);
const anyFile = fc
  .record({ students: anyStudents, known: fc.subarray(sections, { minLength: 1 }) })
  .map(({ students, known }) => fileRoster({ students, sections: known }));
const anyPage = fc
  .record({ students: anyStudents, seen: fc.subarray(["A", "B"]) })
  .map(({ students, seen }) =>
    pageRoster(seen.join(" "), {
      students: students.filter(({ sectionIds }) => sectionIds.length > 0),
      sections,
    }),
  );
const settings = fc.record({
  system: fc.constantFrom("cli-engage", undefined),
  mode: fc.constantFrom("partial" as const, "complete" as const),
});

const total = (plan: RecordPlan) => planKinds.reduce((sum, kind) => sum + plan[kind].count, 0);

describe("every plan", () => {
  test("has every student of the file, and every one it was compared with, exactly once", () => {
    fc.assert(
      fc.property(anyFile, fc.oneof(anyFile, anyPage), settings, (file, base, { system, mode }) => {
        const diffs = [...diffStudents(file, base, placesWith(receiverOf(system)))];
        const inFile = diffs.flatMap((diff) => ("file" in diff && diff.file ? [diff.file] : []));
        const inBase = diffs.flatMap((diff) => ("base" in diff && diff.base ? [diff.base] : []));
        // By identity: several records may look alike.
        expect(new Set(inFile)).toEqual(new Set(file.students));
        expect(inFile).toHaveLength(file.students.length);
        expect(new Set(inBase)).toEqual(new Set(base.students));
        expect(inBase).toHaveLength(base.students.length);
        const page = base.source.kind === "page" ? base : undefined;
        const plan = makePlan({ file, page, previous: page ? undefined : base, system, mode });
        if (page === undefined) expect(total(plan.students)).toBe(diffs.length);
        const ids = planKinds.flatMap((kind) => plan.students[kind].samples.map(({ id }) => id));
        for (const { id } of file.students) expect(ids).toContain(id);
      }),
    );
  });

  test("pairs nobody whom another could be", () => {
    fc.assert(
      fc.property(anyFile, anyFile, (file, base) => {
        for (const diff of diffStudents(file, base, () => true)) {
          if (diff.kind !== "same" || (diff.file.id !== "" && diff.file.id === diff.base.id)) continue;
          const key = personKey(diff.file.fields);
          expect(key).toBeDefined();
          for (const side of [file, base]) {
            expect(side.students.filter(({ fields }) => personKey(fields) === key)).toHaveLength(1);
          }
        }
      }),
    );
  });

  test("of a roster against itself changes nothing", () => {
    fc.assert(
      fc.property(anyFile, settings, (file, { system, mode }) => {
        const { students, classes, teachers } = makePlan({ file, previous: file, system, mode });
        for (const kind of ["added", "removed", "moved", "rekeyed", "waiting"] as const) {
          expect(students[kind].samples).toEqual([]);
        }
        expect(total(classes)).toBe(file.sections.length);
        expect(classes.unchanged.count + classes.ignored.count).toBe(file.sections.length);
        expect(teachers.unchanged.count).toBe(file.teachers.length);
      }),
    );
  });

  test("removes nobody in partial mode and nobody from a class that was not seen", () => {
    fc.assert(
      fc.property(anyFile, anyPage, settings, (file, page, { system, mode }) => {
        const { students } = makePlan({ file, page, system, mode });
        if (mode === "partial") expect(students.removed.count).toBe(0);
        const onPage = new Set(page.students.map(({ id }) => id));
        for (const { id } of students.removed.samples) expect(onPage).toContain(id);
        const seen = page.coverage.kind === "partial" ? page.coverage.sectionIds : [];
        for (const { id } of [...students.added.samples, ...students.waiting.samples]) {
          const added = file.students.find((one) => one.id === id);
          expect(added?.sectionIds.some((section) => seen.includes(section))).toBe(true);
        }
      }),
    );
  });

  test("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(anyFile, anyFile, settings, (file, previous, { system, mode }) => {
        const turned: Roster = { ...file, students: file.students.toReversed() };
        const one = makePlan({ file, previous, system, mode }).students;
        const other = makePlan({ file: turned, previous, system, mode }).students;
        for (const kind of planKinds) {
          const ids = (plan: RecordPlan) => plan[kind].samples.map(({ id }) => id).sort();
          expect(ids(other)).toEqual(ids(one));
        }
      }),
    );
  });
});
