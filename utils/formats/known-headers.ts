import { type ColumnMapping, type HeaderNames, namesFor } from "./column-mapping.ts";
import { formats } from "./index.ts";
import { foldHeader } from "./match-columns.ts";

let headers: ReadonlySet<string> | undefined;

/** Every header and alias of the catalogue, folded; made when the first file is opened. */
export const knownHeaders = (): ReadonlySet<string> => {
  headers ??= new Set(
    formats.flatMap(({ files }) =>
      files.flatMap(({ fields }) =>
        fields.flatMap(({ name, sameAs = [], aliases = [] }) =>
          [name, ...sameAs, ...aliases].map(foldHeader),
        ),
      ),
    ),
  );
  return headers;
};

/** The LEA's own headers in any file, folded. */
export const theirHeaders = (columns: ColumnMapping | undefined): ReadonlySet<string> => {
  if (columns === undefined) return new Set();
  const records: Iterable<HeaderNames> =
    typeof columns === "function"
      ? new Set(formats.flatMap(({ id, files }) => files.map(({ role }) => namesFor(columns, id, role))))
      : [columns];
  return new Set([...records].flatMap((names) => Object.keys(names).map(foldHeader)));
};
