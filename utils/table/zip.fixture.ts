import { type Zippable, zipSync } from "fflate";
import { type Opened, type OpenOptions, openPackage } from "./open-package.ts";

/** What tests of zips and of workbooks, which are zips, share. */

export const users = "sourcedId,name\r\nu1,Zoë\r\nu2,b\r\n";

/** What a file opens to that is given beside a good one, which must be read whatever the first is. */
export const openBeside = async (
  name: string,
  content: Uint8Array,
  options: OpenOptions = {},
): Promise<Opened[]> => {
  const all: Opened[] = [];
  const sources = [
    { name, blob: new Blob([content as BlobPart]) },
    { name: "good.csv", blob: new Blob([users]) },
  ];
  for await (const opened of openPackage(sources, options)) all.push(opened);
  const last = all.pop();
  if (last?.file !== "good.csv" || last.table?.rows !== 2)
    throw new Error("The rest of the package was not read.");
  return all;
};

export const zip = (files: Zippable) => zipSync(files, { level: 6 });

/** Bytes that deflate to next to nothing. */
export const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024).fill(0x61);
