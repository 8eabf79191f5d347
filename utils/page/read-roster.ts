import type { PageRoster } from "../messages/contracts.ts";
import type { Place, RosterReading } from "../portals/profile.ts";
import { totalOf } from "./plain-words.ts";
import { type Control, readCell, readPlace, textIn, wordsOf } from "./read-cell.ts";
import { cellsOf, isHeaderRow, type LocatedRoster, locateRoster, rowsOf } from "./roster-columns.ts";
import type { RosterMemory } from "./roster-memory.ts";
import { attributeOf, queryOne } from "./safe-dom.ts";

export type RosterRead =
  | { kind: "absent" }
  | { kind: "resting"; resting: string }
  | {
      kind: "read";
      roster: PageRoster;
      located: LocatedRoster /** Changes when the roster does. */;
      print: number;
    };

export type ReadingOptions = {
  /** Selector of the element that tells when the roster was last fed. */
  lastSync?: string | undefined;
  /** How a control's value is taken; its value now when absent. */
  readControl?: (control: Control) => string;
  /** Called every few milliseconds of work; the page gets its turn while it waits. */
  breathe?: () => Promise<void>;
  signal?: AbortSignal;
  /** What rows said at the reading before. */
  memory?: RosterMemory<RowSaid>;
};

/** What a row's cells say, and a print of it; undefined for a row that is no student's. */
export type RowSaid = { id: string; fields: Record<string, string>; print: number } | undefined;

/** Caps of the contract (utils/messages/contracts.ts). */
const mostStudents = 20_000;
const longestId = 255;
/** Work between two breaths, in milliseconds; well under the 50 after which a page feels blocked. */
const slice = 6;

export type RosterContext = {
  school: { id: string; name: string };
  section: { id: string; title: string };
  teacherIds: string[];
  teacherName?: string;
};

/** Which class of which school the roster on this page is, in the page's own words. */
export const readContext = (document: Document, { context }: RosterReading): RosterContext => {
  const id = (place: Place | undefined) => readPlace(document, place);
  const name = (place: Place | undefined) => readPlace(document, place, wordsOf);
  const teacherName = name(context.teacherName);
  const teacherId = id(context.teacherId);
  return {
    school: { id: id(context.schoolId), name: name(context.schoolName) },
    section: { id: id(context.classId), title: name(context.className) },
    teacherIds: teacherId === "" ? [] : [teacherId],
    ...(teacherName !== "" && { teacherName }),
  };
};

const readInstant = (document: Document, selector: string | undefined): string | undefined => {
  if (selector === undefined) return;
  const element = queryOne(document, selector);
  if (!element) return;
  const text = (attributeOf(element, "datetime") ?? textIn(element)).trim();
  return text === "" || text.length > 40 ? undefined : text;
};

const readTotal = (document: Document, { reading, table }: LocatedRoster): number | undefined => {
  const told = reading.total === undefined ? null : queryOne(document, reading.total);
  return totalOf(told ? textIn(told) : "") ?? totalOf(attributeOf(table, "aria-rowcount") ?? "");
};

/**
 * Reads the roster a page shows. A reason to rest instead when the page is not as the profile says, because a column
 * taken for another is worse than none. `seen` counts the students read, `of` what the page says there are.
 */
export const readRoster = async (
  document: Document,
  reading: RosterReading,
  options: ReadingOptions = {},
): Promise<RosterRead> => {
  let since = performance.now();
  const located = locateRoster(document, reading);
  if (!located) return reading.expectedRows ? { kind: "resting", resting: "table" } : { kind: "absent" };
  if ("resting" in located) return { kind: "resting", resting: located.resting };
  const { school, section, teacherIds, teacherName } = readContext(document, reading);
  if (section.id === "") return { kind: "resting", resting: "class" };

  const students: PageRoster["students"] = [];
  let print = printOf(0, JSON.stringify([school, section, teacherIds, teacherName]));
  const { memory } = options;
  memory?.begin(JSON.stringify(located.columns));
  for (const [index, row] of rowsOf(located).slice(0, mostStudents).entries()) {
    if (options.breathe && performance.now() - since > slice) {
      await options.breathe();
      if (options.signal?.aborted) return { kind: "absent" };
      since = performance.now();
    }
    const read = () => readStudent(row, located, options.readControl);
    const said = memory ? memory.recall(row, read) : read();
    if (!said) continue;
    const { fields } = said;
    const id = said.id || readPlace(row, reading.identity);
    if (id === "" && !fields.firstName && !fields.lastName && !fields.name) continue;
    print = printOf(Math.imul(print, prime) ^ said.print, said.id === id ? "" : id);
    const schoolId = school.id === "" ? {} : { schoolId: school.id };
    students.push({ id, fields, sectionIds: [section.id], ...schoolId, line: index + 1 });
  }

  memory?.end();

  const of = readTotal(document, located);
  const { expectedRows, access } = reading;
  if (expectedRows) {
    const seen = students.length;
    const { atLeast = 0, whole } = expectedRows;
    if (seen < Math.max(atLeast, of ? 1 : 0) || (whole && of !== undefined && seen !== of))
      return { kind: "resting", resting: `rows ${seen} ${of ?? atLeast}` };
  }
  const lastSync = readInstant(document, options.lastSync);
  print = printOf(print, `${of} ${lastSync}`);
  const roster: PageRoster = {
    schools: school.id === "" ? [] : [school],
    sections: [
      {
        ...section,
        teacherIds,
        homeroom: true,
        ...(school.id !== "" && { schoolId: school.id }),
        ...(teacherName !== undefined && { teacherName }),
      },
    ],
    students,
    seen: students.length,
    ...(of !== undefined && { of }),
    ...(lastSync !== undefined && { lastSync }),
    ...(access && { access: readPlace(document, access.at) }),
  };
  return { kind: "read", roster, located, print };
};

/** FNV-1a, 32 bits: tells a reading from the one before it, nothing more. */
const printOf = (start: number, text: string): number => {
  let hash = start ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
};
const prime = 0x01000193;

/** What a row's cells say; undefined for a repeated header. A filler and a row just added say nothing. */
const readStudent = (
  row: Element,
  { columns }: LocatedRoster,
  read?: (control: Control) => string,
): RowSaid => {
  if (isHeaderRow(row)) return;
  let id = "";
  const fields: Record<string, string> = {};
  for (const { field, cell } of cellsOf(row, columns)) {
    const value = readCell(cell, read);
    if (field === "id") id = value.slice(0, longestId);
    else fields[field] = value;
  }
  return { id, fields, print: printOf(0, [id, ...Object.values(fields)].join("\u0000")) };
};
