import type { RoleTable } from "../checks/rule.ts";
import { type Detection, detect, type SeenFile } from "../formats/detect.ts";
import { fitReceiver } from "../formats/fit-receiver.ts";
import type { Format } from "../formats/format.ts";
import { findFormat } from "../formats/index.ts";
import { makeRoleTables } from "../formats/make-role-tables.ts";
import { findManifest, readManifest } from "../formats/read-manifest.ts";
import { type Receiver, receiverFor } from "../formats/receiver.ts";
import type { Table } from "../table/table.ts";
import { type CheckOptions, settingsOf } from "./options.ts";
import type { Package } from "./read-package.ts";

export type Recognised = {
  detection: Detection;
  /** The format as its receiver reads it. */
  format: Format | undefined;
  /** The receiver: as given, or the one whose own format it is. */
  system: string | undefined;
  /** What it makes of files. */
  receiver: Receiver;
  files: ReadonlyMap<string, RoleTable>;
  manifest: ReadonlyMap<string, string> | undefined;
};

/** What detection asks of a table. */
export const seenFile = ({ file, header, rows }: Table): SeenFile => ({
  name: file.name,
  header,
  rows,
  headerless: file.headerless === true,
});

/** Tables that play no role, as rules may know them. */
export const withoutRole = (
  tables: readonly Table[],
  files: Recognised["files"],
): { file: string; header: readonly string[] }[] => {
  const used = new Set([...files.values()].map(({ table }) => table));
  return tables.filter((table) => !used.has(table)).map(({ file, header }) => ({ file: file.name, header }));
};

/** Which format the package has, which role each file plays, and whose receiver it is for. */
export const recognise = (
  { tables }: Package,
  options: Pick<CheckOptions, "policy" | "system" | "format">,
): Recognised => {
  const { columns } = settingsOf(options);
  const given = {
    columns,
    system: options.system,
    format: options.format && findFormat(options.format),
    manifest: findManifest(tables),
  };
  const seen = tables.map(seenFile);
  let detection = detect(seen, given);
  if (detection.id === "oneroster-1.1") {
    const files = makeRoleTables(findFormat(detection.id) as Format, detection.roles, tables, columns);
    const classTypes = distinctValues(files.get("classes"), "classType");
    // Only now can be told that every class is a homeroom.
    if (classTypes.length > 0) detection = detect(seen, { ...given, classTypes });
  }
  const receiver = receiverFor(options.system, detection.id);
  const format = detection.format && fitReceiver(detection.format, receiver);
  const files: ReadonlyMap<string, RoleTable> =
    format === undefined ? new Map() : makeRoleTables(format, detection.roles, tables, columns);
  return {
    detection,
    format,
    system: options.system ?? (receiver.id === "generic" ? undefined : receiver.id),
    receiver,
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
