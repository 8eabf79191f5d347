import { type Opened, type OpenOptions, openPackage } from "./open-package.ts";
import type { FileProblem } from "./table.ts";

/** What tests of whole packages share. */

export type Input = [name: string, content: BlobPart];

/** Everything a package of these files opens to. */
export const openAll = async (inputs: Input[], options: OpenOptions = {}): Promise<Opened[]> => {
  const all: Opened[] = [];
  const sources = inputs.map(([name, content]) => ({ name, blob: new Blob([content]) }));
  for await (const opened of openPackage(sources, options)) all.push(opened);
  return all;
};

/** A file with nothing wrong. */
export const good = "sourcedId,name\nu1,Zoë\n";

export type Expected = {
  kind: FileProblem["kind"];
  fatal: boolean;
  count?: number;
  args?: object;
  places?: object[];
};
