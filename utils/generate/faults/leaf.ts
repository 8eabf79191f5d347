import type { DataFile } from "../package.ts";
import type { Planted, Plot } from "../plot.ts";
import { type ByFormat, type Fault, pickFor } from "./fault.ts";

/** The file that least depends on; what is wrong with it as a whole leaves the others alone. */
const leaves: ByFormat<string> = {
  "oneroster-1.1": "courseResources",
  "oneroster-1.2": "courseResources",
  "cli-engage": "demographics",
  clever: "staff",
  sds1: "guardianrelationship",
  sds21: "userFlags",
  nyc: "registration",
  ohio: "enrollments",
  workbook: "roster",
};

export const leafOf = (plot: Plot): DataFile => plot.file(pickFor(leaves, plot.format) ?? "");
export const firstHeader = ({ header }: DataFile): string => header[0] ?? "";

export const whole = "it changes the whole file";

/** A fault of the leaf file as a whole. */
export const wholeFault = (
  rule: string,
  note: string,
  change: (file: DataFile, plot: Plot) => Planted["spot"],
): Fault => ({
  rule,
  alone: whole,
  plant: (plot) => [{ spot: change(leafOf(plot), plot), note }],
});
