import { recordsOfFiles } from "../checks/package-records.ts";
import type { PreviousPeople } from "../checks/rule.ts";
import { type NotCheckedReason, sampleLimit } from "../findings/finding.ts";
import type { FormatId } from "../formats/format.ts";
import { packRoster } from "../packed/pack-roster.ts";
import type { PackedRoster } from "../packed/packed.ts";
import { type RosterSketch, sketchOneRoster } from "../reconcile/oneroster-sketch.ts";
import { packOneRoster } from "../reconcile/pack-oneroster.ts";
import { receiverOf } from "../reconcile/receivers.ts";
import { cleverLayout } from "../reconcile/roster-from-clever.ts";
import { rosterFromFiles } from "../reconcile/roster-from-files.ts";
import { rosterFromOneRoster } from "../reconcile/roster-from-oneroster.ts";
import { sds1Layout, sds21Layout } from "../reconcile/roster-from-sds.ts";
import { rosterFromWorkbook } from "../reconcile/roster-from-workbook.ts";
import type { RosterLayout } from "../reconcile/roster-layout.ts";
import type { Roster } from "../roster/roster.ts";
import type { SourceFile } from "../table/source.ts";
import type { CheckOptions } from "./options.ts";
import { type Package, readPackage } from "./read-package.ts";
import { type Recognised, recognise } from "./recognise.ts";

const rosterRoles = ["users", "classes", "enrollments"];

/** Formats whose files are read by a layout; the others are OneRoster's or flat. */
const layouts: Readonly<Partial<Record<FormatId, RosterLayout>>> = {
  "clever-sftp": cleverLayout,
  "sds-1": sds1Layout,
  "sds-2.1": sds21Layout,
};

/** The files without which nothing of a roster is known, or only half of it. */
const rolesNeeded = ({ files, format }: Pick<Recognised, "files" | "format">): readonly string[] => {
  const layout = format && layouts[format.id];
  // Who is a student stands in roles.csv since 1.2.
  if (format?.id === "oneroster-1.2") return [...rosterRoles, "roles"];
  if (layout === undefined) return files.has("roster") ? ["roster"] : rosterRoles;
  const { students, sections, enrollments, roles } = layout;
  return [students.role, sections.role, enrollments.role, ...(roles === undefined ? [] : [roles.role])];
};

/**
 * Why a package's files cannot be taken as a whole roster; `undefined` when they can. Half a roster, or one of changes
 * only, would make everyone else look removed.
 */
export const whyNoRoster = (
  { problems }: Package,
  { files, format, manifest }: Recognised,
): NotCheckedReason | undefined => {
  if (format !== undefined && withoutRoster.has(format.id))
    return { kind: "no-roster", format: format.title };
  for (const role of rolesNeeded({ files, format })) {
    const name = files.get(role)?.table.file.name;
    const wanted = format?.files.find((spec) => spec.role === role)?.fileName ?? `${role}.csv`;
    if (name === undefined) return { kind: "file-missing", file: wanted };
    const cut = problems.some(({ file, kind }) => file === name && cutsShort.has(kind));
    if (cut) return { kind: "file-unreadable", file: name };
    if (manifest?.get(role) === "delta") return { kind: "delta-file", file: name };
  }
  return undefined;
};

/** Formats of which no package is a roster: they say who teaches or sees whom, not who is enrolled where. */
const withoutRoster: ReadonlySet<string> = new Set(["nyc-ats-stars", "ohio-roster-verification"]);

/** Problems after which rows may be missing from the end of a file. */
const cutsShort: ReadonlySet<string> = new Set([
  "file-changed",
  "file-too-large",
  "truncated-zip",
  "unclosed-quote",
]);

/** The roster of a package that has one (see `whyNoRoster`). */
export const rosterOf = (
  { files, format, system }: Recognised,
  { date, now }: Pick<CheckOptions, "date" | "now">,
  name: string,
): Roster | undefined => {
  const flat = files.get("roster");
  if (flat !== undefined) return rosterFromWorkbook(flat, { name, checkedAt: now });
  const layout = format && layouts[format.id];
  if (layout !== undefined) return rosterFromFiles(files, layout, { name, checkedAt: now });
  const { homeroomOnly } = receiverOf(system);
  return rosterFromOneRoster(files, { name, checkedAt: now, date, homeroomOnly });
};

/** The roster of a package that has one, in numbers; `undefined` for formats of which the whole roster is made. */
export const sketchOf = (
  { files, format, system }: Recognised,
  { date, now }: Pick<CheckOptions, "date" | "now">,
  name: string,
): RosterSketch | undefined => {
  if (files.has("roster") || (format !== undefined && layouts[format.id] !== undefined)) return undefined;
  const { homeroomOnly } = receiverOf(system);
  return sketchOneRoster(files, { name, checkedAt: now, date, homeroomOnly }, sampleLimit);
};

/** The same roster packed; of OneRoster straight from the columns, of other formats from its objects. */
export const packedOf = (
  { files, format, system }: Recognised,
  { date, now }: Pick<CheckOptions, "date" | "now">,
  name: string,
  makeRoster: () => Roster | undefined,
): PackedRoster | undefined => {
  if (files.has("roster") || (format !== undefined && layouts[format.id] !== undefined)) {
    const roster = makeRoster();
    return roster && packRoster(roster);
  }
  const { homeroomOnly } = receiverOf(system);
  return packOneRoster(files, { name, checkedAt: now, date, homeroomOnly });
};

const isRoster = (previous: Roster | readonly SourceFile[]): previous is Roster => "students" in previous;
const isPacked = (previous: Roster | PackedRoster | readonly SourceFile[]): previous is PackedRoster =>
  "parts" in previous;

export type Previous = {
  roster?: Roster | undefined;
  packed?: PackedRoster | undefined;
  /** Of files that make no roster, what they hold by type all the same. */
  people?: PreviousPeople | undefined;
  because?: NotCheckedReason | undefined;
};

/** The last file's roster, or what its files hold, and why there is no roster although files were given. */
export const readPrevious = async (
  options: Pick<CheckOptions, "date" | "now" | "policy" | "previous" | "signal" | "anySize">,
  { system, detection: { id: format } }: Pick<Recognised, "system" | "detection">,
): Promise<Previous> => {
  const { policy, signal, anySize } = options;
  const previous =
    typeof options.previous === "function" ? await options.previous(system ?? format) : options.previous;
  if (previous === undefined) return {};
  if (isPacked(previous)) return { packed: previous };
  if (isRoster(previous)) return { roster: previous };
  const read = await readPackage(previous, { policy, system, signal, anySize });
  const recognised = recognise(read, { policy, system });
  const because = whyNoRoster(read, recognised);
  if (because !== undefined) return { because, people: peopleOf(recognised) };
  return { roster: rosterOf({ ...recognised, system }, options, nameOf(previous)) };
};

/** A file of changes says nothing of how many there were. */
const peopleOf = ({ format, files, manifest }: Recognised): PreviousPeople | undefined => {
  if (format === undefined || [...(manifest?.values() ?? [])].includes("delta")) return undefined;
  const records = recordsOfFiles(format.id, files);
  return { idsOfKeys: () => new Map(), ids: records.ids.students ?? new Set(), records };
};

/** What to call a package: its only file, or its first file's folder, or its first file. */
export const nameOf = (sources: readonly SourceFile[]): string => {
  const [first] = sources;
  if (first === undefined) return "";
  const folder = first.name.split(/[/\\]/).slice(0, -1).join("/");
  return sources.length > 1 && folder !== "" ? folder : first.name;
};
