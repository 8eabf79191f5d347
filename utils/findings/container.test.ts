import { expect, test } from "vitest";
import { containerOf, nameFilesOf } from "./container.ts";

test.each([
  ["one zip", ["a.zip/users.csv", "a.zip/classes.csv"], "a.zip/"],
  ["a zip that was cut short", ["a.zip", "a.zip/users.csv"], "a.zip/"],
  ["a zip in a folder", ["nightly/A.ZIP/users.csv"], "nightly/A.ZIP/"],
  ["a zip in a zip", ["a.zip/b.zip/users.csv"], "a.zip/b.zip/"],
  ["two zips", ["a.zip/users.csv", "b.zip/users.csv"], ""],
  ["a zip and a loose file", ["a.zip/users.csv", "users.csv"], ""],
  ["loose files", ["users.csv", "classes.csv"], ""],
  ["a folder", ["nightly/users.csv"], ""],
  ["a workbook", ["roster.xlsx/Sheet1"], ""],
  ["a zip alone", ["a.zip"], ""],
  ["nothing", [], ""],
])("the container of %s", (_of, names, container) => expect(containerOf(names)).toBe(container));

test("a file is named without the container that all share, and whole otherwise", () => {
  expect(nameFilesOf(["a.zip/users.csv", "a.zip/in/orgs.csv"])("a.zip/in/orgs.csv")).toBe("in/orgs.csv");
  expect(nameFilesOf(["a.zip/users.csv", "orgs.csv"])("a.zip/users.csv")).toBe("a.zip/users.csv");
});
