import { attributeOf, isMatch, tagOf } from "../page/safe-dom.ts";
import { cellsOf, type HeaderLike, type RowGroup } from "./find-lists.ts";
import { type FlatTree, leavesOf } from "./flat-tree.ts";
import { kindsOfHeader } from "./header-words.ts";
import { cellsOfRow, keyOfCell, type Matrix, spanOf } from "./read-rows.ts";

/** Header words by column key, and the element they stand in. */
export type Headers = { words: Map<string, string>; row: Element | undefined };

/** What a header cell says: its text, else what it says to those who cannot see it. */
export const headerText = (cell: Element, tree: FlatTree): string => {
  const texts = leavesOf(cell, tree).map(({ text }) => text);
  const text = texts.join(" ").slice(0, 200);
  if (kindsOfHeader(text).length > 0) return text;
  const others = [
    ...texts,
    attributeOf(cell, "aria-label"),
    attributeOf(cell, "title"),
    attributeOf(cell, "abbr"),
  ];
  return (
    others.find((other) => other && kindsOfHeader(other).length > 0) ??
    (text || (others.find((other) => other) ?? ""))
  );
};

/**
 * The header of a group: its own header rows; a first row whose cells read like headers; else the nearest thing before
 * it that reads like headers and has as many parts, because some grids keep their header in a table of its own.
 */
export const alignHeader = (
  group: RowGroup,
  matrix: Matrix,
  near: readonly HeaderLike[],
  tree: FlatTree,
): Headers => {
  const words = new Map<string, string>();
  if (matrix.keyedBy === "path" || matrix.keyedBy === "text") return { words, row: undefined };
  const model = modelRow(group, tree);
  if (!model) return { words, row: undefined };
  const own = group.headers.filter((row) => cellsOf(row, tree).length > 1);
  const rows = own.length > 0 ? own.slice(0, 4) : near.map(({ element }) => element);
  for (const row of rows) {
    const found = alignRow(row, model, matrix, tree);
    if (found.size === 0) continue;
    for (const [key, text] of found)
      if (!words.has(key) || kindsOfHeader(words.get(key)!).length === 0) words.set(key, text);
    if (own.length === 0) return { words, row };
  }
  return { words, row: own[0] };
};

type Model = { cells: Element[]; positions: number[] };

/** The row with the most cells stands for the others when positions are compared. */
const modelRow = ({ rows }: RowGroup, tree: FlatTree): Model | undefined => {
  let best: Element[] = [];
  for (const row of rows.slice(0, 30)) {
    const cells = cellsOfRow(row, tree);
    if (cells.length > best.length) best = cells;
  }
  return best.length === 0 ? undefined : { cells: best, positions: positionsOf(best) };
};

const positionsOf = (cells: readonly Element[]): number[] => {
  let position = 0;
  return cells.map((cell) => {
    const mine = position;
    position += spanOf(cell);
    return mine;
  });
};

const alignRow = (row: Element, model: Model, matrix: Matrix, tree: FlatTree): Map<string, string> => {
  const found = new Map<string, string>();
  const cells = headerCells(row, tree);
  const { keyedBy } = matrix;
  if (keyedBy !== "position" && cells.some((cell) => attributeOf(cell, keyedBy) !== null)) {
    for (const cell of cells) {
      const text = headerText(cell, tree);
      if (attributeOf(cell, keyedBy) !== null && text !== "") found.set(keyOfCell(cell, keyedBy, 0), text);
    }
    return found;
  }
  const keys = model.cells.map((cell, at) => keyOfCell(cell, keyedBy, model.positions[at]!));
  const positions = positionsOf(cells);
  const width = (all: readonly Element[]) => all.reduce((sum, cell) => sum + spanOf(cell), 0);
  if (width(cells) === width(model.cells)) {
    for (const [at, cell] of cells.entries()) {
      const key = keys[model.positions.indexOf(positions[at]!)];
      const text = headerText(cell, tree);
      if (key !== undefined && text !== "") found.set(key, text);
    }
    return found;
  }
  return alignByPlace(cells, model, keys, tree);
};

/** Header cells of grids without roles are the children of their row, however deep the row is wrapped. */
const headerCells = (row: Element, tree: FlatTree): Element[] => {
  let cells = cellsOf(row, tree);
  for (
    let depth = 0;
    cells.length === 1 && depth < 4 && !isMatch(cells[0]!, "th, [role=columnheader]");
    depth += 1
  )
    cells = cellsOf(cells[0]!, tree);
  return cells.filter((cell) => !["colgroup", "col", "script", "style"].includes(tagOf(cell)));
};

const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

/** Where nothing else tells, a column's header is what stands above it. */
const alignByPlace = (
  cells: readonly Element[],
  model: Model,
  keys: readonly string[],
  tree: FlatTree,
): Map<string, string> => {
  const found = new Map<string, string>();
  const heads = cells.map((cell) => ({ cell, box: boxOf(cell) })).filter(({ box }) => box.width > 0);
  for (const [at, cell] of model.cells.entries()) {
    const box = boxOf(cell);
    const middle = box.left + Math.min(box.width, 40) / 2;
    const head = heads.find(({ box: { left, right } }) => left <= middle && middle <= right);
    const text = head ? headerText(head.cell, tree) : "";
    if (text !== "") found.set(keys[at]!, text);
  }
  return found;
};
