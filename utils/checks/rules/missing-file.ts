import type { FileSpec } from "../../formats/format.ts";
import { columnOf } from "../columns.ts";
import { needFile, needNothing } from "../needs.ts";
import type { CheckContext, Raised, Rule } from "../rule.ts";

const raise = (
  spec: FileSpec,
  fileName: string,
  more: Partial<Raised> & { because: string; by?: string },
): Raised => {
  const { because, by = "", ...rest } = more;
  return {
    count: 1,
    args: { file: fileName, because, by },
    places: [{ file: fileName }],
    source: spec.source,
    certain: spec.certain ?? true,
    ...rest,
  };
};

/** Files that required references of other files point into, with one file that does. */
const findWanted = (context: CheckContext): Map<string, string> => {
  const wanted = new Map<string, string>();
  for (const file of context.files.values()) {
    if (file.table.rows === 0) continue;
    for (const field of file.spec.fields) {
      const role = field.references?.role;
      if (role === undefined || field.required !== "yes" || wanted.has(role)) continue;
      const column = columnOf(file, field.name);
      const filled = column !== undefined && (column.size > 1 || column.codeOf("") < 0);
      if (filled && context.manifest?.get(file.role) !== "delta") wanted.set(role, file.table.file.name);
    }
  }
  return wanted;
};

/** Files that the format, the receiver or other files of the package need and that are not there. */
export const rule: Rule = {
  id: "missing-file",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "lea-data-team",
  source:
    "IMS OneRoster 1.1 CSV tables: a bulk set is complete in itself, and manifest.csv says what it holds",
  certain: true,
  needs: needNothing,
  *check(context) {
    const wanted = findWanted(context);
    // A file that is there but could not be read has its own finding.
    const isGone = (role: string) => needFile(context, role)?.kind === "file-missing";
    const groups = new Map<string, FileSpec[]>();
    for (const spec of context.format.files) {
      if (spec.oneOf !== undefined) groups.set(spec.oneOf, [...(groups.get(spec.oneOf) ?? []), spec]);
      if (!isGone(spec.role)) continue;
      const by = wanted.get(spec.role);
      if (spec.role === "manifest" && spec.required === "yes") {
        yield raise(spec, spec.fileName, {
          because: "manifest",
          outcome: "warning",
          consequence: "file-refused",
        });
      } else if (spec.required === "yes") {
        yield raise(spec, spec.fileName, {
          because: "receiver",
          ...(spec.certain === false ? { outcome: "warning", consequence: "value-dropped" } : {}),
        });
      } else if (by !== undefined && spec.oneOf === undefined) {
        const declared = context.manifest?.get(spec.role) === "absent";
        yield raise(spec, spec.fileName, {
          because: "references",
          by,
          consequence: "row-dropped",
          ...(declared ? { outcome: "warning" } : {}),
        });
      }
    }
    for (const specs of groups.values()) {
      const [first] = specs;
      if (first === undefined || !specs.every(({ role }) => isGone(role))) continue;
      const names = specs.map(({ fileName }) => fileName).join(", ");
      yield raise(first, names, { because: "one-of", outcome: "warning", consequence: "value-dropped" });
    }
  },
};
