import { describe, expect, test } from "vitest";
import { rosterFromPage, type SeenPage } from "./from-page.ts";
import { mergeRosters } from "./merge-rosters.ts";
import { emptyRoster, type Roster } from "./roster.ts";

const source = (day: number) => ({ portal: "cli-engage", seenAt: `2026-11-0${day}T15:00:00Z` });

const names: Record<string, [string, string]> = {
  a: ["Ana", "Núñez"],
  b: ["Beto", "Núñez"],
  c: ["Carla", "Ruiz"],
};

/** A page that shows one class; a student is written as the key of `names`, "a:" when the page gives no id. */
const seeClass = (day: number, classId: string, keys: string[], total?: number): Roster => {
  const page: SeenPage = {
    schools: [{ id: "S1", name: "Elm" }],
    sections: [{ id: classId, title: classId, teacherIds: [], teacherName: "Ms. Vega", homeroom: true }],
    students: keys.map((key) => {
      const [firstName, lastName] = names[key[0]!]!;
      const fields = { firstName, lastName, birthDate: "01/02/2021" };
      return { id: key.endsWith(":") ? "" : key, fields, sectionIds: [classId] };
    }),
    seen: keys.length,
    ...(total !== undefined && { of: total }),
  };
  return rosterFromPage(page, source(day));
};

const placements = (roster: Roster) =>
  Object.fromEntries(
    roster.students.map(({ id, fields, sectionIds }) => [id || fields.firstName, [...sectionIds].sort()]),
  );

const visit = (...pages: Roster[]): Roster =>
  pages.reduce(mergeRosters, emptyRoster({ kind: "page", portal: "cli-engage", seenAt: "" }));

describe("mergeRosters over visits", () => {
  test("coverage grows with each class, and nobody is counted twice", () => {
    const known = visit(
      seeClass(1, "C1", ["a", "b"]),
      seeClass(2, "C2", ["c"]),
      seeClass(3, "C1", ["a", "b"]),
    );
    expect(placements(known)).toEqual({ a: ["C1"], b: ["C1"], c: ["C2"] });
    expect(known.coverage).toEqual({ kind: "partial", sectionIds: ["C1", "C2"] });
  });

  test("a student seen in a new class leaves the old one only when it was seen again without them", () => {
    const both = visit(seeClass(1, "C1", ["a", "b"]), seeClass(2, "C2", ["a", "c"]));
    expect(placements(both).a).toEqual(["C1", "C2"]);
    expect(placements(mergeRosters(both, seeClass(3, "C1", ["b"])))).toEqual({
      a: ["C2"],
      b: ["C1"],
      c: ["C2"],
    });
  });

  test("a class seen again replaces its old view", () =>
    expect(placements(visit(seeClass(1, "C1", ["a", "b"]), seeClass(2, "C1", ["b"])))).toEqual({
      b: ["C1"],
    }));

  test("a class seen in part takes nobody away and is not covered", () => {
    const known = visit(seeClass(1, "C1", ["a", "b"], 3), seeClass(2, "C1", ["c"], 3));
    expect(placements(known)).toEqual({ a: ["C1"], b: ["C1"], c: ["C1"] });
    expect(known.coverage).toEqual({ kind: "partial", sectionIds: [], seen: 1, of: 3 });
  });

  test("people without an id are one person by names and birth date", () => {
    expect(placements(visit(seeClass(1, "C1", ["a:", "b:"]), seeClass(2, "C2", ["a:"])))).toEqual({
      Ana: ["C1", "C2"],
      Beto: ["C1"],
    });
    expect(placements(visit(seeClass(1, "C1", ["a:"]), seeClass(2, "C2", ["a"])))).toEqual({
      a: ["C1", "C2"],
    });
  });

  test("two people of one name and birthday are never joined by guess", () => {
    const known = visit(seeClass(1, "C1", ["a:", "a:"]), seeClass(2, "C2", ["a:"]));
    expect(known.students).toHaveLength(3);
  });

  test("a page that shows ids, and none for one student, is believed", () => {
    const known = visit(seeClass(1, "C1", ["a", "b"]), seeClass(2, "C2", ["a:", "c"]));
    expect(placements(known)).toEqual({ Ana: ["C1", "C2"], b: ["C1"], c: ["C2"] });
  });

  test("the last file stays the truth for classes that were not visited", () => {
    const file: Roster = {
      ...visit(seeClass(1, "C1", ["a", "b"]), seeClass(1, "C2", ["c"])),
      source: { kind: "file", name: "last.zip", checkedAt: "2026-11-01T00:00:00Z" },
      coverage: { kind: "complete" },
    };
    const known = mergeRosters(file, seeClass(2, "C1", ["b"]));
    expect(placements(known)).toEqual({ b: ["C1"], c: ["C2"] });
    expect(known.coverage).toEqual({ kind: "complete" });
  });

  test("a complete view replaces everything", () => {
    const complete: Roster = { ...seeClass(2, "C9", ["c"]), coverage: { kind: "complete" } };
    expect(mergeRosters(seeClass(1, "C1", ["a"]), complete)).toBe(complete);
  });

  test("later values win, and what the later page does not tell is kept", () => {
    const first = seeClass(1, "C1", ["a"]);
    const known = mergeRosters(
      { ...first, students: [{ ...first.students[0]!, fields: { gradeLevel: "PK", firstName: "Anna" } }] },
      seeClass(2, "C1", ["a"]),
    );
    expect(known.students[0]?.fields).toMatchObject({
      gradeLevel: "PK",
      firstName: "Ana",
      birthDate: "2021-01-02",
    });
  });
});

test("rosterFromPage keeps a teacher of whom only the name is shown", () => {
  const { sections, teachers } = seeClass(1, "C1", []);
  expect(sections[0]?.teacherIds).toEqual(["name:Ms. Vega"]);
  expect(teachers).toEqual([{ id: "name:Ms. Vega", lastName: "Ms. Vega" }]);
});
