import { describe, expect, it } from "vitest";
import { pages } from "./pages.ts";
import { makePeople } from "./people.ts";
import { saveSheet } from "./save-sheet.ts";
import { applyEdit, type PageState, UnknownEdit } from "./state.ts";

const stateOf = (): PageState => ({
  people: makePeople(1, { class: 5, other: 2 }, ["KG", "03"]),
  mutations: [],
  acted: [],
});
const edit = (state: PageState, operation: string, values: Record<string, string>) =>
  applyEdit(state, operation, new URLSearchParams(values), 7);

describe("the look-alike pages", () => {
  it("are twelve rosters and twelve ordinary pages with addresses of their own", () => {
    const count = (kind: string) => pages.filter((page) => page.kind === kind).length;
    expect([count("roster"), count("ordinary")]).toEqual([12, 12]);
    expect(new Set(pages.map(({ slug }) => slug)).size).toBe(24);
  });

  it("hold no roster where they are ordinary", () => {
    for (const page of pages) expect(page.rosters.length > 0, page.slug).toBe(page.kind === "roster");
  });
});

describe("the people", () => {
  it("are the same for the same seed, with distinct ids", () => {
    const people = makePeople(4, { class: 500 }, ["07"]);
    expect(makePeople(4, { class: 500 }, ["07"])).toEqual(people);
    expect(new Set(people.map(({ id }) => id)).size).toBe(500);
    expect(makePeople(5, { class: 500 }, ["07"])).not.toEqual(people);
  });
});

describe("an edit", () => {
  it.each([
    ["remove", {}, "dropped"],
    ["move", { to: "other" }, "other"],
    ["add", { to: "class" }, "class"],
  ])("%s puts the student where the page says and is logged", (operation, more, list) => {
    const state = stateOf();
    const student = state.people.find((one) => one.list === (operation === "add" ? "other" : "class"))!;
    edit(state, operation, { student: student.id, path: "button", ...more });
    expect(student.list).toBe(list);
    expect(state.mutations).toEqual([{ at: 7, kind: operation, studentId: student.id, path: "button" }]);
  });

  it("refuses a student nobody knows and a field nobody has, and logs neither", () => {
    const state = stateOf();
    const student = state.people[0]!.id;
    expect(() => edit(state, "remove", { student: "0" })).toThrow(UnknownEdit);
    expect(() => edit(state, "change", { student, field: "__proto__", value: "x" })).toThrow(UnknownEdit);
    expect(() => edit(state, "swallow", { student })).toThrow(UnknownEdit);
    expect(state.mutations).toEqual([]);
  });
});

describe("the posted sheet", () => {
  it("logs what differs: a change, a removal by status, an added row; and nothing else", () => {
    const state = stateOf();
    const [one, two] = state.people.filter(({ list }) => list === "class");
    const values = new URLSearchParams({
      [`rows[${one!.id}][first]`]: "Zoila",
      [`rows[${one!.id}][last]`]: one!.last,
      [`rows[${two!.id}][status]`]: "Inactive",
      "rows[new1][first]": "Paz",
      "rows[new1][id]": "77",
      "rows[new2][id]": "",
    });
    saveSheet(state, values, 9);
    expect(state.mutations.map(({ kind, path, studentId }) => [kind, path, studentId])).toEqual([
      ["change", "type-in-first-name", one!.id],
      ["remove", "inactivate", two!.id],
      ["add", "add-row", "77"],
    ]);
    expect(one!.first).toBe("Zoila");
    expect(state.people.find(({ id }) => id === "77")?.list).toBe("class");
  });
});
