import type { Field, ValueType } from "../../formats/format.ts";
import type { Row } from "../package.ts";
import { fieldsOf, type Planted, type Plot } from "../plot.ts";
import { type ByFormat, type Fault, type Plant, pickFor } from "./fault.ts";

/** A cell that nothing else depends on. */
export type Cell = { role: string; column: string; fits?: (row: Row) => boolean };

export const cell = (role: string, column: string, fits?: (row: Row) => boolean): Cell => ({
  role,
  column,
  ...(fits && { fits }),
});

/** Writes a value over a cell of a row that is free. */
export const overwrite = (
  plot: Plot,
  { role, column, fits }: Cell,
  value: string | ((row: Row) => string),
): Planted[] => {
  const row = plot.take(role, fits);
  const before = row[column] ?? "";
  row[column] = typeof value === "string" ? value : value(row);
  const note = before === "" ? `${column} was blank` : `${column} was “${before}”`;
  return [{ spot: { file: plot.file(role), row, column }, note }];
};

/** A fault that is one wrong value: `values` by format or one for all, `cells` by format. */
export const valueFault = (
  rule: string,
  cells: ByFormat<Cell>,
  value: string | ByFormat<string> | ((row: Row) => string),
  without: (plot: Plot) => string,
): Fault => ({
  rule,
  plant: (plot) => {
    const place = pickFor(cells, plot.format);
    if (place === undefined) return without(plot);
    const text = typeof value === "object" ? (pickFor(value, plot.format) ?? "") : value;
    return overwrite(plot, place, text);
  },
});

/** The reason that follows from the format alone; throws where the format does have such a field. */
export const noField =
  (what: string, fits: (field: Field) => boolean) =>
  (plot: Plot): string => {
    const [found] = fieldsOf(plot, fits);
    if (found === undefined) return `no file of the format has ${what}`;
    throw new Error(`${plot.format} has ${what}, ${found.role}.${found.field.name}: say where to plant it`);
  };

export const noType = (...types: ValueType[]) =>
  noField(`a column of type ${types.join(" or ")}`, ({ type }) => types.includes(type));

/** A fault whose planting differs by format. */
export const byFormat =
  (table: ByFormat<Plant>, without: string): Plant =>
  (plot) =>
    pickFor(table, plot.format)?.(plot) ?? without;
