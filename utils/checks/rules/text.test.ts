import { describe, expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { undoMisreading } from "../damaged-text.ts";
import { runChecks } from "../run-checks.ts";

const raised = async (example: Example): Promise<string[]> =>
  (await runChecks(contextOf(example))).findings.map(({ rule, args }) => `${rule} ${args.column}`);

const student = (more: Record<string, string>): Example => ({
  rows: { "users.csv": [{ sourcedId: "P1", ...more }] },
});
const klass = (more: Record<string, string>): Example => ({
  rows: { "classes.csv": [{ sourcedId: "H1", ...more }] },
});

describe("text", () => {
  it.each([
    ["MuÃ±oz", "Muñoz"],
    ["GarcÃ\u00ADa", "García"],
    ["JOSÃ‰", "JOSÉ"],
    ["Oâ€™Brien", "O’Brien"],
    ["Å\u00A0imon", "Šimon"],
  ])("%s was %s", (text, meant) => {
    expect(undoMisreading(text)).toBe(meant);
  });

  it.each(["Muñoz", "JOÃO", "Ångström", "Â", "Nº 5", "山田", "Zoë’s", "Škoda"])(
    "%s is as it was typed",
    (text) => {
      expect(undoMisreading(text)).toBeUndefined();
    },
  );

  it.each<[string, Record<string, string>, string[]]>([
    ["a lost letter", { familyName: "Mu\uFFFDoz" }, ["damaged-text familyName"]],
    ["a soft hyphen that belongs to damage", { givenName: "MarÃ\u00ADa" }, ["damaged-text givenName"]],
    ["a no-break space in a name", { givenName: "Ana\u00A0Luz" }, ["hidden-character givenName"]],
    ["no width in a username", { username: "p\u200B1" }, ["hidden-character username"]],
    ["a full-width username", { username: "ｐ１" }, ["hidden-character username"]],
    ["a full-width name", { givenName: "Ａｎａ" }, []],
    ["a joiner of Persian", { givenName: "علی\u200Cرضا" }, []],
    ["a blank after a username", { username: "p1 " }, ["blank-around-value username"]],
    ["a blank after a name", { givenName: "Ana " }, []],
    ["a person called Null", { familyName: "NULL" }, []],
    ["a mark for a name", { middleName: "-" }, ["placeholder-value middleName"]],
    ["a word for an identifier", { identifier: "NULL" }, ["placeholder-value identifier"]],
    ["a word that only holds one", { identifier: "NULL-7" }, []],
  ])("of a student: %s", async (_what, values, expected) => {
    expect(await raised(student(values))).toEqual(expected);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ["a line break", { location: "Room\n12" }, ["hidden-character location"]],
    ["a no-break space in a title", { title: "Ortiz\u00A0AM" }, []],
    ["semicolons in grades", { grades: "PK;KG" }, ["list-separator-wrong grades"]],
    ["blanks in grades", { grades: "PK KG" }, ["list-separator-wrong grades"]],
    ["a blank after a comma", { grades: "PK, KG" }, []],
    ["what no other mark mends", { grades: "PK;Zebra" }, ["enum-value-unknown grades"]],
    ["a bar in terms", { termSourcedIds: "Y27|Y27" }, ["list-separator-wrong termSourcedIds"]],
    ["a semicolon in a subject", { subjects: "Reading; Writing" }, []],
    ["a grade twice", { grades: "PK,KG,PK" }, ["list-item-repeated grades"]],
    ["a period twice", { periods: "1,1" }, []],
    [
      "two subjects and one code",
      { subjects: "A,B", subjectCodes: "1" },
      ["subjects-and-codes-differ subjectCodes"],
    ],
    ["subjects without codes", { subjects: "A,B" }, []],
  ])("of a class: %s", async (_what, values, expected) => {
    expect(await raised(klass(values))).toEqual(expected);
  });
});
