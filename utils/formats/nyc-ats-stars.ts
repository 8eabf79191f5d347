import { fieldsFrom, filesFrom } from "./field-makers.ts";
import type { Field, Format } from "./format.ts";

/**
 * New York City: what the caseloads of a school portal are made of. The columns of the registration extract are published;
 * those of the RACL, the pedagogue file and the STARS program are not, so ours are proposed, and a school maps its own
 * headers to them.
 */

const extract = "Published column definitions of a STARS registration extract";
const source =
  "Proposed by Rosterguard from published descriptions of ATS, STARS and the New Visions Portal; no column list is public";
const proposed = fieldsFrom(source, false);
const published = fieldsFrom(extract);
const file = filesFrom({ columnOrder: "free", extensible: false, source });

const also = (...aliases: string[]): Partial<Field> => ({ aliases });

/** District, borough (Manhattan, Bronx, Brooklyn, Queens, Staten Island) and school: 02M475. */
const dbn: Partial<Field> = {
  pattern: {
    source: "\\d{2}[MXKQR]\\d{3}",
    says: "a two-digit district, a borough letter (M, X, K, Q or R) and a three-digit school number, as in 02M475",
    saysEs:
      "un distrito de dos cifras, una letra de condado (M, X, K, Q o R) y un número de escuela de tres cifras, como 02M475",
  },
};

/** No check digit is published, so none is computed. */
const osis: Partial<Field> = {
  digits: 9,
  pattern: { source: "\\d{9}", says: "nine digits", saysEs: "nueve cifras" },
};

const schoolYear: Partial<Field> = {
  pattern: {
    source: "20\\d{2}",
    says: "the year in which the school year begins, as in 2026",
    saysEs: "el año en que empieza el año escolar, como 2026",
  },
};

const grades = ["PK", "0K", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
const terms = ["1", "2", "3"];

const moment: Partial<Field> = {
  pattern: {
    source: "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,7})?",
    says: "a date and a time, as in 2026-09-08 07:30:00.000000",
    saysEs: "una fecha y una hora, como 2026-09-08 07:30:00.000000",
  },
};

/** The pattern of an official class is not documented: letters and digits, four at most. */
const officialClass: Partial<Field> = {
  pattern: {
    source: "[0-9A-Za-z]{1,4}",
    says: "one to four letters and digits",
    saysEs: "de una a cuatro letras y cifras",
  },
  aliases: ["Official Class", "Off Cls", "OffCls", "Class", "Homeroom"],
};

const school = (): Field =>
  proposed("SchoolDBN", "string", "yes", { ...dbn, aliases: ["DBN", "School DBN", "School"] });

const racl = file("racl", [
  school(),
  proposed("OfficialClass", "string", "yes", officialClass),
  // Blank for a class to which ATS assigns nobody.
  proposed("TeacherName", "string", "no", also("Teacher", "Teacher Name", "Advisor", "Official Teacher")),
  proposed("GradeLevel", "enum", "no", { values: grades, ...also("Grade", "Grade Level") }),
  proposed("StudentID", "string", "no", { ...osis, ...also("OSIS", "OSIS Number", "Student ID") }),
  proposed("StudentName", "string", "no", also("Student", "Student Name")),
]);

const pedagogues = file(
  "pedagogues",
  [
    school(),
    // Without one, a teacher cannot be followed to an e-mail address.
    proposed("EISNumber", "string", "no", also("EIS", "EIS ID", "EIS Number", "File Number", "File No")),
    proposed("LastName", "string", "yes", also("Last Name", "Last")),
    proposed("FirstName", "string", "yes", also("First Name", "First")),
    proposed("TeacherNickname", "string", "no", also("Nickname", "Teacher Nickname", "STARS Nickname")),
    proposed("Email", "email", "no", also("E-mail", "DOE Email", "Email Address")),
  ],
  { fileName: "pedagogue.csv", required: "yes", certain: false },
);

const program = file(
  "program",
  [
    school(),
    // STARS counts by the autumn; OneRoster by the year in which the school year ends.
    proposed("SchoolYear", "string", "yes", { ...schoolYear, ...also("School Year", "Year") }),
    proposed("TermId", "enum", "yes", { values: terms, ...also("Term", "Term ID") }),
    proposed("StudentID", "string", "yes", { ...osis, ...also("OSIS", "OSIS Number", "Student ID") }),
    proposed("LastName", "string", "no", also("Last Name", "Last")),
    proposed("FirstName", "string", "no", also("First Name", "First")),
    proposed("GradeLevel", "enum", "no", { values: grades, ...also("Grade", "Grade Level") }),
    proposed("OfficialClass", "string", "no", officialClass),
    proposed("CourseCode", "string", "yes", {
      pattern: {
        source: "[0-9A-Za-z]{1,9}",
        says: "one to nine letters and digits",
        saysEs: "de una a nueve letras y cifras",
      },
      ...also("Course", "Course Code"),
    }),
    proposed("SectionId", "string", "yes", also("Section", "Section ID", "Sec")),
    proposed("TeacherNickname", "string", "yes", also("Nickname", "Teacher Nickname", "Teacher")),
  ],
  {
    fileName: "stars-program.csv",
    // Two teachers of one section are two rows.
    keys: [["SchoolDBN", "SchoolYear", "TermId", "StudentID", "CourseCode", "SectionId", "TeacherNickname"]],
  },
);

const registration = file(
  "registration",
  [
    published("CourseCode", "string", "yes", {
      pattern: {
        source: "[0-9A-Za-z]{1,9}",
        says: "one to nine letters and digits",
        saysEs: "de una a nueve letras y cifras",
      },
    }),
    published("SchoolDBN", "string", "yes", dbn),
    published("FirstName", "string", "yes"),
    published("LastName", "string", "yes"),
    published("StudentID", "string", "yes", osis),
    published("AssignedSectionId", "float", "yes", { range: { min: 0, max: 99 } }),
    published("LEPFlag", "enum", "yes", { values: ["0", "1"] }),
    // Kindergarten is printed OK in the published text, which is taken for 0K.
    published("GradeLevel", "enum", "yes", { values: grades, certain: false }),
    published("CreatedDate", "string", "yes", moment),
    published("UpdatedDate", "string", "no", moment),
    published("SchoolYear", "string", "yes", schoolYear),
    published("TermId", "enum", "yes", { values: terms }),
    published("GUID", "string", "yes", {
      pattern: {
        source: "\\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}?",
        says: "a GUID of 32 hexadecimal digits in five groups",
        saysEs: "un GUID de 32 cifras hexadecimales en cinco grupos",
      },
    }),
    published("StudentDOEEmail", "email"),
  ],
  { fileName: "stars-registration.csv", source: extract },
);

const placement = { oneOf: "racl-or-program", certain: false } as const;

export const nycAtsStars: Format = {
  id: "nyc-ats-stars",
  title: "New York City ATS and STARS",
  version: "proposed",
  files: [{ ...racl, ...placement }, pedagogues, { ...program, ...placement }, registration],
};
