import { oneLine } from "../page/plain-words.ts";
import { type Control, isControl } from "../page/read-cell.ts";
import { attributeOf, isMatch, tagOf } from "../page/safe-dom.ts";
import { longestText } from "./detected.ts";
import { type Breather, cellsOf, type RowGroup } from "./find-lists.ts";
import { allIn, type FlatTree, type Leaf, leavesOf } from "./flat-tree.ts";

/** A group's rows as columns of text, by key; see DetectedColumn.key. */
export type Matrix = {
  columns: Map<string, string[]>;
  /** Header words found in the rows themselves: labels of cards, names of inputs. */
  labels: Map<string, string>;
  /** How cells are named: an attribute, their position, or (cards) the path of each text. */
  keyedBy: string;
  rowCount: number;
};

/** Attributes by which grids say which column a cell belongs to; the same on header cells. */
export const columnAttributes =
  "col-id data-field data-rgcol tabulator-field field data-column-id data-col data-column data-col-id columnid data-key aria-colindex".split(
    " ",
  );

/** The key of a cell in its row, or undefined for one that belongs to no column. */
export const keyOfCell = (cell: Element, keyedBy: string, position: number): string => {
  if (keyedBy === "position") return String(position);
  const told = attributeOf(cell, keyedBy);
  return told === null ? `?${position}` : `${keyedBy}=${told.slice(0, 80)}`;
};

export const spanOf = (cell: Element): number => {
  const span = Number(attributeOf(cell, "colspan") ?? 1);
  return Number.isInteger(span) && span > 0 && span <= 100 ? span : 1;
};

export const cellsOfRow = (row: readonly Element[], tree: FlatTree): Element[] =>
  row.length === 1 ? cellsOf(row[0]!, tree) : row.flatMap((half) => cellsOf(half, tree));

/** How the cells of these rows are told apart. */
const findKey = (rows: readonly Element[][], tree: FlatTree): string => {
  const some = rows.slice(0, 6).map((row) => cellsOfRow(row, tree));
  const by = columnAttributes.find((name) =>
    some.every((cells) => {
      const told = cells
        .map((cell) => attributeOf(cell, name))
        .filter((value) => value !== null && value !== "");
      return told.length >= Math.max(1, cells.length - 2) && new Set(told).size === told.length;
    }),
  );
  return by ?? "position";
};

