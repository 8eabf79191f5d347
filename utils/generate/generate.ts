import { makeDistrict } from "./make-district.ts";
import { cellsOf, type DataFile, type Package } from "./package.ts";
import { type Made, recipes } from "./packages/index.ts";
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
  format.id === "cli-engage-workbook" && isPlain(file) ? file.name.replace(/\.csv$/, ".xlsx") : file.name;

/** The files of a package as bytes. */
export const writePackage = (made: Package): MadeFile[] =>
  made.files
    .filter(({ spare }) => !spare)
    .map((file) => {
      const name = nameOf(file, made);
      const bytes = name.endsWith(".xlsx")
        ? writeWorkbook([{ name: "Roster", rows: cellsOf(file) }])
        : writeFile(file);
      return { name, bytes };
    });
