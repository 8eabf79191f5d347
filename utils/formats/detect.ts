import type { FileSpec, Format } from "./format.ts";
import { formats } from "./index.ts";
import { foldHeader, matchColumns } from "./match-columns.ts";
import { findOtherFormat } from "./other-formats.ts";

export type SeenFile = { name: string; header: readonly string[]; rows: number };

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
  columns?: Readonly<Record<string, string>>;
  /** The receiver, when the person or the portal already said it. */
  system?: string | undefined;
  /** The format, when the person already said it: only the roles are then found out. */
  format?: Format | undefined;
  /** Distinct values of classes.classType, when the caller has them: a package of homerooms only is CLI Engage's. */
  classTypes?: readonly string[];
};

/** Below this, a guess would be worse than no answer. */
const enough = 0.75;

/** "Package.zip/export/Users.CSV" and "users (1).csv" are both "users". */
const nameOf = (path: string): string =>
  foldHeader((path.split(/[/\\]/).at(-1) ?? "").replace(/\.[a-z0-9]+$/i, "").replace(/ ?\(\d+\)$/, ""));

type Fit = { file: SeenFile; spec: FileSpec; score: number; named: boolean };

/** How well a header fits a file of the format: required columns count double, unknown ones count against it. */
const fitOf = (file: SeenFile, spec: FileSpec, columns: Readonly<Record<string, string>>): Fit => {
  const match = matchColumns(file.header, spec, columns);
  let found = 0;
  let wanted = 0;
  for (const field of spec.fields) {
    const weight = field.required === "yes" ? 3 : field.required === "lifecycle" ? 1 : 0.5;
    wanted += weight;
    const exactly = !match.inexact.some((other) => other.field === field.name && other.by === "alias");
    if (match.fieldColumn.has(field.name)) found += exactly ? weight : weight / 2;
  }
  const strange = match.unknown.length / Math.max(1, file.header.length);
  return {
    file,
    spec,
    score: (found / wanted) * (1 - strange / 2),
    named: nameOf(file.name) === foldHeader(spec.role),
  };
};

/** Gives each role to the file that fits it best; a file's name decides between equals. */
const assign = (
  files: readonly SeenFile[],
  format: Format,
  columns: Readonly<Record<string, string>>,
): Fit[] => {
  const fits = files
    .flatMap((file) => format.files.map((spec) => fitOf(file, spec, columns)))
    .filter((fit) => fit.score >= (fit.named ? 0.3 : 0.7))
    .sort((a, b) => b.score + (b.named ? 0.5 : 0) - (a.score + (a.named ? 0.5 : 0)));
  const used = new Set<SeenFile>();
  const roles = new Set<string>();
  return fits.filter(({ file, spec }) => {
    if (used.has(file) || roles.has(spec.role)) return false;
    used.add(file);
    roles.add(spec.role);
    return true;
  });
};

const average = (fits: readonly Fit[]): number =>
  fits.length === 0 ? 0 : fits.reduce((sum, fit) => sum + fit.score, 0) / fits.length;

const round = (value: number): number => Math.round(value * 100) / 100;

const describe = ({ file, spec, score, named }: Fit): string =>
  `${file.name} has the columns of ${spec.fileName} (${Math.round(score * 100)} %)${named ? "" : ", though its name differs"}`;

/** What speaks for CLI Engage in a package that is OneRoster 1.1 by its columns; the two have the same shape. */
const cliEvidence = (options: DetectOptions, fits: readonly Fit[]): string | undefined => {
  if (options.system === "cli-engage") return "the receiver is CLI Engage";
  const types = (options.classTypes ?? []).filter((type) => type !== "");
  const onlyHomerooms = types.length > 0 && types.every((type) => type === "homeroom");
  // CLI Engage takes six files and asks for no manifest; a whole OneRoster package may well have homerooms only.
  const small = fits.length <= 6 && !fits.some(({ spec }) => spec.role === "manifest");
  return onlyHomerooms && small
    ? "every class is a homeroom and there are at most six files, as CLI Engage wants it"
    : undefined;
};

/**
 * Which format the files have, from headers and file names alone. OneRoster 1.1 and CLI Engage's package have the same
 * columns: it is `oneroster-1.1` unless the receiver is known, or a package of at most six files has homerooms only.
 */
export const detect = (files: readonly SeenFile[], options: DetectOptions = {}): Detection => {
  const columns = options.columns ?? {};
  const candidates =
    options.format === undefined ? formats.filter(({ id }) => id !== "cli-engage") : [options.format];
  const best = candidates
    .map((format) => {
      const fits = assign(files, format, columns);
      // A file nobody knows beside the package is no argument against it; one good file of eight is little for it.
      return { format, fits, score: average(fits) };
    })
    .reduce((a, b) => (b.score * Math.sqrt(b.fits.length) > a.score * Math.sqrt(a.fits.length) ? b : a));

  const roles = best.fits.map(({ file, spec }) => ({ file: file.name, role: spec.role }));
  const evidence = best.fits.map(describe);
  const confidence = round(best.score);
  if (options.format !== undefined) {
    return {
      format: best.format,
      id: best.format.id,
      confidence,
      evidence: ["the format was given", ...evidence],
      roles,
    };
  }

  const other = findOtherFormat(files);
  if (other !== undefined || best.score < enough) {
    const nearest = best.fits.length === 0 ? [] : [`nearest is ${best.format.title}`, ...evidence];
    return {
      format: undefined,
      id: "unknown",
      confidence,
      evidence: [...(other === undefined ? [] : [other]), ...nearest],
      roles: [],
    };
  }
  const cli = best.format.id === "oneroster-1.1" ? cliEvidence(options, best.fits) : undefined;
  const format =
    cli === undefined ? best.format : (formats.find(({ id }) => id === "cli-engage") ?? best.format);
  return {
    format,
    id: format.id,
    confidence,
    evidence: cli === undefined ? evidence : [cli, ...evidence],
    roles,
  };
};
