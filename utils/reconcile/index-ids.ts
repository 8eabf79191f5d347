import type { IdSet } from "../checks/rule.ts";

type Identified = { readonly id: string };

/** Where records stand by their id: a plan and the rules before it look most of them up, in both rosters. */
export type IdIndex<T> = {
  /** The last position of each id, "" among them. */
  positions: ReadonlyMap<string, number>;
  /** Ids of several records. */
  repeated: ReadonlySet<string>;
  /** The last record of an id. */
  get(id: string): T | undefined;
};

const indexes = new WeakMap<readonly Identified[], IdIndex<Identified>>();

/** Made once for a roster's records, which nobody changes. */
export const indexIds = <T extends Identified>(records: readonly T[]): IdIndex<T> => {
  const known = indexes.get(records);
  if (known !== undefined) return known as IdIndex<T>;
  const positions = new Map<string, number>();
  const repeated = new Set<string>();
  for (let position = 0; position < records.length; position++) {
    const { id } = records[position] as T;
    const { size } = positions;
    positions.set(id, position);
    if (positions.size === size) repeated.add(id);
  }
  const index: IdIndex<T> = {
    positions,
    repeated,
    get(id) {
      const position = positions.get(id);
      return position === undefined ? undefined : records[position];
    },
  };
  indexes.set(records, index);
  return index;
};

/** The ids that records have; "" is none. */
export const idsOf = (records: readonly Identified[]): IdSet => {
  const { positions } = indexIds(records);
  return {
    size: positions.size - (positions.has("") ? 1 : 0),
    has: (id) => id !== "" && positions.has(id),
    *[Symbol.iterator]() {
      for (const id of positions.keys()) if (id !== "") yield id;
    },
  };
};
