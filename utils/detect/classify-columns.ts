import { type ColumnKind, foldWords, kindsOfHeader } from "./header-words.ts";
import { hasTitle, looksLikeName, looksLikePartName } from "./split-name.ts";
import {
  isAttendance,
  isDate,
  isEmail,
  isGradeLevel,
  isIdLike,
  isLeft,
  isMark,
  isSchoolBirthDate,
  isStaffRole,
  isStudentRole,
  isTimeOfDay,
} from "./value-kinds.ts";

/** A column as text: its key, what it is called, its value in each row ("" where it has none). */
export type TextColumn = { key: string; header: string; values: readonly string[] };

/** Shares of a column's filled values, 0 to 1, that look like this or that. */
export type ColumnFacts = {
  key: string;
  header: string;
  values: readonly string[];
  kinds: readonly ColumnKind[];
  /** Filled values of all rows. */
  fill: number;
  /** Distinct values of the filled ones. */
  distinct: number;
  name: number;
  partName: number;
  id: number;
  gradeLevel: number;
  birthDate: number;
  date: number;
  mark: number;
  attendance: number;
  email: number;
  time: number;
  staffRole: number;
  studentRole: number;
  left: number;
  titled: number;
  /** 1, 2, 3 ...: the number of the row, not of the person. */
  isOrdinal: boolean;
};

/** Values looked at for a column's kind; all are for what must be distinct. */
const sampled = 240;

export const factsOf = ({ key, header, values }: TextColumn, thisYear: number): ColumnFacts => {
  // A header repeated among the rows is no value.
  const own = foldWords(header);
  const filled = values.filter(
    (value) => value !== "" && (own === "" || value.length > header.length + 2 || foldWords(value) !== own),
  );
  const step = Math.max(1, Math.floor(filled.length / sampled));
  const some = filled.filter((_, at) => at % step === 0);
  const share = (test: (value: string) => boolean) =>
    some.length === 0 ? 0 : some.filter(test).length / some.length;
  return {
    key,
    header,
    values,
    kinds: kindsOfHeader(header),
    fill: values.length === 0 ? 0 : filled.length / values.length,
    distinct: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
    name: share(looksLikeName),
    partName: share(looksLikePartName),
    id: share(isIdLike),
    gradeLevel: share(isGradeLevel),
    birthDate: share((value) => isSchoolBirthDate(value, thisYear)),
    date: share(isDate),
    mark: share(isMark),
    attendance: share(isAttendance),
    email: share(isEmail),
    time: share(isTimeOfDay),
    staffRole: share(isStaffRole),
    studentRole: share(isStudentRole),
    left: share(isLeft),
    titled: share(hasTitle),
    isOrdinal: isOrdinal(filled),
  };
};

const isOrdinal = (filled: readonly string[]): boolean => {
  const first = Number(filled[0]);
  return (
    filled.length > 1 &&
    filled[0]!.length <= 4 &&
    first <= 9999 &&
    filled.every((value, at) => /^\d{1,5}\.?$/.test(value) && Number.parseInt(value, 10) === first + at)
  );
};

export type ColumnChoice = {
  /** Key of a name in one piece. */
  name?: ColumnFacts | undefined;
  firstName?: ColumnFacts;
  middleName?: ColumnFacts;
  lastName?: ColumnFacts;
  id?: ColumnFacts | undefined;
  /** Other fields of a student, by field. */
  fields: Map<string, ColumnFacts>;
  facts: readonly ColumnFacts[];
};

const fits: Partial<Record<ColumnKind, (facts: ColumnFacts) => boolean>> = {
  stateId: ({ id }) => id >= 0.5,
  birthDate: ({ date, birthDate }) => date >= 0.7 || birthDate >= 0.7,
  gradeLevel: ({ gradeLevel, distinct, fill }) =>
    gradeLevel >= 0.8 && (distinct < 0.8 || fill < 0.5 || gradeLevel === 1),
  middleName: ({ partName, fill }) => fill === 0 || partName >= 0.5,
  gender: ({ id, name, distinct }) => id < 0.3 && name < 0.3 && distinct < 0.9,
  ethnicity: ({ id }) => id < 0.3,
  assessmentLanguage: ({ id }) => id < 0.3,
  reportLanguage: ({ id, name }) => id < 0.3 && name < 0.8,
  status: ({ id, name, mark, attendance }) => id < 0.3 && name < 0.5 && mark < 0.5 && attendance < 0.5,
};

const notPeople: readonly ColumnKind[] = [
  "staff",
  "guardian",
  "section",
  "event",
  "mark",
  "ethnicity",
  "status",
  "leaving",
  "role",
];
const speaksAgainst = ({ kinds }: ColumnFacts) =>
  kinds.length > 0 && kinds.every((kind) => notPeople.includes(kind));
