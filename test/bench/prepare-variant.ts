import { createHash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import type { Planted } from "./generate.ts";
import type { BenchSet } from "./prepare-set.ts";
import { type Random, seedRandom } from "./random.ts";
import { type Variant, type VariantName, variantOf } from "./variants.ts";

/** The cells of a line that our own generator wrote: no cell holds the end of a line. */
export const splitLine = (line: string): string[] => {
  if (!line.includes('"')) return line.split(",");
  const cells: string[] = [];
  for (let from = 0; from <= line.length; ) {
    const isQuoted = line[from] === '"';
    let end = from + 1;
    if (isQuoted) while (line[end] !== '"' || line[end + 1] === '"') end += line[end] === '"' ? 2 : 1;
    const until = isQuoted ? end + 1 : line.indexOf(",", from) < 0 ? line.length : line.indexOf(",", from);
    const text = line.slice(from, until);
    cells.push(isQuoted ? text.slice(1, -1).replaceAll('""', '"') : text);
    from = until + 1;
  }
  return cells;
};

const joinCells = (cells: readonly string[], all: boolean): string =>
  cells.map((cell) => (all || /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");

const shuffle = (lines: string[], random: Random): void => {
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [lines[at], lines[other]] = [lines[other]!, lines[at]!];
  }
};

const byteOrderMark = "\uFEFF";

/** Writes one file of a set as the variant has it; gives its rows and bytes. */
const varyFile = async (
  from: string,
  to: string,
  variant: Variant,
): Promise<{ rows: number; bytes: number }> => {
  const name = basename(from, ".csv");
  let header: string[] | undefined;
  let mark = "";
  const lines: string[] = [];
  const change = (line: string): string => {
    if (variant.cell === undefined && variant.quoted === undefined) return line;
    const cells = splitLine(line);
    const changed = cells.map((cell, at) => variant.cell?.(name, header?.[at] ?? "", cell) ?? cell);
    return joinCells(changed, variant.quoted === true);
  };
  for await (const line of createInterface({ input: createReadStream(from, "utf8"), crlfDelay: 10_000 })) {
    if (header !== undefined) lines.push(change(line));
    else {
      mark = line.startsWith(byteOrderMark) ? byteOrderMark : "";
      header = splitLine(line.slice(mark.length));
    }
  }
  if (variant.shuffled) shuffle(lines, seedRandom(lines.length));
  const file = openSync(to, "w");
  let bytes = writeSync(file, `${mark}${joinCells(header ?? [], variant.quoted === true)}\r\n`);
  const step = 4096;
  for (let at = 0; at < lines.length; at += step) {
    bytes += writeSync(file, `${lines.slice(at, at + step).join("\r\n")}\r\n`);
  }
  closeSync(file);
  return { rows: lines.length, bytes };
};

const fingerprint = (): string => {
  const hash = createHash("sha256");
  for (const name of ["prepare-variant.ts", "variants.ts"])
    hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest("hex").slice(0, 8);
};

/**
 * The set as the variant has it, made from the plain one beside it when it is not there yet. `planted` holds what must be
 * found, exactly; of a variant with faults in each row that is those.
 */
export const prepareVariant = async (
  set: BenchSet,
  name: VariantName,
  say: (line: string) => void,
): Promise<BenchSet> => {
  const folder = `${set.folder}-${name}-${fingerprint()}`;
  const list = join(folder, "planted.json");
  if (existsSync(list)) return { ...(JSON.parse(readFileSync(list, "utf8")) as Planted), folder };
  say(`Making the variant ${name} ...`);
  const building = `${folder}.part`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  const variant = variantOf[name];
  let [bytes, enrollments] = [0, 0];
  for (const file of set.files) {
    const written = await varyFile(join(set.folder, file), join(building, file), variant);
    bytes += written.bytes;
    if (file === "enrollments.csv") enrollments = written.rows;
  }
  const made = variant.makes && Object.fromEntries(variant.makes.map((kind) => [kind, enrollments]));
  const planted: Planted = { rows: set.rows, bytes, files: set.files, planted: made ?? set.planted };
  writeFileSync(join(building, "planted.json"), `${JSON.stringify(planted, null, 2)}\n`);
  renameSync(building, folder);
  return { ...planted, folder };
};
