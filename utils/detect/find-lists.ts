import { controlValue, isControl } from "../page/read-cell.ts";
import { attributeOf, tagOf } from "../page/safe-dom.ts";
import { mostElements, mostRows, type RosterShape } from "./detected.ts";
import { allIn, type FlatTree, isLeafCell, isSeen, leavesOf } from "./flat-tree.ts";
import { kindsOfHeader } from "./header-words.ts";
import { areLevel } from "./level-rows.ts";
import { looksLikeName, looksLikePartName } from "./split-name.ts";

/** Something on the page that repeats: a table's rows, a grid's, cards, options. */
export type RowGroup = {
  container: Element;
  shape: RosterShape;
  /** Each row's elements: one, or one a pane where columns are frozen. */
  rows: Element[][];
  /** Rows all of whose cells are header cells. */
  headers: Element[];
};

/** An element whose parts read like column headers, wherever it stands. */
export type HeaderLike = { element: Element; order: number };

export type PageLists = { groups: RowGroup[]; headers: HeaderLike[]; orderOf: (element: Element) => number };

const passedOver = new Set(
  "script style template noscript svg head nav iframe link meta canvas video audio datalist".split(" "),
);
const overRoles = new Set("navigation menu menubar tablist toolbar tooltip".split(" "));
const gridRoles = new Set("grid treegrid table".split(" "));
const unlikelyRows = new Set(
  "tr td th option optgroup thead tbody tfoot br col colgroup input label button dt dd slot style script i b a h1 h2 h3".split(
    " ",
  ),
);

const roleOf = (element: Element): string => attributeOf(element, "role") ?? "";
const isRow = (element: Element): boolean => tagOf(element) === "tr" || roleOf(element) === "row";
const isGrid = (element: Element): boolean => tagOf(element) === "table" || gridRoles.has(roleOf(element));

export type Breather = () => Promise<boolean>;

/**
 * Everything on the page that repeats and may be a list of people, found in one walk. `turn` gives the page its turn and
 * says whether to go on.
 */
export const findLists = async (
  top: Element,
  tree: FlatTree,
  turn: Breather,
): Promise<PageLists | undefined> => {
  const grids = new Map<Element, Element[]>();
  const groups: RowGroup[] = [];
  const headers: HeaderLike[] = [];
  const order = new Map<Element, number>();
  const stack: { element: Element; grid: Element | undefined; nth: number }[] = [
    { element: top, grid: undefined, nth: 0 },
  ];
  let looked = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { element } = next;
    if (looked >= mostElements) break;
    if (order.size % 50 === 0 && !(await turn())) return undefined;
    looked += 1;
    order.set(element, looked);
    const tag = tagOf(element);
    if (passedOver.has(tag) || overRoles.has(roleOf(element))) continue;
    const kids = tree.kidsOf(element);
    if (tag === "select" || roleOf(element) === "listbox") {
      const options = allIn(element, tree, mostRows).filter(
        (one) => tagOf(one) === "option" || roleOf(one) === "option",
      );
      if (isOpenList(element) && options.length >= 2 && isSeen(element)) {
        groups.push({ container: element, shape: "options", rows: options.map((one) => [one]), headers: [] });
      }
      continue;
    }
    const grid = isGrid(element) ? element : next.grid;
    if (isRow(element)) {
      const owner = next.grid ?? tree.above(element);
      if (owner) (grids.get(owner) ?? grids.set(owner, []).get(owner)!).push(element);
    } else if (kids.length >= 3) {
      groups.push(...siblingsIn(element, kids, tree));
    }
    // A header stands before what it heads.
    if (next.nth < 4 && kids.length >= 2 && kids.length <= 60 && readsLikeHeader(kids, tree)) {
      headers.push({ element, order: looked });
    }
    for (let at = kids.length - 1; at >= 0; at -= 1) {
      // Nothing below repeats or heads anything.
      if (isLeafCell(kids[at]!)) looked += 1;
      else stack.push({ element: kids[at]!, grid, nth: at });
    }
  }
  for (const [container, rows] of grids) {
    if (!(await turn())) return undefined;
    const group = await groupOf(container, rows, grids, tree, turn);
    if (group) groups.push(group);
  }
  return { groups, headers, orderOf: (element) => order.get(element) ?? 0 };
};

/** A drop-down shows one choice; a list box shows who is in it. */
const isOpenList = (element: Element): boolean =>
  tagOf(element) !== "select" ||
  attributeOf(element, "multiple") !== null ||
  Number(attributeOf(element, "size") ?? 0) > 1;

const groupOf = async (
  container: Element,
  rows: readonly Element[],
  grids: ReadonlyMap<Element, Element[]>,
  tree: FlatTree,
  turn: Breather,
): Promise<RowGroup | undefined> => {
  if (!isSeen(container)) return undefined;
  const headers: Element[] = [];
  const body: Element[] = [];
  for (const [at, row] of rows.slice(0, mostRows).entries()) {
    if (at % 100 === 0 && !(await turn())) return undefined;
    if (isHeaderRow(row, tree)) headers.push(row);
    else if (!holdsGrid(row, grids, tree)) body.push(row);
  }
  if (body.length === 0 || !(await turn())) return undefined;
  const shape = tagOf(container) === "table" && roleOf(container) === "" ? "table" : "grid";
  return { container, shape, rows: joinHalves(body, tree), headers };
};

