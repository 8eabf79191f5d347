import type { Row } from "../package.ts";
import type { Planted, Plot } from "../plot.ts";
import { byFormat, cell, overwrite, valueFault } from "./cells.ts";
import { type ByFormat, type Fault, type Plant, pickFor } from "./fault.ts";
import { copyStudent, isStudent, isTeacher } from "./one-roster-records.ts";

/** Faults in who is who. */

const nobody = "the format has no such column of people";
const single = (row: Row): boolean => (row.Contact_name ?? "") === "";

/** A teacher stands beside each of the class's students: the first of these rows is the teacher's. */
const isFirstOfTeacher = (row: Row, rows: readonly Row[]): boolean =>
  rows.find((one) => one.Teacher_Internal_ID === row.Teacher_Internal_ID) === row;

const at = (plot: Plot, role: string, row: Row, column: string) => ({ file: plot.file(role), row, column });

/** Two students get one value. */
const share =
  (
    cells: ByFormat<[role: string, column: string, fits?: (row: Row, rows: readonly Row[]) => boolean]>,
  ): Plant =>
  (plot) => {
    const found = pickFor(cells, plot.format);
    if (found === undefined) return nobody;
    const [role, column, fits = () => true] = found;
    const { rows } = plot.file(role);
    const one = plot.take(role, (row) => fits(row, rows) && (row[column] ?? "") !== "");
    const other = plot.take(role, (row) => fits(row, rows) && row !== one && row[column] !== one[column]);
    other[column] = one[column] ?? "";
    const [first, second] = rows.indexOf(one) < rows.indexOf(other) ? [one, other] : [other, one];
    return [
      {
        spot: at(plot, role, first, column),
        also: [at(plot, role, second, column)],
        note: "two people have the value",
      },
    ];
  };

const addCopy = (plot: Plot, role: string, source: Row, changes: Row, column: string): Planted[] => [
  {
    spot: at(plot, role, plot.add(role, { ...source, ...changes }), column),
    note: "the same person was added under another id",
  },
];

