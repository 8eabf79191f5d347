import type { Field, ValueType } from "../../formats/format.ts";
import { cellSchema } from "../../formats/values.ts";
import { type Cells, columnOf } from "../columns.ts";
import { itemsOf } from "../references.ts";
import type { CheckContext, RoleTable } from "../rule.ts";
import { bulk, type Cause, type Explained, eachBulk, type FoundCause, fieldOf, type Open } from "./cause.ts";

type Wrong = Open & { cells: Cells };
type Evidence = { one: Wrong; index: number; codes: number[] };

/** So many of a column's wrong values must be right in its neighbour. */
const most = 0.9;

/** Types that not just any text has: a name fits a name's neighbour by chance. */
const telling: ReadonlySet<ValueType> = new Set([
  "date",
  "datetime",
  "boolean",
  "email",
  "enum",
  "userId",
  "year",
]);

/** Whether a value belongs to a field by more than chance; `undefined` for fields that take anything. */
const testOf = (context: CheckContext, field: Field): ((text: string) => boolean) | undefined => {
  const target = context.files.get(field.references?.role ?? "");
  const keys = columnOf(target, field.references?.column ?? "");
  if (keys !== undefined) {
    return (text) => itemsOf(text, field.list === true).every((item) => keys.codeOf(item) >= 0);
  }
  if (!telling.has(field.type)) return undefined;
  const schema = cellSchema(field);
  return (text) => schema.safeParse(text).success;
};

const sampleSize = 200;

/** Whether at least half of a few values spread over all of them fit: a shift shows in nearly every one. */
const isFitSample = (codes: readonly number[], isFit: (code: number) => boolean): boolean => {
  const step = Math.max(1, Math.floor(codes.length / sampleSize));
  let looked = 0;
  let fit = 0;
  for (let at = 0; at < codes.length; at += step) {
    looked++;
    if (isFit(codes[at] as number)) fit++;
  }
  return step === 1 || fit * 2 >= looked;
};

/** The columns of one file whose wrong values are right in the neighbour `step` columns away. */
const findEvidence = (context: CheckContext, wrong: readonly Wrong[], step: 1 | -1): Evidence[] =>
  wrong.flatMap((one) => {
    const { file, column, codes } = one.cells;
    const index = file.table.columns.indexOf(column);
    const neighbour = file.table.columns[index + step];
    const field = neighbour === undefined ? undefined : fieldOf(file, neighbour);
    const own = fieldOf(file, column);
    const fits = field === undefined ? undefined : testOf(context, field);
    // "true" is right in any column of booleans: where a neighbour asks for the same, nothing is told.
    if (
      fits === undefined ||
      (own?.type === field?.type &&
        own?.values === field?.values &&
        own?.references?.role === field?.references?.role)
    )
      return [];
    const isFit = (code: number): boolean => {
      const text = column.valueOf(code).trim();
      return text !== "" && fits(text);
    };
    if (!isFitSample(codes, isFit)) return [];
    const fitting: number[] = [];
    // Most findings are nothing of the kind, which a few of their values show.
    let unfit = one.raised.count * (1 - most);
    for (const code of codes) {
      if (isFit(code)) fitting.push(code);
      else unfit -= column.counts[code] as number;
      if (unfit < 0) return [];
    }
    return [{ one, index, codes: fitting }];
  });

/** Marks the rows that hold these values. */
const mark = (rows: Uint8Array, { column, codes }: Pick<Cells, "column" | "codes">): void => {
  const flags = new Uint8Array(column.size);
  for (const code of codes) flags[code] = 1;
  for (let row = 0; row < rows.length; row++) if (flags[column.codes[row] as number] === 1) rows[row] = 1;
};

/** The values of a finding that stand in marked rows only. */
const codesWithin = (rows: Uint8Array, { column, codes }: Cells): number[] => {
  const inside = new Uint32Array(column.size);
  for (let row = 0; row < rows.length; row++) {
    if (rows[row] === 1) (inside[column.codes[row] as number] as number)++;
  }
  return codes.filter((code) => inside[code] === column.counts[code]);
};

const toCause = (
  file: RoleTable,
  wrong: readonly Wrong[],
  evidence: readonly Evidence[],
  how: "right" | "left" | "swapped",
): FoundCause | undefined => {
  const rows = new Uint8Array(file.table.rows);
  for (const { one, codes } of evidence) mark(rows, { column: one.cells.column, codes });
  const explained: Explained[] = wrong.map((one) => {
    const own = evidence.find((each) => each.one === one);
    return { open: one, codes: own?.codes ?? codesWithin(rows, one.cells) };
  });
  const count = rows.reduce((sum, marked) => sum + marked, 0);
  if (count < bulk) return undefined;
  const first = rows.indexOf(1);
  const [proof] = [...evidence].sort((a, b) => a.index - b.index);
  const { columns, file: facts } = file.table;
  const step = how === "left" || how === "swapped" ? 1 : -1;
  return {
    args: {
      file: facts.name,
      how,
      rows: count,
      of: file.table.rows,
      from: count === file.table.rows - first && first > 0 ? file.table.lineOf(first) : 0,
      columns: evidence.length,
      column: proof?.one.cells.column.name ?? "",
      neighbour: columns[(proof?.index ?? 0) + step]?.name ?? "",
      example: proof === undefined ? "" : proof.one.cells.column.valueOf(proof.codes[0] as number),
    },
    repairable: false,
    explained: explained.filter(({ codes = [] }) => codes.length > 0),
  };
};

/** Values stand one column beside where they belong, in all rows or from one row on; or two columns changed places. */
export const cause: Cause = {
  id: "column-shifted",
  *explain(context, open) {
    const files = new Map<RoleTable, Wrong[]>();
    for (const one of eachBulk(open)) {
      files.set(one.cells.file, [...(files.get(one.cells.file) ?? []), one]);
    }
    for (const [file, wrong] of files) {
      // A value that belongs one column to the right was moved to the left.
      const left = findEvidence(context, wrong, 1);
      const right = findEvidence(context, wrong, -1);
      const columns = (found: readonly Evidence[]) => new Set(found.map(({ index }) => index)).size;
      const pair = left.find((one) => right.some(({ index }) => index === one.index + 1));
      const swapped = pair && [pair, ...right.filter(({ index }) => index === pair.index + 1)];
      const found =
        swapped !== undefined
          ? toCause(
              file,
              swapped.map(({ one }) => one),
              swapped,
              "swapped",
            )
          : columns(left) >= 2 && columns(left) >= columns(right)
            ? toCause(file, wrong, left, "left")
            : columns(right) >= 2
              ? toCause(file, wrong, right, "right")
              : undefined;
      if (found !== undefined) yield found;
    }
  },
};
