import { attributeOf, contains, rootElementOf } from "../page/safe-dom.ts";
import { alignHeader } from "./align-header.ts";
import { type ColumnFacts, chooseColumns, factsOf } from "./classify-columns.ts";
import { readStudents } from "./classify-rows.ts";
import { confirmColumns } from "./confirm-columns.ts";
import type { Detected, DetectOptions } from "./detected.ts";
import { findClass } from "./find-class.ts";
import { type Breather, findLists, type HeaderLike, type PageLists, type RowGroup } from "./find-lists.ts";
import { findTotal } from "./find-total.ts";
import { createFlatTree, type FlatTree } from "./flat-tree.ts";
import { joinPanes } from "./join-panes.ts";
import { judgeRoster, sureEnough } from "./judge-roster.ts";
import { readRows } from "./read-rows.ts";
import { shapeRoster } from "./shape-roster.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Work between two breaths, in milliseconds; well under the 50 after which a page feels blocked. */
const slice = 8;

const createBreather = ({ breathe, signal }: DetectOptions): Breather => {
  let since = performance.now();
  return async () => {
    if (signal?.aborted) return false;
    if (breathe && performance.now() - since > slice) {
      await breathe();
      since = performance.now();
    }
    return !signal?.aborted;
  };
};

/**
 * The rosters of students a document shows, surest first, recognised by content: no address and no selector is known
 * beforehand. Other people's lists (staff, dropped students, marks, searches) are not returned, and nothing is when
 * unsure. Reads only; shadow roots are entered, frames are not: each has a script of its own. Never throws on what a
 * page holds; empty when `signal` ends the work.
 */
export const detectRosters = async (document: Document, options: DetectOptions = {}): Promise<Detected[]> => {
  const top = rootElementOf(document);
  if (!top) return [];
  const turn = createBreather(options);
  const tree = createFlatTree(options.shadowOf, options.wordsIn);
  const lists = await findLists(top, tree, turn);
  if (!lists) return [];
  const found: (Detected & { score: number })[] = [];
  const thisYear = options.thisYear ?? new Date().getFullYear();
  for (const group of joinPanes(lists.groups, tree)) {
    const { explain, confirmed = [] } = options;
    const read = await readGroup(group, lists, { document, tree, turn, thisYear, explain, confirmed });
    if (options.signal?.aborted) return [];
    if (read) found.push(read);
  }
  return nameClasses(withoutOverlaps(found), document, tree);
};

type Page = {
  document: Document;
  tree: FlatTree;
  turn: Breather;
  thisYear: number;
  explain: DetectOptions["explain"];
  confirmed: NonNullable<DetectOptions["confirmed"]>;
};

const readGroup = async (
  group: RowGroup,
  lists: PageLists,
  { document, tree, turn, thisYear, explain, confirmed }: Page,
): Promise<(Detected & { score: number }) | undefined> => {
  const matrix = await readRows(group, tree, turn);
  if (!matrix || !(await turn())) return undefined;
  const headers = alignHeader(group, matrix, headersNear(group, lists, tree), tree);
  const facts: ColumnFacts[] = [];
  for (const [key, values] of matrix.columns) {
    if (!(await turn())) return undefined;
    facts.push(
      factsOf({ key, header: headers.words.get(key) ?? matrix.labels.get(key) ?? "", values }, thisYear),
    );
  }
  if (!(await turn())) return undefined;
  const choice = confirmColumns(chooseColumns(facts), facts, confirmed);
  if (!choice.name && !choice.lastName) return undefined;
  const place = surroundingsOf(group.container, document, tree);
  const read = await readStudents({ group, matrix, choice, language: languageOf(document) }, tree, turn);
  if (!read || read.rows.length === 0) return undefined;
  const { score, confidence, reasons } = judgeRoster(choice, place, { strength: read.identityStrength });
  explain?.(group.container, score, reasons);
  if (confidence < sureEnough) return undefined;
  if (!(await turn())) return undefined;
  const told = findTotal(group, tree);
  if (!(await turn())) return undefined;
  const named = findClass(document, place.named, false);
  if (!(await turn())) return undefined;
  return { ...shapeRoster({ group, headers, facts, choice, read, told, named, confidence }), score };
};

const languageOf = (document: Document): string =>
  (attributeOf(rootElementOf(document)!, "lang") ?? "").slice(0, 2).toLowerCase();

/** Header-like elements inside the list or before it, nearest first. */
const headersNear = (group: RowGroup, { headers, orderOf }: PageLists, tree: FlatTree): HeaderLike[] => {
  const distances = new Map<Element, number>();
  for (
    let at: Element | undefined = group.container, level = 0;
    at && level < 9;
    at = tree.above(at), level += 1
  )
    distances.set(at, level);
  const first = orderOf(group.rows[0]![0]!);
  const distanceOf = (element: Element): number => {
    for (let at: Element | undefined = element; at; at = tree.above(at)) {
      const level = distances.get(at);
      if (level !== undefined) return level;
    }
    return Number.POSITIVE_INFINITY;
  };
  return headers
    .filter(({ order }) => order <= first + 40)
    .map((header) => ({ ...header, distance: distanceOf(header.element) }))
    .filter(({ distance }) => distance < 9)
    .sort((a, b) => a.distance - b.distance || b.order - a.order)
    .slice(0, 6);
};

/** Of readings of the same rows the one with most students is kept, then the surest. */
const withoutOverlaps = <T extends Detected & { score: number }>(found: readonly T[]): T[] => {
  const kept: T[] = [];
  const bySize = [...found].sort((a, b) => b.rows.length - a.rows.length || b.score - a.score);
  for (const one of bySize) {
    const overlaps = kept.some(
      ({ container }) => contains(container, one.container) || contains(one.container, container),
    );
    if (!overlaps) kept.push(one);
  }
  return kept.sort((a, b) => b.confidence - a.confidence);
};

/** Where a page shows several classes, each is named by what stands right above it. */
const nameClasses = (found: readonly Detected[], document: Document, tree: FlatTree): Detected[] => {
  if (found.length < 2) return [...found];
  return found.map((one) => {
    const { title, element } = findClass(document, surroundingsOf(one.container, document, tree).named, true);
    return { ...one, roster: renameSection(one.roster, title), classElement: element };
  });
};

const renameSection = (roster: Detected["roster"], title: string): Detected["roster"] => {
  const id = title.slice(0, 255);
  return {
    ...roster,
    sections: roster.sections.map((section) => ({ ...section, id, title })),
    students: roster.students.map((student) => ({ ...student, sectionIds: [id] })),
  };
};