/** A row of a layout table holds other tables: it is no row of a list. */
const holdsGrid = (row: Element, grids: ReadonlyMap<Element, Element[]>, tree: FlatTree): boolean => {
  if (grids.size === 1) return false;
  return allIn(row, tree, 120).some((one) => one !== row && (grids.get(one)?.length ?? 0) > 1);
};

const isHeaderRow = (row: Element, tree: FlatTree): boolean => {
  const cells = cellsOf(row, tree);
  return cells.length > 0 && cells.every((cell) => tagOf(cell) === "th" || roleOf(cell) === "columnheader");
};

const cellRoles = new Set("gridcell cell rowheader columnheader".split(" "));
const isCell = (element: Element): boolean =>
  tagOf(element) === "td" || tagOf(element) === "th" || cellRoles.has(roleOf(element));

/** A row's cells; wrappers between a row and its cells do not count, a row without any cell is read by its children. */
export const cellsOf = (row: Element, tree: FlatTree): Element[] => {
  const cells: Element[] = [];
  const look = (element: Element, depth: number) => {
    for (const kid of tree.kidsOf(element)) {
      if (isCell(kid)) cells.push(kid);
      else if (depth < 4) look(kid, depth + 1);
    }
  };
  look(row, 0);
  return cells.length > 0 ? cells : [...tree.kidsOf(row)];
};

const indexes =
  "aria-rowindex row-index data-rowindex data-row-index data-rgrow data-index data-item-index aria-posinset".split(
    " ",
  );

/** Where a row says that it stands in the whole list, and by which attribute. */
export const toldIndex = (row: Element): { by: string; index: number } | undefined => {
  for (const by of indexes) {
    const told = attributeOf(row, by);
    if (told !== null && /^\d{1,7}$/.test(told)) return { by, index: Number(told) };
  }
  return undefined;
};

/** Frozen columns are rows of their own beside the others, with the same index or on the same level. */
const joinHalves = (rows: readonly Element[], tree: FlatTree): Element[][] => {
  const joined: Element[][] = [];
  const byIndex = new Map<number, Element[]>();
  const panes = new Map<Element | undefined, Element[]>();
  for (const row of rows) {
    const told = toldIndex(row);
    const other = told && byIndex.get(told.index);
    if (other && tree.above(other[0]!) !== tree.above(row)) other.push(row);
    else {
      const single = [row];
      if (told) byIndex.set(told.index, single);
      joined.push(single);
    }
    const parent = tree.above(row);
    (panes.get(parent) ?? panes.set(parent, []).get(parent)!).push(row);
  }
  if (byIndex.size > 0 || panes.size < 2 || panes.size > 6) return joined;
  const [first = [], ...others] = [...panes.values()];
  const beside = others.filter((pane) => areLevel(first, pane));
  const rest = others.filter((pane) => !beside.includes(pane));
  return [
    ...first.map((row, at) => [row, ...beside.map((pane) => pane[at]!)]),
    ...rest.flat().map((row) => [row]),
  ];
};

/** Children of one tag, and children of children (cards laid out in lines), where some of them hold names. */
const siblingsIn = (parent: Element, kids: readonly Element[], tree: FlatTree): RowGroup[] => {
  const found: RowGroup[] = [];
  const tags = new Map<string, Element[]>();
  for (const kid of kids.slice(0, mostRows)) {
    const tag = tagOf(kid);
    if (unlikelyRows.has(tag) || isRow(kid)) continue;
    (tags.get(tag) ?? tags.set(tag, []).get(tag)!).push(kid);
  }
  for (const rows of tags.values()) {
    if (rows.length < 3 || !holdNames(rows, tree) || !isSeen(parent)) continue;
    found.push({ container: parent, shape: "rows", rows: rows.map((row) => [row]), headers: [] });
    const cousins = rows.flatMap((row) => {
      const below = tree.kidsOf(row);
      return below.length > 1 &&
        below.every((one) => tagOf(one) === tagOf(below[0]!) && !unlikelyRows.has(tagOf(one)))
        ? below
        : [];
    });
    if (cousins.length > rows.length && holdNames(cousins, tree)) {
      found.push({ container: parent, shape: "cards", rows: cousins.map((row) => [row]), headers: [] });
    }
  }
  return found;
};

/** Whether most of a few of these hold what reads like a person's name. */
const holdNames = (rows: readonly Element[], tree: FlatTree): boolean => {
  const step = Math.max(1, Math.floor(rows.length / 8));
  const some = rows.filter((_, at) => at % step === 0).slice(0, 10);
  const holding = some.filter((row) => {
    const texts = leavesOf(row, tree).map(({ text }) => text);
    if (texts.some(looksLikeName) || looksLikeName(texts.slice(0, 3).join(" "))) return true;
    const inputs = allIn(row, tree, 60).filter(isControl).map(controlValue);
    return inputs.some(looksLikeName) || inputs.filter(looksLikePartName).length >= 2;
  });
  return holding.length * 2 >= some.length;
};

const readsLikeHeader = (kids: readonly Element[], tree: FlatTree): boolean => {
  let known = 0;
  for (const kid of kids.slice(0, 20)) {
    const words = leavesOf(kid, tree).map(({ text }) => text);
    const text = words.join(" ");
    if (text.length > 80) return false;
    if (kindsOfHeader(text).length > 0 || words.some((word) => kindsOfHeader(word).length > 0)) known += 1;
    if (known >= 2) return true;
  }
  return false;
};
