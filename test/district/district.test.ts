import { describe, expect, it } from "vitest";
import type { District } from "./district.ts";
import { makeDistrict } from "./make-district.ts";
import { makeNextWeek } from "./next-week.ts";
import { toOneRosterRows, writeOneRoster } from "./one-roster.ts";
import { zipCsvs } from "./package-files.ts";

const district = makeDistrict();

const groups = <T>(list: readonly T[], key: (item: T) => string) => [...Map.groupBy(list, key).values()];

const distinct = (ids: readonly string[]) => new Set(ids).size === ids.length;

describe("the generated district", () => {
  it("has the numbers it says", () => {
    const { schools, classes, teachers, students } = district;
    expect({
      schools: schools.length,
      homerooms: classes.filter(({ homeroom }) => homeroom).length,
      others: classes.filter(({ homeroom }) => !homeroom).length,
      teachers: teachers.length,
      students: students.length,
    }).toEqual({ schools: 3, homerooms: 40, others: 9, teachers: 45, students: 800 });
  });

  it("is the same for the same seed, and another for another", () => {
    const write = (made: District) => zipCsvs(writeOneRoster(toOneRosterRows(made)));
    expect(write(makeDistrict())).toEqual(write(district));
    expect(write(makeDistrict({ seed: 5 }))).not.toEqual(write(district));
  });

  it("gives ids of the right shape, each once, some with a leading zero", () => {
    const { students, teachers, classes } = district;
    expect(students.filter(({ id }) => !/^\d{7}$/.test(id))).toEqual([]);
    expect(students.filter(({ stateId }) => !/^\d{10}$/.test(stateId))).toEqual([]);
    expect(students.filter(({ id }) => id.startsWith("0")).length).toBeGreaterThan(50);
    expect(distinct(students.map(({ id }) => id))).toBe(true);
    expect(distinct([...students, ...teachers].map(({ stateId }) => stateId))).toBe(true);
    expect(distinct(teachers.map(({ id }) => id))).toBe(true);
    expect(distinct(teachers.map(({ email }) => email))).toBe(true);
    expect(distinct(classes.map(({ id }) => id))).toBe(true);
  });

  it("has twins, and students of one name in two schools", () => {
    const { students } = district;
    const twins = groups(students, ({ lastName, birthDate }) => lastName + birthDate);
    const namesakes = groups(students, ({ firstName, lastName }) => `${firstName} ${lastName}`);
    expect(twins.filter((group) => group.length > 1).length).toBeGreaterThan(8);
    const apart = namesakes.filter((group) => new Set(group.map(({ schoolId }) => schoolId)).size > 1);
    expect(apart.length).toBeGreaterThan(5);
  });

  it("has accented and hyphenated names, all in Windows-1252", () => {
    const names = district.students.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    expect(names.some((name) => name.includes("-"))).toBe(true);
    expect(names.some((name) => /[áéíóúñ]/.test(name))).toBe(true);
    expect(names.filter((name) => [...name].some((char) => char.codePointAt(0)! > 0xff))).toEqual([]);
  });

  it("puts every student in one homeroom of their own school and grade", () => {
    const homerooms = new Map(district.classes.filter((c) => c.homeroom).map((c) => [c.id, c]));
    const wrong = district.students.filter(({ homeroomId, schoolId, grade }) => {
      const room = homerooms.get(homeroomId ?? "");
      return room?.schoolId !== schoolId || room.grades[0] !== grade;
    });
    expect(wrong).toEqual([]);
  });
});

describe("next week", () => {
  const week = makeNextWeek(district);
  const before = new Map(district.students.map((student) => [student.id, student]));
  const after = new Map(week.district.students.map((student) => [student.id, student]));

  it("changes exactly what it says", () => {
    const differing = [...after.values()]
      .filter((student) => before.has(student.id))
      .filter((student) => {
        const { scheduledIds: _, ...now } = student;
        const { scheduledIds: __, ...then } = before.get(student.id)!;
        return JSON.stringify(now) !== JSON.stringify(then);
      })
      .map(({ id }) => id);
    expect(differing.sort()).toEqual([...week.moved, ...week.changed].map(({ id }) => id).sort());
  });

  it("adds and removes exactly whom it says", () => {
    const gone = [...before.keys()].filter((id) => !after.has(id));
    const fresh = [...after.keys()].filter((id) => !before.has(id));
    expect(gone.sort()).toEqual([...week.withdrawn, week.rekeyed.from].sort());
    expect(fresh.sort()).toEqual([...week.added, ...week.waiting, week.rekeyed.to].sort());
    expect(week.district.students.length).toBe(after.size);
    expect([week.added, week.waiting, week.moved, week.changed, week.withdrawn].map((l) => l.length)).toEqual(
      [6, 4, 4, 3, 5],
    );
  });

  it("moves each student to another class", () => {
    expect(week.moved.filter(({ from, to }) => from === to)).toEqual([]);
  });

  it("keeps teachers and classes in step", () => {
    const teachers = new Set(week.district.teachers.map(({ id }) => id));
    expect(week.district.classes.filter(({ teacherId }) => !teachers.has(teacherId))).toEqual([]);
    expect(distinct(week.district.classes.map(({ id }) => id))).toBe(true);
  });
});
