import type { BenchFile } from "./columns.ts";

/** What a cell must be, in SQL over column C that is NULL when blank; the same as `obvious-schemas.ts` says in zod. */
type Kind = { required: boolean; fits?: string };

const matches = (pattern: string): string => `regexp_full_match(C, '${pattern}')`;
const oneOf = (words: string): string =>
  `C IN (${words
    .split(" ")
    .map((word) => `'${word}'`)
    .join(", ")})`;

const id = "[0-9A-Za-z./@_-]+";
const anId = `(${matches(id)} AND length(C) <= 255)`;
const grade = "(IT|PR|PK|TK|KG|0[1-9]|1[0-3]|PS|UG|Other)";
const isDay = `(${matches("\\d{4}-\\d{2}-\\d{2}")} AND try_cast(C AS DATE) IS NOT NULL)`;
const noBlankItem = "NOT (starts_with(C, ',') OR ends_with(C, ',') OR contains(C, ',,'))";
const isEmail = `(${matches("[A-Za-z0-9_''+.-]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*[.])+[A-Za-z]{2,}")}
  AND NOT starts_with(C, '.') AND NOT contains(C, '..'))`;

const filled: Kind = { required: true };
const key: Kind = { required: true, fits: anId };
const optional = (fits: string): Kind => ({ required: false, fits });
const required = (fits: string): Kind => ({ required: true, fits });
const day = required(isDay);
const yesNo = optional(oneOf("true false"));
const ids = matches(`${id}(,${id})*`);
const grades = optional(matches(`${grade}(,${grade})*`));
const list = optional(noBlankItem);
/** A bulk package leaves these columns empty. */
const blank = optional("C IS NULL");

const bulk = { sourcedId: key, status: blank, dateLastModified: blank };

const cells: Record<BenchFile, Record<string, Kind>> = {
  manifest: {
    propertyName: required(matches("(manifest|oneroster)[.]version|(source|file)[.]\\w+")),
    value: filled,
  },
  academicSessions: {
    ...bulk,
    title: filled,
    type: required(oneOf("gradingPeriod semester schoolYear term")),
    startDate: day,
    endDate: day,
    parentSourcedId: optional(anId),
    schoolYear: required(matches("(19|20|21)\\d{2}")),
  },
  orgs: {
    ...bulk,
    name: filled,
    type: required(oneOf("department school district local state national")),
    parentSourcedId: optional(anId),
  },
  courses: {
    ...bulk,
    schoolYearSourcedId: optional(anId),
    title: filled,
    grades,
    orgSourcedId: key,
    subjects: list,
    subjectCodes: list,
  },
  classes: {
    ...bulk,
    title: filled,
    grades,
    courseSourcedId: key,
    classType: required(oneOf("homeroom scheduled")),
    schoolSourcedId: key,
    termSourcedIds: required(ids),
    subjects: list,
    subjectCodes: list,
    periods: list,
  },
  users: {
    ...bulk,
    enabledUser: required(oneOf("true false")),
    orgSourcedIds: required(ids),
    role: required(oneOf("administrator aide guardian parent proctor relative student teacher")),
    username: filled,
    userIds: optional(matches("[{][^:{}]+:[^{},]+[}](,[{][^:{}]+:[^{},]+[}])*")),
    givenName: filled,
    familyName: filled,
    email: optional(isEmail),
    agentSourcedIds: optional(ids),
    grades,
  },
  enrollments: {
    ...bulk,
    classSourcedId: key,
    schoolSourcedId: key,
    userSourcedId: key,
    role: required(oneOf("administrator proctor student teacher")),
    primary: yesNo,
    beginDate: optional(isDay),
    endDate: optional(isDay),
  },
  demographics: {
    ...bulk,
    birthDate: optional(isDay),
    sex: optional(oneOf("male female")),
    americanIndianOrAlaskaNative: yesNo,
    asian: yesNo,
    blackOrAfricanAmerican: yesNo,
    nativeHawaiianOrOtherPacificIslander: yesNo,
    white: yesNo,
    demographicRaceTwoOrMoreRaces: yesNo,
    hispanicOrLatinoEthnicity: yesNo,
  },
};

/** Conditions on a row of the file, by the kind of fault each counts. */
export const faultsOf = (file: BenchFile): { kind: string; isFault: string }[] =>
  Object.entries(cells[file]).flatMap(([column, { required, fits }]) => {
    const name = `"${column}"`;
    const wrong = column === "status" || column === "dateLastModified" ? "filled" : "invalid";
    return [
      ...(required ? [{ kind: `missing ${file}.${column}`, isFault: `${name} IS NULL` }] : []),
      ...(fits === undefined
        ? []
        : [{ kind: `${wrong} ${file}.${column}`, isFault: `NOT (${fits.replaceAll(/\bC\b/g, name)})` }]),
    ];
  });
