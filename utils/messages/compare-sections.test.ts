import { describe, expect, it } from "vitest";
import type { Roster, Student } from "../roster/roster.ts";
import { compareSections } from "./compare-sections.ts";

const student = (id: string, name: string, ...sectionIds: string[]): Student => ({
  id,
  fields: { firstName: name, lastName: "Ruiz", status: "Active" },
  sectionIds,
});

const roster = (students: Student[], seen: string[], seenAt: string): Roster => ({
  schools: [],
  sections: [
    { id: "A", title: "Room A", teacherIds: [], homeroom: true },
    { id: "B", title: "Room B", teacherIds: [], homeroom: true },
  ],
  students,
  teachers: [],
  source: { kind: "page", portal: "cli-engage", seenAt },
  coverage: { kind: "partial", sectionIds: seen },
});

const monday = "2026-11-16T15:00:00.000Z";
const friday = "2026-11-20T15:00:00.000Z";
const before = roster(
  [
    student("1", "Ana", "A"),
    student("2", "Ben", "A"),
    student("3", "Eva", "B"),
    student("4", "Leo", "A", "B"),
  ],
  ["A", "B"],
  monday,
);

/** The changes of class A when it is seen whole with these students on Friday. */
const changesOf = (students: Student[], seen = ["A"]) => {
  const now = { ...roster(students, seen, friday), sections: before.sections.slice(0, 1) };
  return compareSections(before, now, friday).map(({ change }) => change);
};

describe("compareSections", () => {
  it("tells who joined and who left, since when", () => {
    expect(changesOf([student("1", "Ana", "A"), student("4", "Leo", "A"), student("5", "Max", "A")])).toEqual(
      [
        {
          at: friday,
          since: monday,
          sectionTitle: "Room A",
          joined: [{ id: "5", name: "Max Ruiz" }],
          left: [{ id: "2", name: "Ben Ruiz" }],
        },
      ],
    );
  });

  it("says where somebody who moved was seen before", () => {
    const [change] = changesOf([
      ...before.students.slice(0, 2),
      student("3", "Eva", "A"),
      student("4", "Leo", "A"),
    ]);
    expect(change?.joined).toEqual([{ id: "3", name: "Eva Ruiz", elsewhere: ["Room B"] }]);
  });

  it("says in which class somebody who left is seen", () => {
    const [change] = changesOf(before.students.slice(0, 2));
    expect(change?.left).toEqual([{ id: "4", name: "Leo Ruiz", elsewhere: ["Room B"] }]);
  });

  it("says nothing where part of the class was seen, or nothing changed", () => {
    expect(changesOf([student("5", "Max", "A")], [])).toEqual([]);
    expect(changesOf(before.students.filter(({ sectionIds }) => sectionIds.includes("A")))).toEqual([]);
  });
});
