import type { Fault, Needs } from "./faults/fault.ts";
import { makeDistrict } from "./make-district.ts";
import { cellsOf, type DataFile, type Package } from "./package.ts";
import { type Made, recipes } from "./packages/index.ts";
import { createPlot, NoRoom, type Planted, type Spot } from "./plot.ts";
import { createRandom } from "./random.ts";
import { schoolYearOf } from "./school-year.ts";
import { writeWorkbook } from "./workbook.ts";
import { writeFile } from "./write-file.ts";

export type GenerateOptions = {
  format: Made;
  students: number;
  seed: number;
  /** ISO day of the check: it decides the school year. */
  date: string;
};

export type MadeFile = { name: string; bytes: Uint8Array };

/** The clean package of a district. */
export const generateClean = ({ format, students, seed, date }: GenerateOptions): Package => {
  const { make, grades } = recipes[format];
  return make(makeDistrict({ students, seed, date, ...(grades && { grades }) }));
};

/** Whether the roster can be a workbook: faults in the writing of a CSV file need one. */
const isPlain = ({ delimiter, lineEnding, text, encode, cells }: DataFile): boolean =>
  [delimiter, lineEnding, text, encode, cells].every((one) => one === undefined);

/** What the file is called when written: the flat roster is a workbook unless a fault is in the writing of CSV. */
export const nameOf = (file: DataFile, { format }: Package): string =>
  format.id === "cli-engage-workbook" && file.role !== "" && isPlain(file)
    ? file.name.replace(/\.csv$/, ".xlsx")
    : file.name;

const sheet = "Roster";

/** The file as reports call it: a workbook with its sheet. */
const reportName = (file: DataFile, made: Package): string => {
  const name = nameOf(file, made);
  return name.endsWith(".xlsx") ? `${name}/${sheet}` : name;
};

/** The files of a package as bytes. */
export const writePackage = (made: Package): MadeFile[] =>
  made.files
    .filter(({ spare }) => !spare)
    .map((file) => {
      const name = nameOf(file, made);
      const bytes = name.endsWith(".xlsx")
        ? writeWorkbook([{ name: sheet, rows: cellsOf(file) }])
        : writeFile(file);
      return { name, bytes };
    });

/** A place as reports give it. */
export type PlantedPlace = {
  file: string;
  line?: number | undefined;
  column?: string | undefined;
  value?: string | undefined;
};

/** One planted fault, as planted.json lists it. */
export type PlantedFault = PlantedPlace & {
  rule: string;
  /** The other side: the second of two people with one address. */
  also?: PlantedPlace[];
  /** How many the finding counts, when not one. */
  count?: number;
  note: string;
  needs?: Needs;
};

/** A fault that was asked for and not planted, and why. */
export type LeftOut = { rule: string; because: string };

export type Generated = { made: Package; planted: PlantedFault[]; leftOut: LeftOut[] };

const placeOf = ({ file, row, isHeader, column, value }: Spot, made: Package): PlantedPlace => {
  const at = row === undefined ? -1 : file.rows.indexOf(row);
  const said = value ?? (row !== undefined && column !== undefined ? (row[column] ?? "") : undefined);
  return {
    file: reportName(file, made),
    // The header is line 1.
    ...(at >= 0 ? { line: at + 2 } : isHeader && { line: 1 }),
    ...(column !== undefined && { column }),
    ...(said !== undefined && { value: said }),
  };
};

/** A package with the given faults, each in a place of its own. A fault that this format cannot have is left out. */
export const generateFaulty = (options: GenerateOptions, faults: readonly Fault[]): Generated => {
  const made = generateClean(options);
  const random = createRandom(options.seed + 1);
  const plot = createPlot(made, { random, schoolYear: schoolYearOf(options.date) });
  const found: { fault: Fault; one: Planted }[] = [];
  const leftOut: LeftOut[] = [];
  for (const fault of faults) {
    try {
      const planted = fault.plant(plot);
      if (typeof planted === "string") leftOut.push({ rule: fault.rule, because: planted });
      else found.push(...planted.map((one) => ({ fault, one })));
    } catch (error) {
      if (!(error instanceof NoRoom)) throw error;
      leftOut.push({ rule: fault.rule, because: `the district is too small: ${error.message}` });
    }
  }
  // Lines are known when everything is planted.
  const planted = found.map(({ fault, one }) => ({
    rule: fault.rule,
    ...placeOf(one.spot, made),
    ...(one.also && { also: one.also.map((spot) => placeOf(spot, made)) }),
    ...(one.count !== undefined && { count: one.count }),
    note: one.note,
    ...(fault.needs && { needs: fault.needs }),
  }));
  return { made, planted, leftOut };
};
