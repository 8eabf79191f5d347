import type { RosterReading } from "../portals/profile.ts";
import { nameOf } from "./edit-difference.ts";
import type { Recognised } from "./parts.ts";
import { type Control, textIn } from "./read-cell.ts";
import { readContext } from "./read-roster.ts";
import { cellsOf, headerCellsIn, identityOf, nameIn, recogniseColumns } from "./roster-columns.ts";
import {
  attributeOf,
  childElementsOf,
  contains,
  isAttached,
  isMatch,
  parentOf,
  queryAll,
  queryOne,
  rootElementOf,
} from "./safe-dom.ts";

export type ColumnAt = { field: string | undefined; header: string | undefined };
/** Whose edit it is, by ids; "" where the page does not tell, which then may tell the name. */
export type Whose = { studentId: string; sectionId: string; schoolId: string; name?: string };

/** The rosters of a page, however they were found: by a profile's selectors, or recognised by their content. */
export type RosterView = {
  isTable: (element: Element) => boolean;
  isRow: (element: Element) => boolean;
  /** The rows of one that are in the document now. */
  rows: (table: Element) => Element[];
  /** One of them, for what stands beside it. */
  table: () => Element | undefined;
  columnAt: (path: readonly Element[], row: Element, table: Element) => ColumnAt;
  whose: (row: Element | undefined, table: Element) => Whose;
  /** Says the students' ids of many rows of one table: what they have in common is looked at once. */
  idsIn: (table: Element) => (row: Element) => string;
};

const inFrames = (document: Document, selector: string, depth = 0): Element | undefined => {
  // Its element and not itself: another frame's document is no Document of this one.
  const top = rootElementOf(document);
  const found = top && queryOne(top, selector);
  if (found) return found;
  if (depth > 4 || !top) return;
  for (const frame of queryAll(top, "iframe, frame").slice(0, 20)) {
    const inner = innerDocument(frame);
    const deeper = inner && inFrames(inner, selector, depth + 1);
    if (deeper) return deeper;
  }
  return;
};

/** Null for a frame of another origin. */
const innerDocument = (frame: Element): Document | null => {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
};

/**
 * By a profile's selectors; a roster in a frame counts for the controls around that frame. `read` takes a control's value:
 * a student stays the same while their id is typed over.
 */
export const viewByProfile = (
  document: Document,
  reading: RosterReading,
  read?: (control: Control) => string,
): RosterView => ({
  isTable: (element) => isMatch(element, reading.table),
  isRow: (element) => isMatch(element, reading.row) || isMatch(element, "tr, [role=row]"),
  rows: (table) => queryAll(table, reading.row),
  table: () => inFrames(document, reading.table),
  columnAt: (path, row, table) => {
    const inside = path.slice(0, path.indexOf(row));
    const columns = recogniseColumns(table, reading);
    const field = cellsOf(row, columns).find(({ cell }) => inside.includes(cell))?.field;
    const cell = inside.at(-1);
    const header = headerCellsIn(table, reading.header)[cell ? childElementsOf(row).indexOf(cell) : -1];
    return { field, header: header && textIn(header) };
  },
  whose: (row, table) => {
    const { school, section } = readContext(document, reading);
    const roster = { reading, table, columns: recogniseColumns(table, reading) };
    const studentId = row ? identityOf(row, roster, read) : "";
    const name = row && studentId === "" ? nameIn(row, roster, read) : "";
    return { studentId, sectionId: section.id, schoolId: school.id, ...(name !== "" && { name }) };
  },
  idsIn: (table) => {
    const roster = { reading, table, columns: recogniseColumns(table, reading) };
    return (row) => identityOf(row, roster, read);
  },
});

/** By what was recognised last: rows made since are known by standing where the others stand. */
export const viewByContent = (found: readonly Recognised[]): RosterView => {
  const students = new Map<Element, Recognised["rows"][number]["student"]>();
  const rosters = new Map<Element, Recognised>();
  const places = new Set<Node | null>();
  for (const each of found) {
    for (const { elements, student } of each.rows) {
      for (const element of elements) {
        students.set(element, student);
        rosters.set(element, each);
        places.add(parentOf(element));
      }
    }
  }
  const of = (table: Element) => found.find(({ container }) => container === table);
  const isTable = (element: Element) => found.some(({ container }) => container === element);
  return {
    isTable,
    isRow: (element) =>
      students.has(element) || (places.has(parentOf(element)) && !isMatch(element, "thead, tbody, caption")),
    rows: () => [...students.keys()].filter(isAttached),
    table: () => found.map(({ container }) => container).find(isAttached),
    columnAt: (path, row, table) => {
      const inside = path.slice(0, path.indexOf(row));
      const cells = childElementsOf(row);
      const stands = (key: string): boolean => {
        if (/^\d+$/.test(key)) return inside.includes(cells[Number(key)]!);
        const [name = "", value] = key.split("=");
        return /^[a-z-]+$/.test(name) && inside.some((each) => attributeOf(each, name) === value);
      };
      const column = of(table)?.columns.find(({ key }) => stands(key));
      return { field: column?.field, header: column?.header };
    },
    whose: (row, table) => {
      // A dialog is about the row it was opened from, whichever of the rosters that is in.
      const own = row && (rosters.get(row) ?? found.find(({ container }) => contains(container, row)));
      const section = (own ?? of(table))?.roster.sections[0];
      const student = row && students.get(row);
      const name = student && student.id === "" ? nameOf(student) : "";
      return {
        studentId: student?.id ?? "",
        sectionId: section?.id ?? "",
        schoolId: section?.schoolId ?? "",
        ...(name !== "" && { name }),
      };
    },
    idsIn: () => (row) => students.get(row)?.id ?? "",
  };
};
