import type { ColumnMapping, HeaderNames } from "../formats/column-mapping.ts";
import type { ColumnNames, Policy, PortalSettings } from "../policy/policy.ts";

/** How exactly an entry names its place: a file of a format before a format, a format before a file of any. */
const exactness = ({ format, file }: ColumnNames): number =>
  (format === undefined ? 0 : 2) + (file === undefined ? 0 : 1);

const holdsFor =
  (format: string, role: string) =>
  (entry: ColumnNames): boolean =>
    (entry.format ?? format) === format && (entry.file ?? role) === role;

const headersOf = ({ headers }: ColumnNames): HeaderNames => headers;

/** Later records win. */
const join = (records: readonly HeaderNames[]): HeaderNames =>
  Object.fromEntries(records.flatMap(Object.entries));

/** The LEA's own headers: those of the portal everywhere, and those of the check by format and file. */
export const mappingOf = (policy: Policy | undefined, portal: PortalSettings | undefined): ColumnMapping => {
  const everywhere: HeaderNames = portal?.columns ?? {};
  const entries = [...(policy?.check.columns ?? [])].sort((a, b) => exactness(a) - exactness(b));
  if (entries.length === 0) return everywhere;
  // One object a file, so that what is worked out of it is worked out once.
  const known = new Map<string, HeaderNames>();
  return (format, role) => {
    const key = `${format}/${role}`;
    const made =
      known.get(key) ?? join([everywhere, ...entries.filter(holdsFor(format, role)).map(headersOf)]);
    known.set(key, made);
    return made;
  };
};
