import { describe, expect, it } from "vitest";
import type { PageRoster } from "../messages/contracts.ts";
import { mergeSnapshots } from "./merge-snapshots.ts";

type Row = { id?: string; name: string; line?: number; grade?: string };

const look = (rows: Row[], told: { of?: number; whole?: boolean; section?: string } = {}): PageRoster => {
  const section = told.section ?? "Room 12";
  return {
    schools: [],
    sections: [{ id: section, title: section, teacherIds: [], homeroom: true }],
    students: rows.map(({ id = "", name, line, grade }) => {
      const [firstName = "", lastName = ""] = name.split(" ");
      const fields = { firstName, lastName, ...(grade !== undefined && { gradeLevel: grade }) };
      return { id, fields, sectionIds: [section], ...(line !== undefined && { line }) };
    }),
    seen: rows.length,
    whole: told.whole ?? false,
    ...(told.of !== undefined && { of: told.of }),
  };
};

const namesOf = ({ students }: PageRoster) =>
  students.map(({ fields }) => `${fields.firstName} ${fields.lastName}`);

describe("two looks at one list", () => {
  const first = look(
    [
      { id: "1", name: "Ana Peña", line: 1 },
      { id: "2", name: "Ben Roy", line: 2 },
    ],
    { of: 4 },
  );
  const second = look(
    [
      { id: "2", name: "Ben Roy", line: 2 },
      { id: "3", name: "Cy Poe", line: 3 },
    ],
    { of: 4 },
  );

  it("count nobody twice and know what is not seen yet", () => {
    const both = mergeSnapshots(first, second);
    expect(namesOf(both)).toEqual(["Ana Peña", "Ben Roy", "Cy Poe"]);
    expect(both).toMatchObject({ seen: 3, of: 4, whole: false });
  });

  it("are whole once everybody has been seen, in the list's order whichever way one scrolled", () => {
    const both = mergeSnapshots(
      mergeSnapshots(second, look([{ id: "4", name: "Di Orr", line: 4 }], { of: 4 })),
      first,
    );
    expect(namesOf(both)).toEqual(["Ana Peña", "Ben Roy", "Cy Poe", "Di Orr"]);
    expect(both.whole).toBe(true);
  });

  it("join what columns out of view said before", () => {
    const wide = mergeSnapshots(
      look([{ id: "1", name: "Ana Peña", grade: "03" }]),
      look([{ id: "1", name: "Ana Peña" }]),
    );
    expect(wide.students[0]?.fields.gradeLevel).toBe("03");
  });

  it("keep two of one name apart where no id tells them apart", () => {
    const twins = look([{ name: "Ana Peña" }, { name: "Ana Peña" }]);
    expect(mergeSnapshots(twins, look([{ name: "Ana Peña" }, { name: "Ben Roy" }])).seen).toBe(3);
    const places = mergeSnapshots(
      look([{ name: "Ana Peña", line: 1 }]),
      look([{ name: "Ana Peña", line: 41 }]),
    );
    expect(places.seen).toBe(2);
  });
});

describe("the newer look alone", () => {
  const before = look(
    [
      { id: "1", name: "Ana Peña" },
      { id: "2", name: "Ben Roy" },
    ],
    { of: 3 },
  );

  it.each([
    ["is another class", look([{ id: "3", name: "Cy Poe" }], { section: "Room 13", of: 3 })],
    [
      "shows everybody",
      look(
        [
          { id: "2", name: "Ben Roy" },
          { id: "3", name: "Cy Poe" },
        ],
        { of: 2, whole: true },
      ),
    ],
    ["has a smaller total", look([{ id: "2", name: "Ben Roy" }], { of: 2 })],
    [
      "cannot be true with the older",
      look(
        [
          { id: "3", name: "Cy Poe" },
          { id: "4", name: "Di Orr" },
        ],
        { of: 3 },
      ),
    ],
  ])("counts where it %s", (_, now) => {
    expect(mergeSnapshots(before, now)).toEqual(now);
  });

  it("counts where there is no older one", () => {
    expect(mergeSnapshots(undefined, before)).toBe(before);
  });
});
