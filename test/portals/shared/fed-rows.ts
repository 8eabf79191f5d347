/**
 * Rows that a system of record feeds: a sync makes the fed fields what the source says, takes away who is not in the
 * source, adds who is new, and leaves everything else as people set it.
 */
export type FedRows<T extends { id: string }> = {
  /** What the portal holds. */
  rows: T[];
  /** What the system of record sends. */
  source: T[];
  fed: readonly (keyof T)[];
};

/** Counts what the sync changed. */
export const feed = <T extends { id: string }>(
  all: FedRows<T>,
): { changed: number; added: number; removed: number } => {
  const held = new Map(all.rows.map((row) => [row.id, row]));
  const sent = new Set(all.source.map(({ id }) => id));
  const removed = all.rows.filter(({ id }) => !sent.has(id)).length;
  let [changed, added] = [0, 0];
  all.rows = all.source.map((given) => {
    const row = held.get(given.id);
    if (!row) {
      added += 1;
      return { ...given };
    }
    const isOther = all.fed.some((field) => row[field] !== given[field]);
    if (isOther) changed += 1;
    return isOther
      ? Object.assign(row, Object.fromEntries(all.fed.map((field) => [field, given[field]])))
      : row;
  });
  return { changed, added, removed };
};
