import { controlIn } from "./read-cell.ts";
import type { RosterView } from "./roster-view.ts";
import { attributeOf, childElementsOf, contains, isAttached, parentOf, queryAll } from "./safe-dom.ts";

/** The control now; "away" while its roster stands but its row does not, as in a grid that draws only what is in view. */
export type FindAgain = () => Element | "away" | undefined;

/** The positions by which one goes from a row down to something in it; undefined where it is not below. */
const wayTo = (row: Element, control: Element): number[] | undefined => {
  const way: number[] = [];
  for (let at = control; at !== row; ) {
    const above = parentOf(at);
    if (!(above instanceof Element)) return;
    way.unshift(childElementsOf(above).indexOf(at));
    at = above;
  }
  return way;
};

const follow = (row: Element, way: readonly number[]): Element => {
  let at = row;
  for (const index of way) {
    const next = childElementsOf(at)[index];
    // Another look of the same cell: an editor has become text, or text an editor.
    if (!next) break;
    at = next;
  }
  return controlIn(at) ?? at;
};

/** Work of one look for a row among thousands, in milliseconds; the next look goes on from there. */
const slice = 8;
/** A look that has found nothing is followed by so many times its length without one. */
const rest = 6;

/**
 * Remembers a control by the student of its row and its place in that row, because pages draw rows anew and grids use
 * the same elements for other students. A control outside of all rows is known by its id, or by itself.
 */
export const findAgain = (
  control: Element,
  row: Element | undefined,
  table: Element,
  view: () => RosterView | undefined,
): FindAgain => {
  const way = row && contains(row, control) ? wayTo(row, control) : undefined;
  const id = attributeOf(control, "id") ?? "";
  const { studentId = "", sectionId } = (row && view()?.whose(row, table)) ?? {};
  let last = { control, row };
  let from = 0;
  let restUntil = 0;

  /** Called several times a second while a card is open: it must not read a large roster as a whole each time. */
  const findRow = (seen: RosterView, here: Element): Element | undefined => {
    const begun = performance.now();
    if (begun < restUntil) return;
    const rows = seen.rows(here);
    if (studentId === "") return rows.find((each) => each === row);
    const idOf = seen.idsIn(here);
    for (let count = 0; count < rows.length; count += 1) {
      const each = rows[from % rows.length]!;
      if (idOf(each) === studentId) return each;
      from += 1;
      if (count % 20 === 19 && performance.now() - begun > slice) break;
    }
    const now = performance.now();
    restUntil = now + (now - begun) * rest;
    return;
  };

  if (!row || !way) {
    return () => {
      if (isAttached(control) || id === "") return isAttached(control) ? control : undefined;
      return queryAll(document, `#${CSS.escape(id)}`)[0];
    };
  }
  return () => {
    const seen = view();
    const isSame = (each: Element, of: Element) =>
      studentId === "" ? each === row : seen?.whose(each, of).studentId === studentId;
    if (isAttached(last.control) && last.row && (!seen || isSame(last.row, table))) return last.control;
    const here = isAttached(table) ? table : seen?.table();
    if (!here) return isAttached(last.control) ? last.control : undefined;
    // Another class in the same place: it may have the same student, and the callout was not about them there.
    if (seen && sectionId !== undefined && seen.whose(undefined, here).sectionId !== sectionId) return;
    const found = seen && findRow(seen, here);
    if (!found) return "away";
    last = { control: follow(found, way), row: found };
    return last.control;
  };
};
