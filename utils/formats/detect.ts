import type { ColumnMapping } from "./column-mapping.ts";
import { describeFits, describeNearest, judgeManifest, versionOf } from "./detect-evidence.ts";
import { foldFile, type SeenFile } from "./detect-fit.ts";
import { type Assignment, assignRoles } from "./detect-roles.ts";
import type { Format } from "./format.ts";
import { formats } from "./index.ts";
import { findOtherFormat } from "./other-formats.ts";

export type { SeenFile } from "./detect-fit.ts";

export type Detection = {
  /** undefined when nothing fits well enough: then `id` is "unknown" and the evidence names the nearest. */
  format: Format | undefined;
  id: string;
  /** 0 to 1: how well the headers fit. */
  confidence: number;
  /** Sentences, in the order of their weight. */
  evidence: string[];
  /** Which file plays which role; files that play none are left out. */
  roles: { file: string; role: string }[];
};

export type DetectOptions = {
  /** The LEA's own headers to ours. */
  columns?: ColumnMapping;
  /** The receiver, when the person or the portal already said it. */
  system?: string | undefined;
  /** The format, when the person already said it: only the roles are then found out. */
  format?: Format | undefined;
  /** Distinct values of classes.classType, when the caller has them: a package of homerooms only is CLI Engage's. */
  classTypes?: readonly string[];
  /** manifest.csv as readManifest gives it. */
  manifest?: ReadonlyMap<string, string> | undefined;
};

/** Below this, a guess would be worse than no answer. */
const enough = 0.75;
/** A format that weighs this much of the best one is named beside it. */
const nearly = 0.98;

const round = (value: number): number => Math.round(value * 100) / 100;

/** What speaks for CLI Engage in a package that is OneRoster 1.1 by its columns; the two have the same shape. */
const cliEvidence = (options: DetectOptions, { fits }: Assignment): string | undefined => {
  if (options.system === "cli-engage") return "the receiver is CLI Engage";
  const types = (options.classTypes ?? []).filter((type) => type !== "");
  const onlyHomerooms = types.length > 0 && types.every((type) => type === "homeroom");
  // CLI Engage takes six files and asks for no manifest; a whole OneRoster package may well have homerooms only.
  const small = fits.length <= 6 && !fits.some(({ spec }) => spec.role === "manifest");
  return onlyHomerooms && small
    ? "every class is a homeroom and there are at most six files, as CLI Engage wants it"
    : undefined;
};

/** The formats by weight. Between equals the manifest decides, then the order of the catalogue. */
const rank = (candidates: readonly Assignment[], version: string | undefined): Assignment[] => {
  const says = ({ format }: Assignment) =>
    version !== undefined && format.id === `oneroster-${version}` ? 1 : 0;
  return [...candidates].sort((a, b) =>
    Math.abs(a.weight - b.weight) > 1e-9 ? b.weight - a.weight : says(b) - says(a),
  );
};

/** Says that another format fits as well, unless the manifest has decided. */
const sayRival = (best: Assignment, rival: Assignment | undefined, settled: boolean): string[] => {
  if (rival === undefined || settled || rival.score < enough || rival.weight < best.weight * nearly)
    return [];
  const how = Math.abs(rival.weight - best.weight) < 1e-9 ? "just as well" : "nearly as well";
  return [`the columns fit ${rival.format.title} ${how}; it is taken for ${best.format.title}`];
};

/**
 * Which format and version the files have, from headers, file names and manifest alone. OneRoster 1.1 and CLI Engage's
 * package have the same columns: it is `oneroster-1.1` unless the receiver is known, or a package of at most six files
 * has homerooms only. Never a guess without a sentence that says so.
 */
export const detect = (files: readonly SeenFile[], options: DetectOptions = {}): Detection => {
  const { columns, format: given, manifest } = options;
  const folded = files.map(foldFile);
  const candidates = given === undefined ? formats.filter(({ id }) => id !== "cli-engage") : [given];
  const ranked = rank(
    candidates.map((format) => assignRoles(folded, format, columns)),
    versionOf(manifest),
  );
  const [best, rival] = ranked;
  if (best === undefined) return unknown(0, []);
  const roles = best.fits.map(({ file, spec }) => ({ file: file.name, role: spec.role }));
  const evidence = describeFits(best);
  const confidence = round(best.score);
  if (given !== undefined) {
    return {
      format: given,
      id: given.id,
      confidence,
      evidence: ["the format was given", ...evidence],
      roles,
    };
  }

  const said = judgeManifest(best, manifest, formats);
  const lies = said !== undefined && !said.agrees ? [said.says] : [];
  const other = findOtherFormat(files);
  if (other !== undefined || best.score < enough) {
    const version = versionOf(manifest);
    const claim =
      other !== undefined && version !== undefined ? [`manifest.csv says OneRoster ${version}`] : [];
    return unknown(confidence, [
      ...(other === undefined ? [] : [other]),
      ...claim,
      ...describeNearest(ranked),
    ]);
  }
  const cli = best.format.id === "oneroster-1.1" ? cliEvidence(options, best) : undefined;
  const format = (cli && formats.find(({ id }) => id === "cli-engage")) || best.format;
  const settled = said?.agrees === true || cli !== undefined;
  return {
    format,
    id: format.id,
    confidence,
    evidence: [
      ...(cli === undefined ? [] : [cli]),
      ...lies,
      ...evidence,
      ...(said?.agrees === true ? [said.says] : []),
      ...sayRival(best, rival, settled),
    ],
    roles,
  };
};

const unknown = (confidence: number, evidence: string[]): Detection => ({
  format: undefined,
  id: "unknown",
  confidence,
  evidence,
  roles: [],
});
