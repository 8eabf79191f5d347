import type { Row } from "../package.ts";
import type { Planted, Plot } from "../plot.ts";
import { type Fault, families, type Plant } from "./fault.ts";

export const only =
  (formats: readonly string[], because: string, plant: Plant): Plant =>
  (plot) =>
    formats.includes(plot.format) ? plant(plot) : because;

/** A fault of every OneRoster format. */
export const oneRoster = (rule: string, plant: Plant, more: Partial<Fault> = {}): Fault => ({
  rule,
  ...more,
  plant: (plot) => (families[plot.format] === "oneroster" ? plant(plot) : "only OneRoster has such records"),
});

export const at = (plot: Plot, role: string, row: Row, column: string, note: string): Planted => ({
  spot: { file: plot.file(role), row, column },
  note,
});