/** Rows that have all the same parts are read part by part; cards, whose parts come and go, text by text. */
const haveSameParts = (rows: readonly Element[][], tree: FlatTree): boolean => {
  const counts = new Map<number, number>();
  for (const [row] of rows) {
    const count = tree.kidsOf(row!).length;
    counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  const [most = 0] = [...counts].sort((a, b) => b[1] - a[1]);
  return Array.isArray(most) && most[0] >= 2 && most[1] >= rows.length * 0.9;
};

const textControl = (element: Element): element is Control =>
  isControl(element) && !isMatch(element, "[type=checkbox], [type=radio], [type=search]");

const ignoredTitle = /click|edit|sort|select|view|open|more|remove|delete|drop|clic|editar|ver|abrir/i;

type Read = { text: string; leaves: Leaf[]; labels: [string, string][] };

/** What a cell says: the values of its controls, else its text, or its title where that says the text in full. */
export const readPart = (cell: Element, tree: FlatTree): Read => {
  const controls =
    tree.kidsOf(cell).length === 0 && !isControl(cell) ? [] : allIn(cell, tree, 80).filter(textControl);
  if (controls.length > 0) {
    const labels: [string, string][] = [];
    const leaves = controls.slice(0, 20).map((control, at) => {
      const path = `>${tagOf(control)}${at === 0 ? "" : `:${at + 1}`}`;
      const label = attributeOf(control, "aria-label") ?? attributeOf(control, "placeholder");
      if (label) labels.push([path, label]);
      return { text: oneLine(tree.wordsIn(control).slice(0, longestText)), path };
    });
    return { text: oneLine(leaves.map(({ text }) => text).join(" ")), leaves, labels };
  }
  const leaves = leavesOf(cell, tree);
  const text = oneLine(withoutInitials(leaves).join(" ")).slice(0, longestText);
  const title = attributeOf(cell, "title");
  if (title !== null && title.length <= longestText && !ignoredTitle.test(title)) {
    const seen = text.replace(/(?:…|\.\.\.)$/, "");
    if (seen === "" || (title.length > seen.length && title.startsWith(seen))) {
      return { text: oneLine(title), leaves: [{ text: oneLine(title), path: "" }], labels: [] };
    }
  }
  return { text, leaves, labels: [] };
};

/** The texts without an avatar's: "AR" before "Ana Rivera". */
const withoutInitials = (leaves: readonly Leaf[]): string[] => {
  const texts = leaves.map(({ text }) => text);
  const [first = ""] = texts;
  if (texts.length < 2 || !/^\p{Lu}{1,3}$/u.test(first)) return texts;
  const rest = texts
    .slice(1)
    .join(" ")
    .split(/[\s,]+/);
  const initials = new Set(rest.map((word) => word.normalize("NFD").charAt(0).toUpperCase()));
  return [...first.normalize("NFD")].every((letter) => initials.has(letter) || letter > "\u02ff")
    ? texts.slice(1)
    : texts;
};

/** Reads a group's rows in slices. Undefined when `turn` says to stop. */
export const readRows = async (
  { rows, shape }: RowGroup,
  tree: FlatTree,
  turn: Breather,
): Promise<Matrix | undefined> => {
  const columns = new Map<string, string[]>();
  const labels = new Map<string, string>();
  const isLaidOut =
    shape === "table" || shape === "grid" || (shape !== "options" && haveSameParts(rows, tree));
  const keyedBy = shape === "options" ? "text" : isLaidOut ? findKey(rows, tree) : "path";
  const put = (key: string, row: number, text: string) => {
    let column = columns.get(key);
    if (!column) {
      if (columns.size >= 300) return;
      column = new Array<string>(rows.length).fill("");
      columns.set(key, column);
    }
    column[row] = text;
  };
  for (const [at, row] of rows.entries()) {
    if (at % 20 === 0 && !(await turn())) return undefined;
    if (keyedBy === "text") {
      put("text", at, oneLine((row[0]!.textContent ?? "").slice(0, longestText)));
    } else if (keyedBy === "path") {
      const read = readPart(row[0]!, tree);
      for (const { text, path } of read.leaves) put(`path${path}`, at, text);
      for (const [path, label] of read.labels) labels.set(`path${path}`, label);
    } else {
      let position = 0;
      for (const cell of cellsOfRow(row, tree)) {
        const key = keyOfCell(cell, keyedBy, position);
        position += spanOf(cell);
        const read = readPart(cell, tree);
        put(key, at, read.text);
        for (const [path, label] of read.labels) {
          labels.set(`${key}/${path}`, label);
          if (read.leaves.length === 1) labels.set(key, label);
        }
        if (read.leaves.length > 1) for (const { text, path } of read.leaves) put(`${key}/${path}`, at, text);
      }
    }
  }
  return { columns: namedByLabels(columns, labels), labels, keyedBy, rowCount: rows.length };
};

/** "ID: 100234" under a row of such: the words before the colon are the header, what follows is the value. */
const namedByLabels = (
  columns: Map<string, string[]>,
  labels: Map<string, string>,
): Map<string, string[]> => {
  let constant: string | undefined;
  for (const [key, texts] of columns) {
    const filled = texts.filter((text) => text !== "");
    const isInner = key.startsWith("path") || key.includes("/");
    if (filled.length < 2) continue;
    const before = /^([^:#\d]{1,30}?)\s*(?::|#|(?=\d))/u.exec(filled[0]!);
    const label = before?.[1]?.trim() ?? "";
    if (label !== "" && filled.every((text) => text.startsWith(before![0]))) {
      labels.set(key, labels.get(key) ?? label);
      columns.set(
        key,
        texts.map((text) => (text === "" ? "" : text.slice(before![0].length).trim())),
      );
    } else if (isInner && constant !== undefined && new Set(filled).size > 1 && !labels.has(key)) {
      labels.set(key, constant);
    }
    const [first] = filled;
    constant =
      filled.every((text) => text === first) && filled.length * 2 >= texts.length ? first : undefined;
  }
  return columns;
};
