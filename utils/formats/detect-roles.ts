import { type ColumnMapping, namesFor } from "./column-mapping.ts";
import { type Fit, type FoldedFile, fitMisspelt, fitOf, type Named, nameFit } from "./detect-fit.ts";
import type { Format } from "./format.ts";

/** How the files of a package play the roles of one format. */
export type Assignment = {
  format: Format;
  fits: readonly Fit[];
  /** Files whose columns are those of several files of the format, while their names tell nothing. */
  undecided: readonly { file: string; fileNames: readonly string[] }[];
  /** The file that comes nearest where none fits well enough to play a role. */
  nearest: Fit | undefined;
  /** 0 to 1: the mean of the files that play a role. */
  score: number;
  /** To compare formats: one good file of eight is little for a format, and a stranger beside seven nothing against it. */
  weight: number;
};

/** The least that a file's columns must fit when its name says the same, holds the word, or says nothing. */
const least: Record<Named, number> = { exact: 0.3, within: 0.45, no: 0.7 };
const bonus: Record<Named, number> = { exact: 0.5, within: 0.25, no: 0 };
/** From here on misspellings are looked for. */
const promising = 0.35;

const weigh = (fit: Fit): number => fit.score + bonus[fit.named];

/** What hardly any column speaks for is nearest to nothing. */
const better = (a: Fit | undefined, b: Fit): Fit | undefined =>
  b.score >= 0.05 && (a === undefined || weigh(b) > weigh(a)) ? b : a;

/** Fits of one file in a format. Its name counts for the file whose name is the longest part of it. */
const fitsOf = (seen: FoldedFile, format: Format, mapping: ColumnMapping | undefined): Fit[] => {
  const byName = format.files.map((spec) => nameFit(seen, spec));
  const most = Math.max(...byName.map(({ letters }) => letters));
  return format.files.map((spec, at) => {
    const { named: found, letters } = byName[at] as ReturnType<typeof nameFit>;
    const named = found === "within" && letters < most ? "no" : found;
    const columns = namesFor(mapping, format.id, spec.role);
    const fit = fitOf(seen, spec, columns, named);
    const seems = fit.score < 1 && (fit.score >= promising || (named === "exact" && fit.score > 0));
    return seems && seen.strange.size > 0 ? fitMisspelt(fit, seen, columns) : fit;
  });
};

/** Gives each role to the file that fits it best; a file's name decides between equals, and never chance. */
export const assignRoles = (
  files: readonly FoldedFile[],
  format: Format,
  mapping: ColumnMapping | undefined,
): Assignment => {
  const all = files.flatMap((seen) => fitsOf(seen, format, mapping));
  const fits = all.filter((fit) => fit.score >= least[fit.named]).sort((a, b) => weigh(b) - weigh(a));
  const used = new Set<Fit["file"]>();
  const roles = new Set<string>();
  const undecided: { file: string; fileNames: string[] }[] = [];
  const taken = fits.filter((fit) => {
    const { file, spec, named } = fit;
    if (used.has(file) || roles.has(spec.role)) return false;
    used.add(file);
    const equal = fits.filter(
      (other) => other.file === file && weigh(other) === weigh(fit) && !roles.has(other.spec.role),
    );
    if (named === "no" && equal.length > 1) {
      undecided.push({ file: file.name, fileNames: equal.map((other) => other.spec.fileName) });
      return false;
    }
    roles.add(spec.role);
    return true;
  });
  const sum = taken.reduce((total, fit) => total + fit.score, 0);
  const count = Math.max(1, taken.length);
  const nearest = taken.length > 0 ? undefined : all.reduce<Fit | undefined>(better, undefined);
  return { format, fits: taken, undecided, nearest, score: sum / count, weight: sum / Math.sqrt(count) };
};
