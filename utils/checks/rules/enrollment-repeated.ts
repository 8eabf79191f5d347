import type { Column } from "../../table/table.ts";
import { columnOf, isBlank, placeAt } from "../columns.ts";
import { enrollmentFacts } from "../enrollment-facts.ts";
import { eachPair } from "../enrollment-pairs.ts";
import { isDeleted } from "../enrollments.ts";
import { open, spanOf } from "../intervals.ts";
import { needColumns } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import { itemsOf, joinCodes } from "../references.ts";
import type { CheckContext, Rule } from "../rule.ts";

type Repeated = { row: number; before: number };

/** Whether a class is of several terms: then rows without dates may be one a term. */
const makeIsOfTerms = (context: CheckContext, klass: Column): ((code: number) => boolean) => {
  const classes = context.files.get("classes");
  const id = columnOf(classes, "sourcedId");
  const terms = columnOf(classes, "termSourcedIds");
  if (id === undefined || terms === undefined) return () => false;
  const classOf = joinCodes(klass, id);
  return (code) => {
    const found = classOf[code] as number;
    if (found < 0 || id.counts[found] !== 1) return true;
    return itemsOf(terms.valueOf(terms.codes[id.firstRow[found] as number] as number), true).length > 1;
  };
};

/** Nobody is in a class more often; a file made to be slow must not have each row compared with all before it. */
const mostTimes = 64;

/** One pair of rows for each class and user that are enrolled twice on a day in one role. */
const findRepeated = (context: CheckContext): Repeated[] => {
  const file = enrollmentFacts(context)?.file;
  const klass = columnOf(file, "classSourcedId");
  const user = columnOf(file, "userSourcedId");
  if (file === undefined || klass === undefined || user === undefined) return [];
  const id = columnOf(file, "sourcedId");
  const roles = columnOf(file, "role")?.codes;
  const { begin, end } = spanOf(columnOf(file, "beginDate"), columnOf(file, "endDate"));
  const gone = isDeleted(file);
  const isUndated = (row: number): boolean => begin(row) === 0 && end(row) === open;
  let isOfTerms: ((code: number) => boolean) | undefined;
  const clash = (a: number, b: number): boolean => {
    if (roles?.[a] !== roles?.[b] || gone(a) || gone(b)) return false;
    // The same row twice is duplicate-key; ids of one row each share a code.
    if (id !== undefined && id.codes[a] === id.codes[b] && id.codes[a] !== id.ownCode) return false;
    if (begin(a) >= end(b) || begin(b) >= end(a) || begin(a) >= end(a) || begin(b) >= end(b)) return false;
    isOfTerms ??= makeIsOfTerms(context, klass);
    return !((isUndated(a) || isUndated(b)) && isOfTerms(klass.codes[a] as number));
  };
  // Which row came before a row of the same pair, counted from 1, for the few that have one; made when the first of them is
  // found. Where no row of a page has one, the page is never written and takes no memory.
  let earlier: Int32Array | undefined;
  const found = new Map<string, Repeated>();
  const sizes = { classes: klass.size, users: user.size };
  eachPair(klass.codes, user.codes, sizes, file.table.rows, (row, before) => {
    earlier ??= new Int32Array(file.table.rows);
    earlier[row] = before + 1;
    const key = `${klass.codes[row]} ${user.codes[row]}`;
    if (found.has(key)) return;
    let at = before;
    for (let steps = 0; at >= 0 && steps < mostTimes && !clash(at, row); steps++)
      at = (earlier[at] as number) - 1;
    if (at < 0 || !clash(at, row)) return;
    if (isBlank(klass, klass.codes[row] as number) || isBlank(user, user.codes[row] as number)) return;
    found.set(key, { row, before: at });
  });
  return [...found.values()].sort((a, b) => a.row - b.row);
};

/**
 * The same person in the same class and role twice on one day. Once a semester is ordinary: one ends before the next
 * begins. Counted are people in classes, whatever the order of the rows.
 */
export const rule: Rule = {
  id: "enrollment-repeated",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "sis-vendor",
  source: "Rosterguard",
  certain: true,
  formats: oneRosterFormats,
  needs: (context) => needColumns(context, { enrollments: ["classSourcedId", "userSourcedId", "role"] }),
  *check(context) {
    const file = context.files.get("enrollments");
    const user = columnOf(file, "userSourcedId");
    const klass = columnOf(file, "classSourcedId");
    if (file === undefined || user === undefined || klass === undefined) return;
    const repeated = findRepeated(context);
    yield {
      count: repeated.length,
      args: { file: file.table.file.name, column: user.name },
      places: repeated.map(({ row, before }) =>
        placeAt(file, row, user, `${file.table.file.name}:${file.table.lineOf(before)}`),
      ),
    };
  },
};
