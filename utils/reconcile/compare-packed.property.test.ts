import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PackageRecords } from "../checks/rule.ts";
import { planKinds } from "../findings/report.ts";
import { packRoster } from "../packed/pack-roster.ts";
import { unpackRoster } from "../packed/unpack-roster.ts";
import { foldName } from "../roster/fold-name.ts";
import { indexPeople } from "../roster/index-people.ts";
import { personKey } from "../roster/person-key.ts";
import type { Roster, Student } from "../roster/roster.ts";
import { comparePacked } from "./compare-packed.ts";
import { cutPlan } from "./cut-plan.fixture.ts";
import { makePlan } from "./plan.ts";
import { findPreviousPeople, recordsOfRoster } from "./previous-people.ts";
import { fileRoster, homeroom, student, teacher } from "./sample-rosters.ts";
import { unpackBeside } from "./unpack-beside.ts";

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
  homeroom("B", "t-B", "Homeroom 7"),
  homeroom("C", "t-B", "HOMEROOM 7"),
  homeroom("C", "t-A", "Homeroom 8"),
  { ...homeroom("D", "t-A", "Homeroom"), schoolId: "S2" },
  { ...homeroom("E", "t-A", "Homeroom"), schoolId: "S2" },
  homeroom("M"),
];
const anySections = fc.subarray(sections, { minLength: 1 });
const anyTeachers = fc.subarray([
  teacher("t-A"),
  teacher("t-B"),
  teacher("t-B", "New Name"),
  teacher("t-M"),
  ...["t-1", "t-2", "t-3"].map((id) => ({ ...teacher(id, "Ana Vega"), email: "a.vega1@example.org" })),
  { ...teacher("t-4", "Ana Vega"), email: "A.Vega1@example.org" },
]);

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

/** The earlier file as it comes from the store, in objects. */
const asStored = (roster: Roster): Roster => unpackRoster(packRoster(roster))!;

const settings = fc.record({
  system: fc.constantFrom("cli-engage", undefined),
  mode: fc.constantFrom("partial" as const, "complete" as const, undefined),
});

/** Which groups must have come up. */
const expected = [
  ...[
    "added",
    "removed",
    "moved",
    "changed",
    "rekeyed",
    "waiting",
    "unmatched",
    "ignored",
    "unchanged",
    "notSeen",
  ].map((kind) => `students ${kind}`),
  ...["added", "removed", "rekeyed", "renamed", "reassigned", "ignored", "unchanged", "unmatched"].map(
    (kind) => `classes ${kind}`,
  ),
  ...["added", "removed", "rekeyed", "changed", "unchanged", "unmatched"].map((kind) => `teachers ${kind}`),
];

describe("an earlier file packed, beside the later one packed", () => {
  test("gives the plan that their objects give, whatever is shown of it", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyPair, settings, fc.constantFrom(0, 1, 3, 1000), ([file, earlier], around, most) => {
        const whole = makePlan({ file, previous: asStored(earlier), ...around });
        const compared = comparePacked(packRoster(file), packRoster(earlier), most)!;
        expect(cutPlan(compared.plan(around), most)).toEqual(cutPlan(whole, most));
        for (const kind of planKinds) if (whole.students[kind].count > 0) seen.add(`students ${kind}`);
        for (const kind of planKinds) if (whole.classes[kind].count > 0) seen.add(`classes ${kind}`);
        for (const kind of planKinds) if (whole.teachers[kind].count > 0) seen.add(`teachers ${kind}`);
      }),
      { numRuns: 3000 },
    );
    // What never came up was not tested.
    expect([...seen]).toEqual(expect.arrayContaining(expected));
  });

  test("gives the same facts to the rules", () => {
    fc.assert(
      fc.property(anyPair, ([file, earlier]) => {
        const { previous, records } = comparePacked(packRoster(file), packRoster(earlier))!;
        const factsOf = ({ ids, enrollments, bySchool, contentOf }: PackageRecords) => {
          const idsOf = (type: keyof typeof ids) => [...(ids[type] ?? [])].sort();
          const canonical = (type: "students" | "sections" | "teachers") =>
            [...contentOf(type)].map(([id, text]) => [id, JSON.parse(text)]).sort();
          return {
            ids: [idsOf("students"), idsOf("sections"), idsOf("teachers"), ids.schools !== undefined],
            sizes: [ids.students?.size, ids.sections?.size, ids.teachers?.size],
            has: ["", "1", "6", "new-1", "A", "t-A"].map((id) => [
              ids.students?.has(id),
              ids.sections?.has(id),
              ids.teachers?.has(id),
            ]),
            enrollments,
            bySchool,
            content: [canonical("students"), canonical("sections"), canonical("teachers")],
          };
        };
        expect(factsOf(records)).toEqual(factsOf(recordsOfRoster(asStored(file))));
        const alone = findPreviousPeople(asStored(earlier));
        expect(factsOf(previous.records!)).toEqual(factsOf(alone.records!));
        const keys = new Set(file.students.flatMap(({ fields }) => personKey(fields, foldName) ?? []));
        expect(previous.idsOfKeys(keys)).toEqual(alone.idsOfKeys(keys));
        const seen: string[] = [];
        previous.ids.someBytes!((bytes, start, end) => {
          seen.push(new TextDecoder().decode(bytes.subarray(start, end)));
          return false;
        });
        expect([...new Set(seen)].sort()).toEqual([...alone.ids].sort());
      }),
      { numRuns: 1000 },
    );
  });

  test("gives objects beside those of the later one, whose own they are where they tell the same", () => {
    const withoutLines = ({ sections, students, ...rest }: Roster) => ({
      ...rest,
      sections: sections.map(({ line: _, ...section }) => section),
      students: students.map(({ line: _, ...student }) => student),
    });
    let shared = 0;
    fc.assert(
      fc.property(anyPair, settings, ([file, earlier], around) => {
        const beside = unpackBeside(packRoster(earlier), packRoster(file), file)!;
        expect(withoutLines(beside)).toEqual(withoutLines(asStored(earlier)));
        findPreviousPeople(beside, file);
        const plan = (previous: Roster) => makePlan({ file, previous, ...around });
        expect(plan(beside)).toEqual(plan(asStored(earlier)));
        const own = new Set<object>([...file.students, ...file.sections, ...file.teachers]);
        for (const record of [...beside.students, ...beside.sections]) if (own.has(record)) shared++;
      }),
      { numRuns: 500 },
    );
    expect(shared).toBeGreaterThan(100);
  });

  test("is not compared where a part only is shown", () => {
    const file = packRoster(fileRoster({}));
    const part = { ...file, coverage: { kind: "partial" as const, sectionIds: ["A"] } };
    expect([comparePacked(file, part), comparePacked(part, file)]).toEqual([null, null]);
    expect(comparePacked(file, { ...file, parts: [{ school: "", bytes: new Uint8Array([1]) }] })).toBeNull();
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
