import { describe, expect, it } from "vitest";
import { nameByMarks, purposeOf } from "./control-purpose.ts";

describe("what a control is for", () => {
  it.each([
    [["Add a student ..."], [], "add"],
    [["Inscribir"], [], "add"],
    [["×"], [], "remove"],
    [["Withdraw checked"], [], "remove"],
    [["Move to the other room"], [], "move"],
    [["Edit"], [], "change"],
    [["Save changes"], [], "save"],
    [["Guardar"], [], "save"],
    [[], ["icon", "drop"], "remove"],
    [[], ["fa-pencil"], "change"],
  ] as const)("%j with marks %j is %s", (names, marks, purpose) => {
    expect(purposeOf(names, marks)).toBe(purpose);
  });

  it.each([
    [["Details"], ["delete"]],
    [["Print"], []],
    [["Add a note"], []],
    [["Remove filter"], []],
    [[], ["icon", "grip"]],
    [[], []],
  ] as const)("%j with marks %j is none of a roster's", (names, marks) => {
    expect(purposeOf(names, marks)).toBeUndefined();
  });

  it("is called by the word of its markup that says what it does", () => {
    expect(nameByMarks(["icon", "btn-drop"])).toBe("drop");
    expect(nameByMarks(["icon", "grip"])).toBe("");
  });
});
