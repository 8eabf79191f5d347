import { checkNewValues, type EarlyCounts } from "../checks/check-new-values.ts";
import type { RoleTable } from "../checks/rule.ts";
import { detect } from "../formats/detect.ts";
import { fitReceiver } from "../formats/fit-receiver.ts";
import { findFormat } from "../formats/index.ts";
import { makeRoleTables } from "../formats/make-role-tables.ts";
import { receiverFor } from "../formats/receiver.ts";
import type { Table } from "../table/table.ts";
import { type CheckOptions, settingsOf } from "./options.ts";
import { seenFile } from "./recognise.ts";

/**
 * Counts what single values show to be wrong while files are still being read, so that the first finding does not wait
 * for the last byte. The full check replaces these counts.
 */
export const countEarly = (options: Pick<CheckOptions, "policy" | "system" | "format">) => {
  const counts: EarlyCounts = { faults: 0, warnings: 0 };
  const seen = new Map<Table, { role: RoleTable | undefined; sizes: number[] }>();
  return {
    counts,
    look: (table: Table, file: string): void => {
      let known = seen.get(table);
      if (known === undefined) {
        known = { role: recognise(table, file, options), sizes: [] };
        seen.set(table, known);
      }
      if (known.role === undefined) return;
      const { faults, warnings } = checkNewValues(known.role, known.sizes);
      counts.faults += faults;
      counts.warnings += warnings;
      known.sizes = table.columns.map(({ size }) => size);
    },
  };
};

/** The role a file seems to have by itself; the whole package decides later. */
const recognise = (
  table: Table,
  file: string,
  options: Pick<CheckOptions, "policy" | "system" | "format">,
): RoleTable | undefined => {
  const { columns } = settingsOf(options);
  const { system } = options;
  const format = options.format && findFormat(options.format);
  const found = detect([{ ...seenFile(table), name: file }], { columns, system, format });
  if (found.format === undefined) return undefined;
  const roles = found.roles.map(({ role }) => ({ role, file: table.file.name }));
  const fitted = fitReceiver(found.format, receiverFor(system, found.id));
  return [...makeRoleTables(fitted, roles, [table], columns).values()][0];
};
