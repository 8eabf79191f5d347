import type { NotCheckedReason } from "../findings/finding.ts";
import { receiverOf } from "../reconcile/receivers.ts";
import { rosterFromOneRoster } from "../reconcile/roster-from-oneroster.ts";
import { rosterFromWorkbook } from "../reconcile/roster-from-workbook.ts";
import type { Roster } from "../roster/roster.ts";
import type { SourceFile } from "../table/source.ts";
import type { CheckOptions } from "./options.ts";
import { type Package, readPackage } from "./read-package.ts";
import { type Recognised, recognise } from "./recognise.ts";

const rosterRoles = ["users", "classes", "enrollments"];

/**
 * Why a package's files cannot be taken as a whole roster; `undefined` when they can. Half a roster, or one of changes
 * only, would make everyone else look removed.
 */
export const whyNoRoster = (
  { problems }: Package,
  { files, manifest }: Recognised,
): NotCheckedReason | undefined => {
  const roles = files.has("roster") ? ["roster"] : rosterRoles;
  for (const role of roles) {
    const name = files.get(role)?.table.file.name;
    if (name === undefined) return { kind: "file-missing", file: `${role}.csv` };
    const cut = problems.some(({ file, kind }) => file === name && cutsShort.has(kind));
    if (cut) return { kind: "file-unreadable", file: name };
    if (manifest?.get(role) === "delta") return { kind: "delta-file", file: name };
  }
  return undefined;
};

/** Problems after which rows may be missing from the end of a file. */
const cutsShort: ReadonlySet<string> = new Set([
  "file-changed",
  "file-too-large",
  "truncated-zip",
  "unclosed-quote",
]);

/** The roster of a package that has one (see `whyNoRoster`). */
export const rosterOf = (
  { files, system }: Recognised,
  { date, now }: Pick<CheckOptions, "date" | "now">,
  name: string,
): Roster | undefined => {
  const flat = files.get("roster");
  if (flat !== undefined) return rosterFromWorkbook(flat, { name, checkedAt: now });
  const { homeroomOnly } = receiverOf(system);
  return rosterFromOneRoster(files, { name, checkedAt: now, date, homeroomOnly });
};

const isRoster = (previous: Roster | readonly SourceFile[]): previous is Roster => "students" in previous;

/** The last file's roster, and why there is none although one was given. */
export const readPrevious = async (
  options: Pick<CheckOptions, "date" | "now" | "policy" | "previous" | "signal" | "anySize">,
  system: string | undefined,
): Promise<{ roster?: Roster | undefined; because?: NotCheckedReason | undefined }> => {
  const { previous, policy, signal, anySize } = options;
  if (previous === undefined) return {};
  if (isRoster(previous)) return { roster: previous };
  const read = await readPackage(previous, { policy, system, signal, anySize });
  const recognised = recognise(read, { policy, system });
  const because = whyNoRoster(read, recognised);
  if (because !== undefined) return { because };
  return { roster: rosterOf({ ...recognised, system }, options, nameOf(previous)) };
};

/** What to call a package: its only file, or its first file's folder, or its first file. */
export const nameOf = (sources: readonly SourceFile[]): string => {
  const [first] = sources;
  if (first === undefined) return "";
  const folder = first.name.split(/[/\\]/).slice(0, -1).join("/");
  return sources.length > 1 && folder !== "" ? folder : first.name;
};
