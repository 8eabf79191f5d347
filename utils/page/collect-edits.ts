import type { Edit } from "../messages/contracts.ts";
import { controlsOf } from "../portals/controls-of.ts";
import type { EditControl, PortalPage } from "../portals/profile.ts";
import type { EditMemory } from "./edit-memory.ts";
import { type Control, controlIn, controlValue, readCell, wordsOf } from "./read-cell.ts";
import { readContext } from "./read-roster.ts";
import { cellsOf, identityOf, type LocatedRoster, nameIn, placeOf } from "./roster-columns.ts";
import { closestTo } from "./safe-dom.ts";

/** Whether a control now holds the value that makes its use an edit of this kind; as words or as sent, without case. */
export const isAtTarget = (control: Control, { to }: EditControl): boolean => {
  if (to === undefined) return true;
  const wanted = to.toLowerCase();
  return [controlValue(control), wordsOf(control)].some((value) => value.trim().toLowerCase() === wanted);
};

/** What the profile calls a change of this control; a corrected detail when it names none. */
const changeOf = (control: Control, page: PortalPage): Edit["change"] => {
  const fitting = controlsOf(page).filter((edit) => closestTo(control, edit.control));
  const reached = fitting.find((edit) => edit.on === "change" && isAtTarget(control, edit));
  return (reached ?? fitting.find((edit) => edit.on === "touch"))?.change ?? "correct-details";
};

/** Whether a row held no student when the portal made it, so that whoever is in it now was typed in. */
export const isNewRow = (row: Element, { columns }: LocatedRoster, memory: EditMemory): boolean => {
  const cells = cellsOf(row, columns).filter(({ field }) => ["id", "firstName", "lastName"].includes(field));
  return (
    cells.some(({ cell }) => controlIn(cell)) &&
    cells.every(({ cell }) => readCell(cell, memory.loaded) === "")
  );
};

/** Every edit the person has typed since the roster was loaded or last saved: one a changed cell, one a new row. */
export const collectEdits = (
  document: Document,
  page: PortalPage,
  roster: LocatedRoster,
  memory: EditMemory,
): Edit[] => {
  const { school, section } = readContext(document, roster.reading);
  const place = { sectionId: section.id, schoolId: school.id };
  const rows = new Set(memory.typed().flatMap((control) => placeOf(control, roster)?.row ?? []));
  const edits: Edit[] = [];
  for (const row of rows) {
    const cells = cellsOf(row, roster.columns);
    const now = new Map(cells.map(({ field, cell }) => [field, readCell(cell)]));
    if (isNewRow(row, roster, memory)) {
      const name = ["firstName", "lastName"].map((field) => now.get(field) ?? "").join(" ");
      if (name.trim() === "") continue;
      edits.push({
        change: "enroll-new-student",
        studentId: now.get("id") ?? "",
        ...place,
        name: name.trim(),
      });
      continue;
    }
    const studentId = identityOf(row, roster, memory.loaded);
    const name = studentId === "" ? nameIn(row, roster, memory.loaded) : "";
    const whose = { studentId, ...place, ...(name !== "" && { name }) };
    for (const { field, cell } of cells) {
      const control = controlIn(cell);
      if (!control) continue;
      const before = readCell(cell, memory.loaded);
      const after = now.get(field) ?? "";
      if (before === after) continue;
      edits.push({ change: changeOf(control, page), field, ...whose, before, after });
    }
  }
  return edits.slice(0, 500);
};