export const peopleFaults: readonly Fault[] = [
  valueFault(
    "age-against-grade",
    {
      oneroster: cell(
        "users",
        "grades",
        (row) => isStudent(row) && /^(PK|KG|0[1-5])$/.test(row.grades ?? ""),
      ),
      clever: cell(
        "students",
        "Grade",
        (row) => single(row) && /^([1-5]|Kindergarten)$/.test(row.Grade ?? ""),
      ),
      sds1: cell("Student", "Grade", (row) => /^([1-5]|KG)$/.test(row.Grade ?? "")),
      sds21: cell("roles", "grade", (row) => row.role === "student" && /^(KG|0[1-5])$/.test(row.grade ?? "")),
      workbook: cell("roster", "Student_Grade_Level"),
    },
    "12",
    () => nobody,
  ),
  valueFault(
    "birth-date-implausible",
    {
      oneroster: cell("demographics", "birthDate"),
      clever: cell("students", "DOB", single),
      sds1: cell("Student", "Birthdate"),
      sds21: cell("demographics", "birthDate"),
      workbook: cell("roster", "Student_Birth_Date"),
    },
    {
      oneroster: "2202-03-09",
      clever: "03/09/2202",
      sds1: "2202-03-09",
      sds21: "2202-03-09",
      workbook: "2202-03-09",
    },
    () => nobody,
  ),
  {
    rule: "email-of-two-people",
    plant: share({
      oneroster: ["users", "email", isStudent],
      clever: ["students", "Student_email", single],
      sds21: ["users", "email", (row) => (row.phone ?? "") === "" && row.sourcedId?.startsWith("T") !== true],
      workbook: ["roster", "Teacher_Primary_Email", isFirstOfTeacher],
    }),
  },
  {
    rule: "username-of-two-people",
    plant: share({
      oneroster: ["users", "username", isStudent],
      clever: ["students", "Username", single],
      sds1: ["Student", "Username"],
      sds21: [
        "users",
        "username",
        (row) => (row.phone ?? "") === "" && row.sourcedId?.startsWith("T") !== true,
      ],
    }),
  },
  {
    rule: "number-of-two-people",
    plant: share({
      oneroster: ["users", "identifier", isStudent],
      clever: ["students", "Student_number", single],
      sds1: ["Student", "Student Number"],
    }),
  },
  {
    rule: "state-id-of-two-people",
    plant: share({
      clever: ["students", "State_id", single],
      sds1: ["Student", "State ID"],
      workbook: ["roster", "Student_State_Unique_ID"],
    }),
  },
  {
    rule: "duplicate-person",
    plant: byFormat(
      {
        oneroster: (plot) => {
          const row = copyStudent(plot, plot.take("users", isStudent), {});
          return [
            {
              spot: at(plot, "users", row, "sourcedId"),
              note: "the same student was added under another id",
            },
          ];
        },
        clever: (plot) =>
          addCopy(
            plot,
            "students",
            plot.take("students", single),
            { Student_id: `07${plot.fresh()}1`, Username: "", Student_email: "", Student_number: "" },
            "Student_id",
          ),
        sds1: (plot) =>
          addCopy(
            plot,
            "Student",
            plot.take("Student"),
            { "SIS ID": `07${plot.fresh()}1`, Username: `new${plot.fresh()}`, "Student Number": "" },
            "SIS ID",
          ),
        sds21: (plot) => {
          const source = plot.take("users", (row) => row.sourcedId?.startsWith("T") === true);
          const id = `T${plot.fresh()}001`;
          for (const role of plot.rows("roles", ({ userSourcedId }) => userSourcedId === source.sourcedId)) {
            plot.add("roles", { ...role, userSourcedId: id });
          }
          return addCopy(
            plot,
            "users",
            source,
            { sourcedId: id, username: `new${id}@bluebonnetisd.example` },
            "sourcedId",
          );
        },
        workbook: (plot) =>
          addCopy(
            plot,
            "roster",
            plot.take("roster"),
            { Student_Internal_ID: `07${plot.fresh()}1` },
            "Student_Internal_ID",
          ),
      },
      nobody,
    ),
  },
  {
    rule: "student-also-staff",
    plant: byFormat(
      {
        oneroster: (plot) => {
          const teacher = plot.take("users", isTeacher);
          const student = plot.take("users", isStudent);
          for (const column of ["givenName", "familyName", "identifier"])
            teacher[column] = student[column] ?? "";
          return [
            {
              spot: at(plot, "users", student, "sourcedId"),
              note: "a teacher has the student's names and number",
            },
          ];
        },
        sds21: (plot) => {
          const [student] = plot.rows("roles", ({ role }) => role === "student") as [Row];
          const row = plot.add("roles", { ...student, role: "teacher", isPrimary: "false", grade: "" });
          const [user] = plot.rows("users", ({ sourcedId }) => sourcedId === row.userSourcedId) as [Row];
          return [{ spot: at(plot, "users", user, "sourcedId"), note: "a role of a teacher was added" }];
        },
      },
      "students and staff stand in files of their own, or only students are listed",
    ),
  },
  {
    rule: "record-rows-differ",
    plant: byFormat(
      {
        clever: (plot) => {
          const source = plot.take(
            "students",
            ({ Contact_name }) => Contact_name?.startsWith("Luz ") === true,
          );
          source.Home_language = "French";
          return [
            { spot: at(plot, "students", source, "Home_language"), note: "the student's other row differs" },
          ];
        },
      },
      "a record has one row",
    ),
  },
  {
    rule: "receiver-limit-exceeded",
    plant: byFormat(
      {
        clever: (plot) => {
          const source = plot.take("students", single);
          source.Contact_name = "Contact 0";
          const rows = Array.from({ length: 5 }, (_, i) =>
            plot.add("students", { ...source, Contact_name: `Contact ${i + 1}` }),
          );
          return [
            {
              spot: { file: plot.file("students") },
              note: `student ${source.Student_id} has ${rows.length + 1} contacts`,
            },
          ];
        },
      },
      "no limit is published, or it takes more than 200,000 records to pass it",
    ),
  },
  {
    rule: "dangling-reference",
    plant: byFormat(
      {
        oneroster: (plot) => overwrite(plot, cell("users", "agentSourcedIds", isStudent), "G-NOBODY"),
        clever: (plot) => overwrite(plot, cell("sections", "Teacher_2_id"), "T-NOBODY"),
        sds1: (plot) => overwrite(plot, cell("guardianrelationship", "Email"), "nobody@example.com"),
        sds21: (plot) => overwrite(plot, cell("classes", "courseSourcedId"), "NO-COURSE"),
        ohio: (plot) => {
          const [model] = plot.clean("enrollments") as [Row];
          const row = plot.add("enrollments", { ...model, class_id: "C-NOBODY" });
          return [{ spot: at(plot, "enrollments", row, "class_id"), note: "an enrollment was added" }];
        },
      },
      "no column refers to another file",
    ),
  },
];
