import type { Detected, DetectedColumn } from "../detect/detected.ts";
import type { TeachRoster } from "../messages/teach-contracts.ts";
import { readCell } from "../page/read-cell.ts";
import { attributeOf, childElementsOf, queryAll } from "../page/safe-dom.ts";
import { findControls } from "./find-controls.ts";
import { withoutStudent } from "./student-names.ts";

/** Values shown of a column, and their length; they stand on the page already and are not kept. */
const samples = 3;
const longest = 40;
/** Rows looked at for them. */
const looked = 12;

const spanOf = (cell: Element): number => {
  const span = Number(attributeOf(cell, "colspan") ?? 1);
  return Number.isInteger(span) && span > 0 && span <= 100 ? span : 1;
};

/** A row's cell of a column, by the key detection gives it; undefined in cards, which have texts and no cells. */
export const cellOf = (row: readonly Element[], key: string): Element | undefined => {
  const [base = ""] = key.split("/");
  if (/^\d+$/.test(base)) {
    let position = 0;
    for (const cell of row.flatMap(childElementsOf)) {
      if (position === Number(base)) return cell;
      position += spanOf(cell);
    }
    return;
  }
  const equals = base.indexOf("=");
  const name = base.slice(0, equals);
  if (equals < 1 || !/^[a-z-]+$/.test(name)) return;
  const value = base.slice(equals + 1);
  return row.flatMap((half) => queryAll(half, `[${name}]`)).find((cell) => attributeOf(cell, name) === value);
};

const sayValue = (
  { student, elements }: Detected["rows"][number],
  { key, field }: DetectedColumn,
): string => {
  const { fields, id } = student;
  if (field === "id") return id;
  if (field === "name") return [fields.lastName, fields.firstName].filter(Boolean).join(", ");
  if (field !== undefined && fields[field] !== undefined) return fields[field];
  const cell = cellOf(elements, key);
  return cell ? readCell(cell) : "";
};

/** What is told to the side panel of a roster that was found. */
export const describeRoster = (detected: Detected): TeachRoster => {
  const rows = detected.rows.slice(0, looked);
  const { roster, columns, identity } = detected;
  const { students } = roster;
  const shown = columns
    .filter(({ key, field }) => key.length <= 300 && (field !== undefined || !key.includes("/")))
    .slice(0, 60);
  // What all columns are called is the list's heading.
  const isShared = (header: string) => shown.length > 1 && shown.every((column) => column.header === header);
  return {
    title: roster.sections[0]?.title.slice(0, 200) ?? "",
    seen: roster.seen,
    ...(roster.of !== undefined && { of: roster.of }),
    hasId: identity.from !== "none",
    columns: shown
      .map((column) => ({
        key: column.key,
        header: isShared(column.header) ? "" : withoutStudent(column.header, students).slice(0, 120),
        ...(column.field !== undefined && { field: column.field }),
        samples: [...new Set(rows.map((row) => sayValue(row, column).slice(0, longest)))]
          .filter(isTelling)
          .slice(0, samples),
      }))
      // A column of pictures, boxes or buttons has nothing to be told by.
      .filter(({ header, field, samples: values }) => header !== "" || field || values.length > 0),
    controls: findControls(detected).slice(0, 60),
  };
};

/** A value that has a word or a number; a box to tick has neither. */
const isTelling = (value: string): boolean =>
  /[\p{L}\p{N}]/u.test(value) && value !== "true" && value !== "false";

/** The elements of a column: its heading is not among them. */
export const columnElements = (detected: Detected, key: string): Element[] =>
  detected.rows.flatMap(({ elements }) => cellOf(elements, key) ?? []);
