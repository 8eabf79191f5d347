import * as z from "zod";
import type { BenchFile } from "./columns.ts";

/**
 * The peer's schemas: the whole of zod 4 on one object a row, as its documentation teaches. Cells are text; an optional
 * cell may be empty. OneRoster 1.1: IMS CSV tables.
 */

const id = z.string().regex(/^[0-9A-Za-z./@_-]{1,255}$/);
const optionalId = z.string().regex(/^[0-9A-Za-z./@_-]{0,255}$/);
const ids = z.string().regex(/^[0-9A-Za-z./@_-]{1,255}(,[0-9A-Za-z./@_-]{1,255})*$/);
const empty = z.literal("");
const filled = z.string().min(1);
const text = z.string();
const date = z.iso.date();
const yesNo = z.enum(["true", "false", ""]);
const commaList = z.string().refine((cell) => cell === "" || cell.split(",").every((part) => part !== ""));
const gradeNames = new Set(
  [
    "IT",
    "PR",
    "PK",
    "TK",
    "KG",
    "01",
    "02",
    "03",
    "04",
    "05",
    "06",
    "07",
    "08",
    "09",
    "10",
    "11",
    "12",
    "13",
  ].concat(["PS", "UG", "Other"]),
);
const gradeList = z
  .string()
  .refine((cell) => cell === "" || cell.split(",").every((grade) => gradeNames.has(grade)));

/** A bulk package leaves status and dateLastModified blank. */
const head = { sourcedId: id, status: empty, dateLastModified: empty };

export const rowSchemas: Record<BenchFile, z.ZodType> = {
  manifest: z.object({
    propertyName: z.string().regex(/^(manifest\.version|oneroster\.version|source\.\w+|file\.\w+)$/),
    value: filled,
  }),
  academicSessions: z.object({
    ...head,
    title: filled,
    type: z.enum(["gradingPeriod", "semester", "schoolYear", "term"]),
    startDate: date,
    endDate: date,
    parentSourcedId: optionalId,
    schoolYear: z.string().regex(/^(19|20|21)\d{2}$/),
  }),
  orgs: z.object({
    ...head,
    name: filled,
    type: z.enum(["department", "school", "district", "local", "state", "national"]),
    identifier: text,
    parentSourcedId: optionalId,
  }),
  courses: z.object({
    ...head,
    schoolYearSourcedId: optionalId,
    title: filled,
    courseCode: text,
    grades: gradeList,
    orgSourcedId: id,
    subjects: commaList,
    subjectCodes: commaList,
  }),
  classes: z.object({
    ...head,
    title: filled,
    grades: gradeList,
    courseSourcedId: id,
    classCode: text,
    classType: z.enum(["homeroom", "scheduled"]),
    location: text,
    schoolSourcedId: id,
    termSourcedIds: ids,
    subjects: commaList,
    subjectCodes: commaList,
    periods: commaList,
  }),
  users: z.object({
    ...head,
    enabledUser: z.enum(["true", "false"]),
    orgSourcedIds: ids,
    role: z.enum([
      "administrator",
      "aide",
      "guardian",
      "parent",
      "proctor",
      "relative",
      "student",
      "teacher",
    ]),
    username: filled,
    userIds: z.string().regex(/^$|^\{[^:{}]+:[^{},]+\}(,\{[^:{}]+:[^{},]+\})*$/),
    givenName: filled,
    familyName: filled,
    middleName: text,
    identifier: text,
    email: z.email().or(empty),
    sms: text,
    phone: text,
    agentSourcedIds: ids.or(empty),
    grades: gradeList,
    password: text,
  }),
  enrollments: z.object({
    ...head,
    classSourcedId: id,
    schoolSourcedId: id,
    userSourcedId: id,
    role: z.enum(["administrator", "proctor", "student", "teacher"]),
    primary: yesNo,
    beginDate: date.or(empty),
    endDate: date.or(empty),
  }),
  demographics: z.object({
    ...head,
    birthDate: date.or(empty),
    sex: z.enum(["male", "female", ""]),
    americanIndianOrAlaskaNative: yesNo,
    asian: yesNo,
    blackOrAfricanAmerican: yesNo,
    nativeHawaiianOrOtherPacificIslander: yesNo,
    white: yesNo,
    demographicRaceTwoOrMoreRaces: yesNo,
    hispanicOrLatinoEthnicity: yesNo,
    countryOfBirthCode: text,
    stateOfBirthAbbreviation: text,
    cityOfBirth: text,
    publicSchoolResidenceStatus: text,
  }),
};
