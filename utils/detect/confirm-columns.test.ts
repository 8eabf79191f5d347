import { describe, expect, it } from "vitest";
import { chooseColumns, factsOf } from "./classify-columns.ts";
import { confirmColumns } from "./confirm-columns.ts";
import type { ConfirmedColumn } from "./detected.ts";

const facts = [
  { key: "0", header: "Student", values: ["Rivera, Ana", "Lee, Ben", "Peña, Luz"] },
  { key: "1", header: "Student ID", values: ["100234", "100235", "100236"] },
  { key: "2", header: "Code", values: ["7781", "7782", "7783"] },
  { key: "3", header: "Grade", values: ["01", "02", "01"] },
].map((column) => factsOf(column, 2026));
const confirm = (...confirmed: ConfirmedColumn[]) => {
  const made = confirmColumns(chooseColumns(facts), facts, confirmed);
  return {
    name: made.name?.key,
    id: made.id?.key,
    fields: Object.fromEntries([...made.fields].map(([field, { key }]) => [field, key])),
  };
};

describe("columns a person has confirmed", () => {
  it("are as recognised where nothing was said, or of columns that are not there", () => {
    const recognised = { name: "0", id: "1", fields: { gradeLevel: "3" } };
    expect(confirm()).toEqual(recognised);
    expect(confirm({ at: "9", field: "id" })).toEqual(recognised);
  });

  it("mean what was said, and nobody else means it", () => {
    expect(confirm({ at: "2", field: "id" })).toEqual({ name: "0", id: "2", fields: { gradeLevel: "3" } });
    expect(confirm({ at: "2", field: "gradeLevel" }).fields).toEqual({ gradeLevel: "2" });
    expect(confirm({ at: "1", field: "stateId" })).toMatchObject({ id: undefined, fields: { stateId: "1" } });
  });

  it("are those of the list they were confirmed in, not of another list on the page", () => {
    const code = { at: "2", field: "id", headers: ["Code"] };
    expect(confirm({ at: "0", field: "name", headers: ["student ▲"] }, code).id).toBe("2");
    expect(confirm({ at: "0", field: "name", headers: ["Teacher"] }, code).id).toBe("1");
  });

  it("mean nothing where that was said", () => {
    expect(confirm({ at: "3", field: "none" }, { at: "1", field: "none" })).toEqual({
      name: "0",
      id: undefined,
      fields: {},
    });
  });
});
