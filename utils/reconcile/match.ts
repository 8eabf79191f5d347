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

const indexBy = <T>(records: readonly T[], keyOf: (record: T) => string | undefined): Map<string, number> => {
  const index = new Map<string, number>();
  records.forEach((record, position) => {
    const key = keyOf(record);
    if (key !== undefined && key !== "") index.set(key, index.has(key) ? shared : position);
  });
  return index;
};

/**
 * Matches by id, then by `keyOf` (for people: folded names and birth date). An id or a key that occurs twice on either
 * side tells nobody apart: its records stay unmatched and are marked unsure. Nothing is matched by guess. `sieveOf` is
 * something cheap that records of one key have in common: who shares it with no free record needs no key.
 */
export const matchRecords = <T extends Known>(
  file: readonly T[],
  base: readonly T[],
  keyOf: (record: T) => string | undefined,
  sieveOf?: (record: T) => string | undefined,
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
  const known = new Map<T, string | undefined>();
  const mayMatter = sieve(file, base, matching, sieveOf);
  for (const records of [file, base]) {
    for (const record of records) if (mayMatter(record)) known.set(record, keyOf(record));
  }
  const key = (record: T) => known.get(record);
  const keys = { file: indexBy(file, key), base: indexBy(base, key) };
  pairUnique(file, keys.file, keys.base, matching, key);
  markShared(file, base, keys, matching, key);
  return matching;
};

/** Pairs the ids that stand once on either side, and marks those that stand on both and several times on one. */
const pairById = <T extends Known>(
  file: readonly T[],
  base: readonly T[],
  { baseOf, fileOf, unsureFile, unsureBase }: Matching,
): void => {
  const inBase = indexBy(base, ({ id }) => id);
  const contested = new Set<string>();
  file.forEach(({ id }, position) => {
    const partner = inBase.get(id);
    if (partner === undefined) return;
    if (partner === shared || fileOf[partner] !== -1) contested.add(id);
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

/** Whether a record can have the key of a free one. */
const sieve = <T>(
  file: readonly T[],
  base: readonly T[],
  { baseOf, fileOf }: Matching,
  sieveOf: ((record: T) => string | undefined) | undefined,
): ((record: T) => boolean) => {
  if (sieveOf === undefined) return () => true;
  const free = new Set<string | undefined>();
  file.forEach((record, position) => {
    if (baseOf[position] === -1) free.add(sieveOf(record));
  });
  base.forEach((record, position) => {
    if (fileOf[position] === -1) free.add(sieveOf(record));
  });
  return (record) => free.has(sieveOf(record));
};

/** Pairs what is free on both sides and alone in having its key. */
const pairUnique = <T>(
  file: readonly T[],
  inFile: ReadonlyMap<string, number>,
  inBase: ReadonlyMap<string, number>,
  { baseOf, fileOf, unsureFile, unsureBase }: Matching,
  keyOf: (record: T) => string | undefined,
): void => {
  file.forEach((record, position) => {
    const key = keyOf(record);
    if (key === undefined || baseOf[position] !== -1 || inFile.get(key) !== position) return;
    const partner = inBase.get(key) ?? shared;
    if (partner === shared || fileOf[partner] !== -1) return;
    if (unsureFile[position] === 1 || unsureBase[partner] === 1) return;
    baseOf[position] = partner;
    fileOf[partner] = position;
  });
};

/** Marks the free records whose key is shared on a side and has free records on both. */
const markShared = <T>(
  file: readonly T[],
  base: readonly T[],
  index: { file: ReadonlyMap<string, number>; base: ReadonlyMap<string, number> },
  { baseOf, fileOf, unsureFile, unsureBase }: Matching,
  keyOf: (record: T) => string | undefined,
): void => {
  if (!baseOf.includes(-1) || !fileOf.includes(-1)) return;
  const freeKeys = (records: readonly T[], partners: Int32Array) =>
    new Set(records.flatMap((record, position) => (partners[position] === -1 ? [keyOf(record)] : [])));
  const freeInFile = freeKeys(file, baseOf);
  const freeInBase = freeKeys(base, fileOf);
  const isContested = (key: string | undefined) =>
    key !== undefined &&
    freeInFile.has(key) &&
    freeInBase.has(key) &&
    (index.file.get(key) === shared || index.base.get(key) === shared);
  file.forEach((record, position) => {
    if (baseOf[position] === -1 && isContested(keyOf(record))) unsureFile[position] = 1;
  });
  base.forEach((record, position) => {
    if (fileOf[position] === -1 && isContested(keyOf(record))) unsureBase[position] = 1;
  });
};
