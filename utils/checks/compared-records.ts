import type { NotCheckedReason } from "../findings/finding.ts";
import { needFile } from "./needs.ts";
import { countOf, currentRecords, layoutOfRecords } from "./package-records.ts";
import { type CheckContext, type PackageRecords, type RecordType, recordTypes } from "./rule.ts";

/** One type of record, in the last file and in this one. */
export type ComparedType = {
  type: RecordType;
  before: number;
  now: number;
  /** The file that holds them, or ought to. */
  file: string;
  /** Whether that file is not in the package. */
  isMissing: boolean;
};

/** What is missing to compare sizes; a partial upload and a file of changes hold only a part. */
export const needSizes = (context: CheckContext): NotCheckedReason | undefined => {
  if (context.previous?.records === undefined) return { kind: "no-previous" };
  for (const role of rolesOf(context)) {
    if (context.manifest?.get(role) === "delta") {
      return { kind: "delta-file", file: context.files.get(role)?.table.file.name ?? `${role}.csv` };
    }
  }
  return undefined;
};

const rolesOf = ({ format }: CheckContext): Set<string> =>
  new Set(Object.values(layoutOfRecords(format.id) ?? {}).map(({ role }) => role));

/** Whether both packages were counted in one way. */
export const countedAlike = (a: PackageRecords, b: PackageRecords): boolean => a.basis === b.basis;

/** The types that the last file told, beside what this one holds of them. Nothing for a partial upload. */
export const comparedTypes = (context: CheckContext): ComparedType[] => {
  const previous = context.previous?.records;
  const layout = layoutOfRecords(context.format.id);
  if (previous === undefined || layout === undefined || context.mode === "partial") return [];
  const current = currentRecords(context);
  return recordTypes.flatMap((type): ComparedType[] => {
    const place = layout[type];
    const before = countOf(previous, type);
    if (place === undefined || before === undefined || before === 0) return [];
    if (type === "enrollments" && !countedAlike(previous, current)) {
      // How many there are differs with the way of counting, but not whether there are any.
      const rows = context.files.get(place.role)?.table.rows ?? 0;
      if (rows > 0) return [];
    }
    const table = context.files.get(place.role)?.table;
    const unread = needFile(context, place.role);
    // A file that is there and cannot be read has its own finding.
    if (unread?.kind === "file-unreadable") return [];
    return [
      {
        type,
        before,
        now: countOf(current, type) ?? 0,
        file: table?.file.name ?? fileNameOf(context, place.role),
        isMissing: table === undefined,
      },
    ];
  });
};

const fileNameOf = ({ format }: CheckContext, role: string): string =>
  format.files.find((spec) => spec.role === role)?.fileName ?? `${role}.csv`;

/** So few are left of so many that the file is taken for empty. */
const nearlyEmpty = { percent: 5, population: 20 };

/** Whether what this file holds of a type amounts to nothing beside the last one. */
export const isWiped = ({ before, now }: ComparedType): boolean =>
  now === 0 || (before >= nearlyEmpty.population && now * 100 < before * nearlyEmpty.percent);
