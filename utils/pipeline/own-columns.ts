import { namesFor } from "../formats/column-mapping.ts";
import { detect } from "../formats/detect.ts";
import type { Field, Format } from "../formats/format.ts";
import { findFormat } from "../formats/index.ts";
import { matchColumns } from "../formats/match-columns.ts";
import { type CheckOptions, settingsOf } from "./options.ts";

/**
 * Columns of a file whose text no rule asks for: keys of plain tokens that nothing refers to, such as the sourcedId of
 * an enrollment. Whatever else such a column holds is kept as text.
 */
export const ownColumns = (
  file: string,
  header: readonly string[],
  options: Pick<CheckOptions, "policy" | "system" | "format">,
): number[] => {
  const { columns, idLengths } = settingsOf(options);
  if (Object.keys(idLengths).length > 0) return [];
  const format = options.format && findFormat(options.format);
  const found = detect([{ name: file, header, rows: 1 }], { columns, system: options.system, format });
  const role = found.roles[0]?.role;
  const spec = found.format?.files.find((one) => one.role === role);
  if (found.format === undefined || spec === undefined) return [];
  const { fieldColumn } = matchColumns(header, spec, namesFor(columns, found.format.id, spec.role));
  return spec.fields
    .filter((field) => field.key === true && field.type === "sourcedId" && field.list !== true)
    .filter(
      (field) => field.references === undefined && !isReferredTo(found.format as Format, spec.role, field),
    )
    .flatMap(({ name }) => fieldColumn.get(name) ?? []);
};

const isReferredTo = (format: Format, role: string, { name }: Field): boolean =>
  format.files.some(({ fields }) =>
    fields.some(({ references }) => references?.role === role && references.column === name),
  );
