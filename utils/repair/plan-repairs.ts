import type { CheckContext, RoleTable } from "../checks/rule.ts";
import { followKeys } from "./follow-keys.ts";
import { mendColumns } from "./mend-columns.ts";
import { planFile, whyNotWritten } from "./plan-file.ts";
import type { FilePlan, LeftReason, RepairPlan } from "./repair.ts";

/**
 * What can be mended in a checked package, and what is left and why. Nothing is guessed: every change follows from the
 * format, from the LEA's policy, or from other values of the package.
 */
export const planRepairs = (context: CheckContext): RepairPlan => {
  const { changes, left } = mendColumns(context);
  const refused = new Map<RoleTable, LeftReason>();
  for (const file of context.files.values()) {
    const why = whyNotWritten(context, file);
    if (why !== undefined) refused.set(file, why);
  }
  const fixed = new Set([...refused.keys()].flatMap(({ table }) => table.columns));
  left.push(...followKeys(context, changes, fixed));
  const files: FilePlan[] = [];
  for (const file of context.files.values()) {
    const plan = planFile(context, file, (index) => {
      const column = file.table.columns[index];
      return column && changes.get(column);
    });
    if (plan === undefined) continue;
    const why = refused.get(file);
    if (why === undefined) files.push(plan);
    else left.push({ file: file.table.file.name, rows: 0, why });
  }
  return { files, left };
};
