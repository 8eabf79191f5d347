import type { OpenedRoster } from "../packed/opened-roster.ts";
import type { Kind } from "../packed/packed.ts";
import type { Pairing } from "../packed/pair-records.ts";

/**
 * The records of a kind that a plan has to look at, by their numbers: those that differ, those that are to be told apart from
 * them, and of what is the same in both as many as are shown. The rest is counted.
 */
export type Picked = {
  /** In the file's order. */
  file: number[];
  base: number[];
  unchanged: number;
  ignored: number;
};

export type PickOptions = {
  /** How many of those that are the same are shown. */
  most: number;
  /** How alike a record of the file and the free ones are, who have no partner: undefined when there can be no doubt. */
  mayBeTakenFor: ((at: number) => boolean) | undefined;
  /** Whether the receiver ignores a record that is the same in both. */
  isIgnored: (at: number) => boolean;
  /** Whether a record that is the same in both has to be looked at all the same. */
  isTouched: (at: number) => boolean;
};

/** Records without a partner, or with several, by their numbers. */
export const findFree = ({ partner, baseOf, isAlone }: Pairing): { file: number[]; base: number[] } => {
  const free: { file: number[]; base: number[] } = { file: [], base: [] };
  for (let at = 0; at < baseOf.length; at++) if (!isAlone(at)) free.file.push(at);
  for (let at = 0; at < partner.length; at++) {
    const found = partner[at] as number;
    if (found < 0 || !isAlone(found)) free.base.push(at);
  }
  return free;
};

/** By place in the file, the number of the record that stands there. */
const inOrder = ({ order, ...roster }: OpenedRoster, kind: Kind): Uint32Array => {
  const places = order?.[kind];
  const { count } = roster[kind];
  const records = new Uint32Array(count);
  for (let at = 0; at < count; at++) records[places === undefined ? at : (places[at] as number)] = at;
  return records;
};

export const pickRecords = (
  roster: OpenedRoster,
  kind: Kind,
  { partner, baseOf, same }: Pairing,
  { most, mayBeTakenFor, isIgnored, isTouched }: PickOptions,
): Picked => {
  const picked: Picked = { file: [], base: [], unchanged: 0, ignored: 0 };
  const shown = { unchanged: 0, ignored: 0 };
  const isPicked = new Uint8Array(baseOf.length);
  for (const at of inOrder(roster, kind)) {
    const before = baseOf[at] as number;
    if (before >= 0 && same[before] === 1 && !isTouched(at) && mayBeTakenFor?.(at) !== true) {
      const group = isIgnored(at) ? "ignored" : "unchanged";
      if (shown[group] >= most) {
        picked[group]++;
        continue;
      }
      shown[group]++;
    }
    isPicked[at] = 1;
    picked.file.push(at);
  }
  for (let at = 0; at < partner.length; at++) {
    const found = partner[at] as number;
    if (same[at] === 0 || isPicked[found] === 1) picked.base.push(at);
  }
  return picked;
};
