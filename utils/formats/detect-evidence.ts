import type { Fit } from "./detect-fit.ts";
import type { Assignment } from "./detect-roles.ts";
import type { FileSpec, Format } from "./format.ts";
import { matchColumns } from "./match-columns.ts";

/** The sentences that say why a package is taken for a format. */

const describeFit = ({ file, spec, score, named, misspelt }: Fit): string => {
  const share = `${Math.round(score * 100)} %`;
  const fits =
    file.headerless === true
      ? `${file.name} has no header; by their values its columns appear to be those of ${spec.fileName}`
      : `${file.name} has the columns of ${spec.fileName}`;
  const strange = named === "no" ? ", though its name differs" : "";
  const words = misspelt.map(({ header, field }) => `“${header}” looks like ${field}`).join(", ");
  return `${fits} (${share})${strange}${words === "" ? "" : `; ${words}`}`;
};

/** One sentence a file, and one for each that could be several. */
export const describeFits = ({ fits, undecided }: Assignment): string[] => [
  ...fits.map(describeFit),
  ...undecided.map(
    ({ file, fileNames }) =>
      `${file} has the columns of ${fileNames.join(" and of ")}, and its name does not tell which it is`,
  ),
];

/** What an unknown package resembles most, with the reasons; nothing when it resembles nothing. */
export const describeNearest = (ranked: readonly Assignment[]): string[] => {
  const [best] = ranked;
  if (best !== undefined && best.fits.length > 0) {
    return [`nearest is ${best.format.title}`, ...describeFits(best)];
  }
  const nearest = ranked
    .flatMap(({ nearest: fit, format }) => (fit === undefined ? [] : [{ fit, format }]))
    .reduce<{ fit: Fit; format: Format } | undefined>(
      (a, b) => (a === undefined || b.fit.score > a.fit.score ? b : a),
      undefined,
    );
  return nearest === undefined
    ? []
    : [`nearest is ${nearest.format.title}, too far to be taken for it`, describeFit(nearest.fit)];
};

const isOneRoster = ({ id }: Format): boolean => id.startsWith("oneroster-");

/** "1.2.1" is a revision of the binding of 1.2. */
export const versionOf = (manifest: ReadonlyMap<string, string> | undefined): string | undefined =>
  manifest?.get("oneroster.version")?.match(/^v?(\d+\.\d+)/)?.[1];

/** What in the files speaks against a version: files it does not have and columns that its files do not have. */
const findProof = ({ fits }: Assignment, claimed: Format | undefined): string => {
  if (claimed === undefined) return "";
  const proof = fits.flatMap(({ file, spec }) => {
    const other: FileSpec | undefined = claimed.files.find(({ role }) => role === spec.role);
    if (other === undefined) return [`${claimed.title} has no ${spec.fileName}`];
    const known = new Set(matchColumns(file.header, spec).fieldColumn.values());
    const strange = matchColumns(file.header, other).unknown.filter(({ index }) => known.has(index));
    return strange.length === 0
      ? []
      : [
          `${file.name} has ${strange
            .map(({ header }) => header)
            .slice(0, 4)
            .join(", ")}`,
        ];
  });
  return proof.length === 0 ? "" : `: ${proof.slice(0, 3).join("; ")}`;
};

/** What manifest.csv says of the version, first when the columns say otherwise. */
export const judgeManifest = (
  best: Assignment,
  manifest: ReadonlyMap<string, string> | undefined,
  formats: readonly Format[],
): { agrees: boolean; says: string } | undefined => {
  const version = versionOf(manifest);
  if (version === undefined) return undefined;
  if (!isOneRoster(best.format)) {
    return {
      agrees: false,
      says: `manifest.csv says OneRoster ${version}, but the columns are those of ${best.format.title}`,
    };
  }
  if (version === best.format.version)
    return { agrees: true, says: `manifest.csv says OneRoster ${version}, as do the columns` };
  const claimed = formats.find((format) => isOneRoster(format) && format.version === version);
  const proof = findProof(best, claimed);
  return {
    agrees: false,
    says: `manifest.csv says OneRoster ${version}, but the columns are those of ${best.format.title}${proof}`,
  };
};
