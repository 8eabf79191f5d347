import { columnOf, countRows, isBlank, placesOf } from "../columns.ts";
import { receiverOf } from "../receiver-of.ts";
import type { CheckContext, Raised, RoleTable, Rule } from "../rule.ts";

/** Some receivers replace their files every night: without a manifest those are bulk. */
const isWhole = (context: CheckContext): boolean => receiverOf(context).wholeWithoutManifest.value;

const isBulk = (context: CheckContext, role: string): boolean =>
  context.manifest === undefined ? isWhole(context) : context.manifest.get(role) === "bulk";

const toBeDeleted = "tobedeleted";

/** One finding a column; rows marked for deletion apart, because receivers read them in opposite ways. */
function* raiseFor(file: RoleTable, name: string): Generator<Raised> {
  const column = columnOf(file, name);
  if (column === undefined) return;
  const deleted: number[] = [];
  const rest: number[] = [];
  const { starts, size } = column;
  for (let code = 0; code < size; code++) {
    if (isBlank(column, code)) continue;
    const length = (starts[code + 1] as number) - (starts[code] as number);
    const deletes = length === toBeDeleted.length && column.valueOf(code).toLowerCase() === toBeDeleted;
    (deletes ? deleted : rest).push(code);
  }
  const raise = (codes: readonly number[], deletes: "yes" | "no"): Raised => ({
    count: countRows(column, codes),
    args: {
      file: file.table.file.name,
      column: name,
      deletes,
      example: codes[0] === undefined ? "" : column.valueOf(codes[0]),
    },
    places: placesOf(file, column, codes),
  });
  if (deleted.length > 0) yield { ...raise(deleted, "yes"), outcome: "fault", consequence: "row-dropped" };
  if (rest.length > 0) yield raise(rest, "no");
}

/** Bulk files whose status or dateLastModified is filled: both belong to delta files only. */
export const rule: Rule = {
  id: "bulk-with-status",
  outcome: "warning",
  consequence: "none",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables: status and dateLastModified are blank in bulk files",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1", "oneroster-1.2"],
  needs: (context) =>
    context.manifest === undefined && !isWhole(context) ? { kind: "no-manifest" } : undefined,
  *check(context) {
    for (const file of context.files.values()) {
      if (!isBulk(context, file.role)) continue;
      yield* raiseFor(file, "status");
      yield* raiseFor(file, "dateLastModified");
    }
  },
};
