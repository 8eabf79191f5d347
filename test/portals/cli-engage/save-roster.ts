import type { GridRow } from "./class-roster-page.ts";
import { readDate } from "./incoming.ts";
import type { Portal } from "./portal.ts";
import { rosterFields } from "./roster-fields.ts";
import { newEngageId, type PortalClass, type StudentValues } from "./state.ts";

/** Reads the posted grid; rows that a person added and left blank are dropped. */
export const readPostedRows = (form: URLSearchParams): GridRow[] => {
  const rows: GridRow[] = [];
  for (const [name, engageId] of form) {
    const index = /^Students\[(\d{1,4})\]\.EngageId$/.exec(name)?.[1];
    if (index === undefined) continue;
    const cells = Object.fromEntries(
      rosterFields.map(({ key, post }) => [key, (form.get(`Students[${index}].${post}`) ?? "").trim()]),
    );
    const typed = [cells.firstName, cells.lastName, cells.birthDate, cells.internalId].some(
      (cell) => cell !== "",
    );
    if (engageId !== "" || typed) rows.push({ engageId, cells });
  }
  return rows;
};

const problemsOf = ({ state }: Portal, { engageId, cells }: GridRow, line: number): string[] => {
  const problems = rosterFields
    .filter(({ key, required }) => required && cells[key] === "")
    .map(({ label }) => `Row ${line}: ${label} is required.`);
  for (const { key, label, options } of rosterFields) {
    const value = cells[key] ?? "";
    if (value !== "" && options && !options.some(([option]) => option === value)) {
      problems.push(`Row ${line}: ${label} is not one of the choices.`);
    }
  }
  if (cells.birthDate !== "" && readDate(cells.birthDate ?? "") === undefined) {
    problems.push(`Row ${line}: Date of Birth must be MM/DD/YYYY.`);
  }
  const taken = state.students.some(
    (other) => other.internalId === cells.internalId && other.engageId !== engageId,
  );
  if (taken) problems.push(`Row ${line}: Student Internal ID ${cells.internalId} is already in use.`);
  return problems;
};

/** Saves every row of the grid, or none of them; returns what is wrong. */
export const saveRoster = (portal: Portal, section: PortalClass, rows: readonly GridRow[]): string[] => {
  const { state } = portal;
  const problems = rows.flatMap((row, index) => problemsOf(portal, row, index + 1));
  const ids = rows.map(({ cells }) => cells.internalId).filter((id) => id !== "");
  if (new Set(ids).size < ids.length) problems.push("Two rows have the same Student Internal ID.");
  const known = new Map(
    state.students.filter((s) => s.classInternalId === section.internalId).map((s) => [s.engageId, s]),
  );
  if (rows.some(({ engageId }) => engageId !== "" && !known.has(engageId))) {
    problems.push("A student of this page is no longer in this class. Search for the class again.");
  }
  if (problems.length > 0) return problems;
  for (const { engageId, cells } of rows) {
    const values = { ...cells, birthDate: readDate(cells.birthDate!)! } as StudentValues;
    const student = known.get(engageId);
    if (student) Object.assign(student, values);
    else {
      state.students.push({
        ...values,
        engageId: newEngageId(state, "ESU"),
        classInternalId: section.internalId,
        addedBy: "hand",
      });
    }
  }
  portal.save();
  return [];
};
