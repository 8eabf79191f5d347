import type { BenchFile } from "./columns.ts";
import { type Context, newContext, report } from "./obvious-context.ts";
import { readRows } from "./obvious-read.ts";
import { lookAt, lookAtWhole } from "./obvious-rules.ts";
import { rowSchemas } from "./obvious-schemas.ts";

/**
 * The peer: the check as a TypeScript developer would write it. Papa Parse streams objects, zod looks at each, Sets and
 * Maps hold keys and what the rules over several files need. Same checks as Rosterguard's on these sets, same counting.
 */

export type NamedFile = { name: string; blob: Blob };

const whatIsWrong = (column: string, value: string): string => {
  if (column === "status" || column === "dateLastModified") return "filled";
  return value === "" ? "missing" : "invalid";
};

const checkFile = async (
  context: Context,
  name: BenchFile,
  { name: file, blob }: NamedFile,
  look: (typeof lookAt)[number][1],
): Promise<void> => {
  const schema = rowSchemas[name];
  const keyColumn = name === "manifest" ? "propertyName" : "sourcedId";
  const keys = new Set<string>();
  context.keys.set(name, keys);
  context.rows += await readRows(blob, (row, line) => {
    const checked = schema.safeParse(row);
    let bad: Set<string> | undefined;
    if (!checked.success) {
      bad = new Set(checked.error.issues.map((issue) => String(issue.path[0])));
      for (const column of bad) {
        const value = row[column] ?? "";
        report(context, `${whatIsWrong(column, value)} ${name}.${column}`, { file, line, column, value });
      }
    }
    const key = row[keyColumn] ?? "";
    if (keys.has(key)) {
      report(context, `duplicate ${name}.${keyColumn}`, { file, line, column: keyColumn, value: key });
    } else if (key !== "") keys.add(key);
    look(context, { row, line, bad });
  });
};

/** Checks a bulk OneRoster 1.1 package. Files are found by name; a missing one throws. */
export const checkObvious = async (
  files: readonly NamedFile[],
): Promise<Pick<Context, "rows" | "counts" | "samples">> => {
  const context = newContext();
  for (const [name, look] of lookAt) {
    const file = files.find((candidate) => candidate.name === `${name}.csv`);
    if (file === undefined) throw new Error(`${name}.csv is missing from the package.`);
    await checkFile(context, name, file, look);
  }
  lookAtWhole(context);
  return context;
};