const called = (kind: ColumnKind) => (facts: ColumnFacts) => facts.kinds.includes(kind);

/** Which column holds what: headers propose, values decide; where no header speaks, values alone. */
export const chooseColumns = (facts: readonly ColumnFacts[]): ColumnChoice => {
  const choice: ColumnChoice = { fields: new Map(), facts };
  const taken = new Set<ColumnFacts>();
  const take = (found: ColumnFacts | undefined) => {
    if (found) taken.add(found);
    return found;
  };
  const free = (test: (column: ColumnFacts) => boolean) =>
    facts.find((column) => !taken.has(column) && test(column));

  const partly = (column: ColumnFacts) => column.partName >= 0.6 && column.fill > 0.3;
  const last = free((column) => called("lastName")(column) && partly(column));
  const first =
    last &&
    free(
      (column) =>
        column !== last &&
        (called("firstName")(column) || called("name")(column)) &&
        partly(column) &&
        column.name < 0.9,
    );
  if (last && first) {
    choice.lastName = take(last)!;
    choice.firstName = take(first)!;
  } else {
    const named = facts
      .filter(
        (column) =>
          !speaksAgainst(column) &&
          column.fill > 0.3 &&
          column.name >= (called("name")(column) || called("lastName")(column) ? 0.5 : 0.75),
      )
      .sort((a, b) => worthOfName(b) - worthOfName(a))[0];
    if (named) choice.name = take(named)!;
    else {
      const [one, two] = facts.filter(
        (column) =>
          !speaksAgainst(column) && column.partName >= 0.85 && column.distinct > 0.5 && column.fill > 0.8,
      );
      if (one && two) {
        choice.firstName = take(one)!;
        choice.lastName = take(two)!;
      }
    }
  }
  // The texts inside a name's cell are not columns of their own.
  const nameKey = choice.name?.key;
  if (nameKey !== undefined)
    for (const column of facts)
      if (column.key.startsWith(`${nameKey}/`) && column.name > 0.5) taken.add(column);

  const distinctId = (column: ColumnFacts) =>
    column.id >= 0.8 && column.distinct >= 0.98 && column.fill >= 0.6;
  const ids = facts.filter((column) => !taken.has(column) && called("id")(column) && distinctId(column));
  choice.id = ids.sort((a, b) => worthOfId(b) - worthOfId(a))[0];
  take(choice.id);

  for (const kind of Object.keys(fits) as ColumnKind[]) {
    const found = free((column) => called(kind)(column) && column.kinds[0] !== "id" && fits[kind]!(column));
    if (!found) continue;
    take(found);
    if (kind === "middleName") choice.middleName = found;
    else choice.fields.set(kind, found);
  }
  if (!choice.fields.has("birthDate"))
    addField(
      choice,
      take(free(({ birthDate, fill, kinds }) => kinds.length === 0 && birthDate >= 0.9 && fill > 0.5)),
      "birthDate",
    );
  if (!choice.fields.has("gradeLevel"))
    addField(
      choice,
      take(
        free(
          (column) =>
            column.kinds.length === 0 &&
            !column.isOrdinal &&
            column.gradeLevel === 1 &&
            column.fill > 0.8 &&
            column.distinct < 0.5,
        ),
      ),
      "gradeLevel",
    );
  choice.id ??= take(
    facts
      .filter(
        (column) =>
          !taken.has(column) &&
          !speaksAgainst(column) &&
          !called("ordinal")(column) &&
          distinctId(column) &&
          column.fill >= 0.9,
      )
      .filter(
        ({ isOrdinal, date, email, gradeLevel }) =>
          !isOrdinal && date < 0.5 && email < 0.5 && gradeLevel < 0.5,
      )
      .sort((a, b) => worthOfId(b) - worthOfId(a))[0],
  );
  return choice;
};

const addField = (choice: ColumnChoice, column: ColumnFacts | undefined, field: string) => {
  if (column) choice.fields.set(field, column);
};

const worthOfName = (column: ColumnFacts): number =>
  (called("name")(column) ? 2 : 0) +
  column.name +
  column.distinct +
  (column.key.includes("/") ? -0.2 : 0) -
  column.titled;
const worthOfId = (column: ColumnFacts): number =>
  (/(student|stu|pupil|osis|perm|alumn|estudiante|matr)/i.test(column.header) ? 1 : 0) +
  (called("id")(column) ? 1 : 0) +
  column.fill +
  (column.isOrdinal ? -2 : 0) -
  (column.email > 0.5 ? 1 : 0);
