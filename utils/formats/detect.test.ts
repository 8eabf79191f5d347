import { describe, expect, it } from "vitest";
import { cliEngageWorkbook } from "./cli-engage-workbook.ts";
import { detect, type SeenFile } from "./detect.ts";
import { oneRoster11 } from "./oneroster-1.1.ts";

const file = (role: string, name = `${role}.csv`, header?: string[]): SeenFile => ({
  name,
  header:
    header ?? oneRoster11.files.find((spec) => spec.role === role)?.fields.map((field) => field.name) ?? [],
  rows: 3,
});
const six = ["orgs", "users", "classes", "enrollments", "demographics", "academicSessions"];

describe("detect", () => {
  it("knows OneRoster 1.1 by its headers", () => {
    const found = detect([...six, "courses", "manifest"].map((role) => file(role)));
    expect(found.id).toBe("oneroster-1.1");
    expect(found.confidence).toBe(1);
    expect(found.roles).toHaveLength(8);
  });

  it("goes by the columns when names lie, differ in case or stand in a folder", () => {
    const found = detect([
      file("users", "feed.zip/export/USERS.CSV"),
      file("classes", "students (1).csv"),
      file("enrollments", "a\\b\\Enrollments.csv"),
    ]);
    expect(Object.fromEntries(found.roles.map(({ file: name, role }) => [role, name]))).toEqual({
      users: "feed.zip/export/USERS.CSV",
      classes: "students (1).csv",
      enrollments: "a\\b\\Enrollments.csv",
    });
    expect(found.evidence.join("\n")).toContain("students (1).csv has the columns of classes.csv");
  });

  it("lets a name decide between equal columns", () => {
    const header = ["sourcedId", "status", "dateLastModified", "title"];
    const found = detect([...six.map((role) => file(role)), file("categories", "categories.csv", header)]);
    expect(found.roles).toContainEqual({ file: "categories.csv", role: "categories" });
  });

  it.each([
    ["the receiver is known", { system: "cli-engage" }, "cli-engage"],
    ["every class is a homeroom", { classTypes: ["homeroom"] }, "cli-engage"],
    ["some class is no homeroom", { classTypes: ["homeroom", "scheduled"] }, "oneroster-1.1"],
    ["nothing is known", {}, "oneroster-1.1"],
  ])("tells CLI Engage's package from OneRoster's when %s", (_name, options, id) => {
    expect(
      detect(
        six.map((role) => file(role)),
        options,
      ).id,
    ).toBe(id);
  });

  it("takes a whole OneRoster package of homerooms for OneRoster", () => {
    const all = [...six, "courses", "manifest"].map((role) => file(role));
    expect(detect(all, { classTypes: ["homeroom"] }).id).toBe("oneroster-1.1");
  });

  it("knows the flat roster, also through the LEA's own headers", () => {
    const fields = cliEngageWorkbook.files[0]?.fields.map(({ name }) => name) ?? [];
    expect(detect([{ name: "roster.xlsx/Sheet1", header: fields, rows: 5 }]).id).toBe("cli-engage-workbook");
    const theirs = fields.map((name) => `LEA ${name.length} ${name[0]}${name.at(-1)}`);
    const columns = Object.fromEntries(theirs.map((name, index) => [name, fields[index] ?? ""]));
    expect(detect([{ name: "any.csv", header: theirs, rows: 5 }]).id).toBe("unknown");
    expect(detect([{ name: "any.csv", header: theirs, rows: 5 }], { columns }).id).toBe(
      "cli-engage-workbook",
    );
  });

  it("names the nearest instead of guessing", () => {
    const found = detect([file("users", "users.csv", ["sourcedId", "givenName", "mascot", "color"])]);
    expect(found).toMatchObject({ id: "unknown", format: undefined, roles: [] });
    expect(found.evidence[0]).toMatch(/^nearest is /);
  });

  it.each([
    ["OneRoster 1.0", ["sourcedId", "status", "role", "agents", "schoolYearId"]],
    ["Microsoft SDS 2", ["sourcedId", "orgSourcedIds", "givenName", "familyName", "role", "grade"]],
  ])("names %s when it meets it, and does not check it", (title, header) => {
    const found = detect([{ name: "users.csv", header, rows: 1 }]);
    expect(found.id).toBe("unknown");
    expect(found.evidence[0]).toContain(title);
  });

  it("knows the British form of SDS 1 by its own names", () => {
    const found = detect([
      file("School", "School.csv", ["DfE Number", "Name"]),
      file("Section", "Section.csv", ["ID", "School DfE Number", "Section Name"]),
      file("Student", "Student.csv", ["ID", "School DfE Number", "Username"]),
      file("StudentEnrollment", "StudentEnrollment.csv", ["Section ID", "ID"]),
    ]);
    expect(found.id).toBe("sds-1");
    expect(found.roles).toHaveLength(4);
  });

  it("says nothing of files without a header", () => {
    expect(detect([])).toMatchObject({ id: "unknown", confidence: 0, evidence: [] });
    expect(detect([{ name: "users.csv", header: [], rows: 0 }]).id).toBe("unknown");
  });

  it("only hands out roles when the format is given", () => {
    const found = detect([file("orgs", "orgs.csv", ["sourcedId", "name", "type"])], { format: oneRoster11 });
    expect(found).toMatchObject({ id: "oneroster-1.1", roles: [{ file: "orgs.csv", role: "orgs" }] });
  });
});
