import type { IdSet } from "../checks/rule.ts";

type Identified = { readonly id: string };

/** Where records stand by their id: a plan and the rules before it look most of them up, in both rosters. */
export type IdIndex<T> = {
  /** The last position of an id; "" is an id like any other. */
  positionOf(id: string): number | undefined;
  /** The last record of an id. */
  get(id: string): T | undefined;
  /** How many there are. */
  size: number;
  ids(): Iterable<string>;
  /** Those of several records. */
  repeated: ReadonlySet<string>;
};

const indexes = new WeakMap<readonly Identified[], IdIndex<Identified>>();

/** Made once for a roster's records, which nobody changes. */
export const indexIds = <T extends Identified>(records: readonly T[]): IdIndex<T> =>
  (indexes.get(records) as IdIndex<T> | undefined) ?? keep(records, indexAlone(records));

/**
 * The same, by the index of records of which most have the same ids: to look an id up there takes a fraction of the time of
 * putting it into a map, and only what is not there is.
 */
export const indexBeside = <T extends Identified>(records: readonly T[], others: readonly T[]): void => {
  if (!indexes.has(records)) keep(records, indexBy(records, indexIds(others), others.length));
};

const keep = <T extends Identified>(records: readonly T[], index: IdIndex<T>): IdIndex<T> => {
  indexes.set(records, index);
  return index;
};

const indexAlone = <T extends Identified>(records: readonly T[]): IdIndex<T> => {
  const positions = new Map<string, number>();
  const repeated = new Set<string>();
  for (let position = 0; position < records.length; position++) {
    const { id } = records[position] as T;
    const { size } = positions;
    positions.set(id, position);
    if (positions.size === size) repeated.add(id);
  }
  return {
    positionOf: (id) => positions.get(id),
    get(id) {
      const position = positions.get(id);
      return position === undefined ? undefined : records[position];
    },
    size: positions.size,
    ids: () => positions.keys(),
    repeated,
  };
};

const indexBy = <T extends Identified>(
  records: readonly T[],
  others: IdIndex<T>,
  length: number,
): IdIndex<T> => {
  const positions = new Int32Array(length).fill(-1);
  const own = new Map<string, number>();
  const repeated = new Set<string>();
  let size = 0;
  for (let position = 0; position < records.length; position++) {
    const { id } = records[position] as T;
    const other = others.positionOf(id);
    if (other === undefined) {
      if (own.has(id)) repeated.add(id);
      else size++;
      own.set(id, position);
    } else {
      if (positions[other] === -1) size++;
      else repeated.add(id);
      positions[other] = position;
    }
  }
  const positionOf = (id: string): number | undefined => {
    const other = others.positionOf(id);
    if (other === undefined) return own.get(id);
    const position = positions[other] ?? -1;
    return position === -1 ? undefined : position;
  };
  return {
    positionOf,
    get(id) {
      const position = positionOf(id);
      return position === undefined ? undefined : records[position];
    },
    size,
    *ids() {
      for (let position = 0; position < records.length; position++) {
        const { id } = records[position] as T;
        if (repeated.size === 0 || !repeated.has(id) || positionOf(id) === position) yield id;
      }
    },
    repeated,
  };
};

/** The ids that records have; "" is none. */
export const idsOf = (records: readonly Identified[]): IdSet => {
  const index = indexIds(records);
  return {
    size: index.size - (index.positionOf("") === undefined ? 0 : 1),
    has: (id) => id !== "" && index.positionOf(id) !== undefined,
    *[Symbol.iterator]() {
      for (const id of index.ids()) if (id !== "") yield id;
    },
  };
};
