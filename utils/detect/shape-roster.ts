import type { PageRoster } from "../messages/contracts.ts";
import type { Headers } from "./align-header.ts";
import type { ColumnChoice, ColumnFacts } from "./classify-columns.ts";
import type { StudentsRead } from "./classify-rows.ts";
import { type Detected, type DetectedColumn, mostRows } from "./detected.ts";
import type { ClassNamed } from "./find-class.ts";
import { type RowGroup, toldIndex } from "./find-lists.ts";
import type { Told } from "./find-total.ts";

type Parts = {
  group: RowGroup;
  headers: Headers;
  facts: readonly ColumnFacts[];
  choice: ColumnChoice;
  read: StudentsRead;
  told: Told;
  named: ClassNamed;
  confidence: number;
};

const columnsOf = ({ facts, choice }: Parts): DetectedColumn[] => {
  const fields = new Map<ColumnFacts | undefined, string>([
    [choice.name, "name"],
    [choice.firstName, "firstName"],
    [choice.middleName, "middleName"],
    [choice.lastName, "lastName"],
    [choice.id, "id"],
    ...[...choice.fields].map(([field, column]): [ColumnFacts, string] => [column, field]),
  ]);
  return facts
    .filter((column) => fields.has(column) || !column.key.includes("/"))
    .map((column) => {
      const field = fields.get(column);
      const isCalled = field !== undefined && column.kinds.some((kind) => kind === field || field === "name");
      return {
        key: column.key,
        header: column.header,
        field,
        confidence: field === undefined ? 0 : isCalled ? 0.95 : 0.7,
      };
    });
};

/** A total that counts the teacher too is made one of students. */
const totalOfStudents = ({ told, read, group }: Parts): number | undefined => {
  if (told.of === undefined) return undefined;
  const all = told.countsHeaders ? told.of - read.above : told.of;
  const adults = read.leftOut.filter(({ because }) => because === "staff").length;
  const shown = told.shown ?? (all === group.rows.length ? group.rows.length : undefined);
  const of =
    adults > 0 && (shown === read.rows.length + adults || all === read.rows.length + adults)
      ? all - adults
      : all;
  return of >= read.rows.length ? of : undefined;
};

/** A student's place in the whole list, from 1; undefined where only the place among the rows in view is known. */
const placeOf = (
  line: number | undefined,
  [row]: readonly Element[],
  told: Told,
  whole: boolean,
): number | undefined => {
  if (line === undefined || (row && toldIndex(row))) return line;
  return whole || told.shown !== undefined ? line + told.offset : undefined;
};

/** Everything known of a list as one detected roster. */
export const shapeRoster = (parts: Parts): Detected => {
  const { group, headers, read, told, named, confidence } = parts;
  const id = named.title.slice(0, 255);
  const of = totalOfStudents(parts);
  const whole = of === undefined ? !told.more : read.rows.length >= of;
  const rows = read.rows.slice(0, mostRows).map(({ sure, student, ...row }) => {
    const rowConfidence = Math.round(confidence * sure * 100) / 100;
    const { line: _, ...rest } = student;
    const line = placeOf(student.line, row.elements, told, whole);
    return {
      ...row,
      confidence: rowConfidence,
      student: {
        ...rest,
        ...(line !== undefined && { line }),
        sectionIds: [id],
        confidence: rowConfidence,
      },
    };
  });
  const roster: PageRoster = {
    schools: [],
    sections: [{ id, title: named.title.slice(0, 500), teacherIds: [], homeroom: true }],
    students: rows.map(({ student }) => student),
    seen: rows.length,
    whole,
    ...(of !== undefined && { of }),
  };
  return {
    roster,
    confidence,
    shape: group.shape,
    container: group.container,
    rows,
    columns: columnsOf(parts),
    leftOut: read.leftOut,
    identity: read.identity,
    headerRow: headers.row,
    classElement: named.element,
    totalElement: told.element,
    whole,
  };
};
