import { columnOf, countRows, placesOf } from "../columns.ts";
import { needColumns } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import { itemsOf } from "../references.ts";
import type { Raised, Rule } from "../rule.ts";

type Wanted = {
  role: string;
  field: string;
  isWrong: (type: string) => boolean;
  /** What it ought to be, for the sentence. */
  expected: string;
  more?: Partial<Raised>;
};

const isNot = (wanted: string) => (type: string) => type !== wanted && !type.startsWith("ext:");
const is = (unwanted: string) => (type: string) => type === unwanted;

/** Exports name years, semesters and terms as a class's terms, and that does no harm; grading periods are too short. */
const all: readonly Wanted[] = [
  { role: "courses", field: "schoolYearSourcedId", isWrong: isNot("schoolYear"), expected: "schoolYear" },
  {
    role: "classes",
    field: "termSourcedIds",
    isWrong: is("gradingPeriod"),
    expected: "term",
    more: { outcome: "note", consequence: "none" },
  },
  {
    role: "lineItems",
    field: "academicSessionSourcedId",
    isWrong: is("schoolYear"),
    expected: "gradingPeriod",
  },
];

/** References to academic sessions of a type that does not fit, such as a course's school year that is a semester. */
export const rule: Rule = {
  id: "session-of-wrong-type",
  outcome: "warning",
  consequence: "value-dropped",
  whoCanFix: "sis-vendor",
  source:
    "IMS OneRoster CSV tables: courses.schoolYearSourcedId is a schoolYear, classes.termSourcedIds are terms",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) => needColumns(context, { academicSessions: ["sourcedId", "type"] }),
  *check(context) {
    const sessions = context.files.get("academicSessions");
    const id = columnOf(sessions, "sourcedId");
    const type = columnOf(sessions, "type");
    if (id === undefined || type === undefined) return;
    /** The type of a session; blank when it is not there, or there twice. */
    const typeOf = (item: string): string => {
      const code = id.codeOf(item);
      if (code < 0 || id.counts[code] !== 1) return "";
      return type.valueOf(type.codes[id.firstRow[code] as number] as number).trim();
    };
    for (const { role, field, isWrong, expected, more } of all) {
      const file = context.files.get(role);
      const column = columnOf(file, field);
      const list = file?.spec.fields.find(({ name }) => name === field)?.list === true;
      if (file === undefined || column === undefined) continue;
      const typesIn = (code: number) =>
        itemsOf(column.valueOf(code), list)
          .map(typeOf)
          .filter((found) => found !== "" && isWrong(found));
      const wrong = Array.from({ length: column.size }, (_, code) => code).filter(
        (code) => typesIn(code).length > 0,
      );
      const [first] = wrong;
      if (first === undefined) continue;
      yield {
        count: countRows(column, wrong),
        args: {
          file: file.table.file.name,
          column: column.name,
          example: column.valueOf(first),
          type: typesIn(first)[0] ?? "",
          expected,
        },
        places: placesOf(file, column, wrong, (code) => typesIn(code)[0]),
        ...more,
      };
    }
  },
};
