import type { RoleTable } from "../checks/rule.ts";
import { type Detection, detect } from "../formats/detect.ts";
import type { Format } from "../formats/format.ts";
import { findFormat } from "../formats/index.ts";
import { makeRoleTables } from "../formats/make-role-tables.ts";
import { readManifest } from "../formats/read-manifest.ts";
import type { Table } from "../table/table.ts";
import { type CheckOptions, settingsOf } from "./options.ts";
import type { Package } from "./read-package.ts";

export type Recognised = {
  detection: Detection;
  format: Format | undefined;
  /** The receiver: as given, or the one whose own format it is. */
  system: string | undefined;
  files: ReadonlyMap<string, RoleTable>;
  manifest: ReadonlyMap<string, string> | undefined;
};

/** Which format the package has, which role each file plays, and whose receiver it is for. */
export const recognise = (
  { tables }: Package,
  options: Pick<CheckOptions, "policy" | "system" | "format">,
): Recognised => {
  const { columns } = settingsOf(options);
  const given = { columns, system: options.system, format: options.format && findFormat(options.format) };
  const seen = tables.map(({ file, header, rows }) => ({ name: file.name, header, rows }));
  const make = ({ format, roles }: Detection) =>
    format === undefined ? new Map<string, RoleTable>() : makeRoleTables(format, roles, tables, columns);
  let detection = detect(seen, given);
  let files = make(detection);
  const classTypes = distinctValues(files.get("classes"), "classType");
  if (detection.id === "oneroster-1.1" && classTypes.length > 0) {
    // Only now can be told that every class is a homeroom.
    detection = detect(seen, { ...given, classTypes });
    files = make(detection);
  }
  const own = detection.id.startsWith("cli-engage") ? "cli-engage" : undefined;
  return {
    detection,
    format: detection.format,
    system: options.system ?? own,
    files,
    manifest: readManifest(files.get("manifest")),
  };
};

const distinctValues = (file: RoleTable | undefined, field: string): string[] => {
  const index = file?.fieldColumn.get(field);
  const column: Table["columns"][number] | undefined =
    index === undefined ? undefined : file?.table.columns[index];
  return column === undefined
    ? []
    : Array.from({ length: column.size }, (_, code) => column.valueOf(code).trim());
};
