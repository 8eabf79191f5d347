import { describe, expect, it } from "vitest";
import { PageRoster } from "../messages/contracts.ts";
import { writeStudents } from "./write-students.ts";

const studentsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: String(at),
    fields: { firstName: `Zoë "${at}", [x]`, lastName: "Núñez\u2028" },
    sectionIds: ["c1"],
    line: at + 1,
  }));

const pageOf = (students: unknown) => ({ schools: [], sections: [], students, seen: 0 });

describe("students on their way to the background", () => {
  it.each([
    [0, 0],
    [500, 0],
    [501, 3],
    [1000, 3],
    [5000, 11],
  ])("%i of them arrive as they were, with %i breaths between", async (count, breaths) => {
    const students = studentsOf(count);
    let taken = 0;
    const sent = await writeStudents(students, async () => void taken++);
    expect(typeof sent).toBe(count > 500 ? "string" : "object");
    expect(taken).toBe(breaths);
    expect(PageRoster.parse(pageOf(sent)).students).toEqual(students);
  });

  it.each([
    ["not JSON", "[{"],
    ["not a list", "{}"],
    ["a number in a name", '[{"id":"1","fields":{"firstName":7},"sectionIds":[]}]'],
    ["more than a page may tell", JSON.stringify(studentsOf(20_001))],
  ])("are refused as text that is %s", (_, text) => {
    expect(PageRoster.safeParse(pageOf(text)).success).toBe(false);
  });
});
