import { indexIds } from "./index-ids.ts";

/** Who is who between a file and what is known: positions of partners, and those whom only a guess could place. */
export type Matching = {
  /** Position in `base` of each file record's partner, or -1. */
  baseOf: Int32Array;
  /** Position in `file` of each base record's partner, or -1. */
  fileOf: Int32Array;
  /** 1 for a record that several on the other side could be. */
  unsureFile: Uint8Array;
  unsureBase: Uint8Array;
};

type Known = { readonly id: string };

const shared = -1;

/**
 * Matches by id, then by `keyOf` (for people: folded names and birth date). An id or a key that occurs twice on either
 * side tells nobody apart: its records stay unmatched and are marked unsure. Nothing is matched by guess. `sieves` hold
 * something cheap that records of one key have in common: who shares it with no free record needs no key.
 */
export const matchRecords = <T extends Known>(
  file: readonly T[],
  base: readonly T[],
  keyOf: (record: T) => string | undefined,
  sieves?: Sieves,
): Matching => {
  const matching: Matching = {
    baseOf: new Int32Array(file.length).fill(-1),
    fileOf: new Int32Array(base.length).fill(-1),
    unsureFile: new Uint8Array(file.length),
    unsureBase: new Uint8Array(base.length),
  };
  if (file.length === 0 || base.length === 0) return matching;
  pairById(file, base, matching);

  // Keys are dear and most rosters match by id to the last record: they are made only when both sides have free ones.
  if (!matching.baseOf.includes(-1) || !matching.fileOf.includes(-1)) return matching;
  const mayMatter = sieve(matching, sieves);
  const keyed = (side: "file" | "base", records: readonly T[]) =>
    indexKeys(records, (record, position) => (mayMatter[side](position) ? keyOf(record) : undefined));
  const keys = { file: keyed("file", file), base: keyed("base", base) };
  pairUnique(keys.file, keys.base.index, matching);
  markShared(keys.file, keys.base, matching);
  return matching;
};

/** Who has a key, and where each key stands. */
type Keyed = { having: { position: number; key: string }[]; index: Map<string, number> };

const indexKeys = <T>(
  records: readonly T[],
  keyOf: (record: T, position: number) => string | undefined,
): Keyed => {
  const having: Keyed["having"] = [];
  const index: Keyed["index"] = new Map();
  for (let position = 0; position < records.length; position++) {
    const key = keyOf(records[position] as T, position);
    if (key === undefined) continue;
    having.push({ position, key });
    if (key !== "") index.set(key, index.has(key) ? shared : position);
  }
  return { having, index };
};

/** Pairs the ids that stand once on either side, and marks those that stand on both and several times on one. */
const pairById = <T extends Known>(
  file: readonly T[],
  base: readonly T[],
  { baseOf, fileOf, unsureFile, unsureBase }: Matching,
): void => {
  const inBase = indexIds(base);
  const isRepeated = inBase.repeated.size > 0;
  const contested = new Set<string>();
  file.forEach(({ id }, position) => {
    const partner = id === "" ? undefined : inBase.positionOf(id);
    if (partner === undefined) return;
    if (fileOf[partner] !== -1 || (isRepeated && inBase.repeated.has(id))) contested.add(id);
    else {
      baseOf[position] = partner;
      fileOf[partner] = position;
    }
  });
  if (contested.size === 0) return;
  file.forEach(({ id }, position) => {
    if (!contested.has(id)) return;
    unsureFile[position] = 1;
    const partner = baseOf[position] ?? -1;
    if (partner !== -1) fileOf[partner] = -1;
    baseOf[position] = -1;
  });
  base.forEach(({ id }, position) => {
    if (contested.has(id)) unsureBase[position] = 1;
  });
};

/** By position, a number that records of one key share. */
type Sieves = { file: Int32Array; base: Int32Array };

/** Whether a record can have the key of a free one. */
const sieve = ({ baseOf, fileOf }: Matching, sieves: Sieves | undefined) => {
  if (sieves === undefined) return { file: () => true, base: () => true };
  const free = new Set<number>();
  for (const [numbers, partners] of [
    [sieves.file, baseOf],
    [sieves.base, fileOf],
  ] as const) {
    for (let at = 0; at < numbers.length; at++) if (partners[at] === -1) free.add(numbers[at] ?? 0);
  }
  return {
    file: (position: number) => free.has(sieves.file[position] ?? 0),
    base: (position: number) => free.has(sieves.base[position] ?? 0),
  };
};

/** Pairs what is free on both sides and alone in having its key. */
const pairUnique = (
  { having, index }: Keyed,
  inBase: ReadonlyMap<string, number>,
  { baseOf, fileOf, unsureFile, unsureBase }: Matching,
): void => {
  for (const { position, key } of having) {
    if (baseOf[position] !== -1 || index.get(key) !== position) continue;
    const partner = inBase.get(key) ?? shared;
    if (partner === shared || fileOf[partner] !== -1) continue;
    if (unsureFile[position] === 1 || unsureBase[partner] === 1) continue;
    baseOf[position] = partner;
    fileOf[partner] = position;
  }
};

/** Marks the free records whose key is shared on a side and has free records on both. */
const markShared = (file: Keyed, base: Keyed, { baseOf, fileOf, unsureFile, unsureBase }: Matching): void => {
  const freeOf = ({ having }: Keyed, partners: Int32Array) =>
    having.filter(({ position }) => partners[position] === -1);
  const free = { file: freeOf(file, baseOf), base: freeOf(base, fileOf) };
  const keysOf = (records: Keyed["having"]) => new Set(records.map(({ key }) => key));
  const keys = { file: keysOf(free.file), base: keysOf(free.base) };
  const isContested = (key: string) =>
    keys.file.has(key) &&
    keys.base.has(key) &&
    (file.index.get(key) === shared || base.index.get(key) === shared);
  for (const { position, key } of free.file) if (isContested(key)) unsureFile[position] = 1;
  for (const { position, key } of free.base) if (isContested(key)) unsureBase[position] = 1;
};
