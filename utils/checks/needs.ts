import type { NotCheckedReason } from "../findings/finding.ts";
import type { CheckContext, RoleTable } from "./rule.ts";

/** What a rule asks for before it runs; the first thing missing is the reason that is reported. */

const baseName = (path: string): string => (path.split(/[/\\]/).at(-1) ?? path).toLowerCase();

export const needFile = (context: CheckContext, role: string): NotCheckedReason | undefined => {
  if (context.files.has(role)) return undefined;
  const file = context.format.files.find((spec) => spec.role === role)?.fileName ?? `${role}.csv`;
  const unreadable = context.problems.find(
    (problem) => problem.fatal && baseName(problem.file) === file.toLowerCase(),
  );
  return unreadable === undefined
    ? { kind: "file-missing", file }
    : { kind: "file-unreadable", file: unreadable.file };
};

const needColumn = (file: RoleTable, column: string): NotCheckedReason | undefined =>
  file.fieldColumn.has(column) ? undefined : { kind: "column-missing", file: file.table.file.name, column };

/** Files by role with the columns wanted of each, in the order in which they are asked for. */
export const needColumns = (
  context: CheckContext,
  wanted: Readonly<Record<string, readonly string[]>>,
): NotCheckedReason | undefined => {
  for (const [role, columns] of Object.entries(wanted)) {
    const file = context.files.get(role);
    if (file === undefined) return needFile(context, role);
    for (const column of columns) {
      const missing = needColumn(file, column);
      if (missing !== undefined) return missing;
    }
  }
  return undefined;
};

/** Rules about what is NOT in a file cannot run on a file of changes. */
export const needWhole = (context: CheckContext, ...roles: string[]): NotCheckedReason | undefined => {
  for (const role of roles) {
    if (context.manifest?.get(role) === "delta") {
      return { kind: "delta-file", file: context.files.get(role)?.table.file.name ?? `${role}.csv` };
    }
  }
  return undefined;
};

/** For rules that any package answers. */
export const needNothing = (): undefined => undefined;
