import { cellSchema } from "../../formats/values.ts";
import type { Column } from "../../table/table.ts";
import { countRows } from "../columns.ts";
import { itemsOf } from "../references.ts";
import { bulk, type Cause, type Explained, eachBulk, type FoundCause, fieldOf } from "./cause.ts";
import { type DanglingOpen, danglingOf } from "./dangling.ts";
import { isAscii, isAsciiColumn, isReplaced, maskLetters, undoMojibake } from "./mojibake.ts";

type Match = { how: "double" | "replaced" | "marked"; side: "reference" | "key"; meant: string };

/** Keys of a file by what they were before the wrong encoding, and by what is left of them in it. */
const readKeys = (keys: Column) => {
  const before = new Map<string, string>();
  const masked = new Map<string, string | undefined>();
  for (let code = 0; code < keys.size; code++) {
    const key = keys.valueOf(code);
    if (isAscii(key)) continue;
    const undone = undoMojibake(key);
    if (undone !== undefined) before.set(undone, key);
    const mask = maskLetters(key);
    // Two keys that differ only in lost letters prove nothing.
    masked.set(mask, masked.has(mask) ? undefined : key);
  }
  return { before, masked };
};

const matcherOf = (target: Column): ((item: string) => Match | undefined) => {
  let known: ReturnType<typeof readKeys> | undefined;
  return (item) => {
    if (isAscii(item)) return undefined;
    const undone = undoMojibake(item);
    if (undone !== undefined && target.codeOf(undone) >= 0) {
      return { how: "double", side: "reference", meant: undone };
    }
    known ??= readKeys(target);
    const key = known.before.get(item);
    if (key !== undefined) return { how: "double", side: "key", meant: item };
    const masked = known.masked.get(maskLetters(item));
    if (masked === undefined || isReplaced(item) === isReplaced(masked)) return undefined;
    return isReplaced(item)
      ? { how: "replaced", side: "reference", meant: masked }
      : { how: "replaced", side: "key", meant: item };
  };
};

type Proved = Explained & { codes: number[]; matches: Map<number, Match>; file: string };

const proveReferences = ({ open, cells, target, targetColumn, list }: DanglingOpen): Proved => {
  const match = matcherOf(targetColumn);
  const matches = new Map<number, Match>();
  for (const code of cells.codes) {
    const absent = itemsOf(cells.column.valueOf(code), list).filter((item) => targetColumn.codeOf(item) < 0);
    const found = absent.map(match);
    if (found[0] !== undefined && !found.includes(undefined)) matches.set(code, found[0]);
  }
  const isKey = [...matches.values()].filter(({ side }) => side === "key").length * 2 > matches.size;
  const damaged = isKey ? target : cells.file;
  return { open, codes: [...matches.keys()], matches, file: damaged.table.file.name };
};

/** Values that the format takes once they are read in the right encoding. */
function* proveValues(
  open: Iterable<ReturnType<typeof eachBulk> extends Iterable<infer T> ? T : never>,
): Generator<Proved> {
  for (const one of open) {
    const { file, column, codes } = one.cells;
    const field = fieldOf(file, column);
    if (field === undefined || one.rule === "dangling-reference" || isAsciiColumn(column)) continue;
    const schema = cellSchema(field);
    const matches = new Map<number, Match>();
    for (const code of codes) {
      const text = column.valueOf(code);
      const meant = undoMojibake(text);
      // The mark is proof of the loss; where nothing else is known the format takes any text.
      if (isReplaced(text) && one.rule === "damaged-text") {
        matches.set(code, { how: "marked", side: "reference", meant: "" });
      } else if (meant !== undefined && schema.safeParse(meant).success) {
        matches.set(code, { how: "double", side: "reference", meant });
      }
    }
    yield { open: one, codes: [...matches.keys()], matches, file: file.table.file.name };
  }
}

/** A file was saved in another encoding than it was read in: names and ids with accents no longer match. */
export const cause: Cause = {
  id: "file-re-encoded",
  *explain(context, open) {
    const byFile = new Map<string, Proved[]>();
    const references = danglingOf(context, eachBulk(open)).filter(
      ({ cells, targetColumn }) => !isAsciiColumn(cells.column) || !isAsciiColumn(targetColumn),
    );
    const proved = [...references.map(proveReferences), ...proveValues(eachBulk(open))];
    for (const one of proved) {
      if (one.codes.length > 0) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one]);
    }
    for (const [file, parts] of byFile) {
      const found = toCause(file, parts);
      if (found !== undefined) yield found;
    }
  },
};

const rowsOf = ({ open: { cells }, codes }: Proved): number =>
  cells === undefined ? 0 : countRows(cells.column, codes);

const toCause = (file: string, parts: readonly Proved[]): FoundCause | undefined => {
  const rows = parts.reduce((sum, part) => sum + rowsOf(part), 0);
  // A match with another file says more than a mark or a form.
  const [most] = [...parts].sort((a, b) => rank(a) - rank(b) || rowsOf(b) - rowsOf(a));
  const [example] = most?.matches ?? [];
  if (rows < bulk || most === undefined || example === undefined) return undefined;
  const lost = parts.some(({ matches }) => [...matches.values()].some(({ how }) => how !== "double"));
  return {
    args: {
      file,
      column: String(most.open.raised.args.column ?? ""),
      how: example[1].how,
      rows,
      of: parts.reduce((sum, part) => sum + part.open.raised.count, 0),
      example: most.open.cells?.column.valueOf(example[0]) ?? "",
      meant: example[1].meant,
    },
    repairable: !lost,
    explained: parts,
  };
};

const rank = ({ open: { rule } }: Proved): number => (rule === "dangling-reference" ? 0 : 1);
