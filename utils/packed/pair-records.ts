import { type IdIndex, indexIds } from "./id-index.ts";
import type { OpenedRoster } from "./opened-roster.ts";
import type { Kind } from "./packed.ts";
import { type PartView, readIdStart } from "./part-view.ts";
import { comparing, isSameBytes } from "./same-record.ts";

/** Who of two rosters has whose id, and of whom both tell the same. Records are told by their numbers. */
export type Pairing = {
  index: IdIndex;
  /** By record of `base`, the last record of `file` that has its id, or -1; no id is nobody's. */
  partner: Int32Array;
  /** By record of `file`, the last record of `base` that has its id, or -1. */
  baseOf: Int32Array;
  /** By record of `base`: 1 when its partner tells the same, but for the line, and either is the only one with that id. */
  same: Uint8Array;
  /** Whether a record of `file` and one of `base` are the only ones with its id. */
  isAlone: (at: number) => boolean;
  /** The last record of each id that only `base` has. */
  gone: ReadonlyMap<string, number>;
};

/** Records of `file` that may have come since are passed over, so many. */
const ahead = 4;

/**
 * Pairs by id. Two files of one district differ in few records and mostly have one order, so a record is guessed to follow
 * the one before, and is the same when its bytes are; only who stands elsewhere is looked up.
 */
export const pairRecords = (file: OpenedRoster, base: OpenedRoster, kind: Kind): Pairing => {
  const index = indexIds(file, kind);
  const partner = new Int32Array(base[kind].count).fill(-1);
  const baseOf = new Int32Array(file[kind].count).fill(-1);
  const matches = new Uint8Array(file[kind].count);
  const same = new Uint8Array(base[kind].count);
  const gone = new Map<string, number>();
  const partOf = new Map(file.parts.map((view, part) => [view.school, part]));
  let at = 0;
  for (const view of base.parts) {
    const part = partOf.get(view.school);
    const beside = part === undefined ? undefined : file.parts[part];
    const place = beside && openPlace(beside, view, kind);
    const first = part === undefined ? 0 : (file[kind].first[part] as number);
    const { count, starts } = view[kind];
    const { bytes, reader } = view;
    for (let record = 0; record < count; record++, at++) {
      reader.moveTo(starts[record] as number);
      const start = readIdStart(reader);
      const end = reader.position();
      const guess = place === undefined || start === end ? -1 : place.guess(starts[record] as number, end);
      let found = guess >= 0 ? first + guess : start === end ? -1 : index.find(bytes, start, end);
      if (found < 0) {
        reader.moveTo(starts[record] as number);
        gone.set(reader.text() ?? "", at);
        continue;
      }
      if (place?.isSame(found - first, record) === true) same[at] = 1;
      if (index.repeated[found] === 1) {
        // Of several the last counts, wherever the guess stood.
        found = index.find(bytes, start, end);
        same[at] = 0;
      }
      partner[at] = found;
      baseOf[found] = at;
      if ((matches[found] as number) < 2) matches[found] = (matches[found] as number) + 1;
    }
  }
  for (let record = 0; record < same.length; record++)
    if (same[record] === 1 && matches[partner[record] as number] !== 1) same[record] = 0;
  return {
    index,
    partner,
    baseOf,
    same,
    isAlone: (found) => matches[found] === 1 && index.repeated[found] === 0,
    gone,
  };
};

/** Where one reads in the part of the same school while another is read. */
const openPlace = (beside: PartView, view: PartView, kind: Kind) => {
  const isSame = comparing(beside, view, kind);
  const { starts, count } = beside[kind];
  let next = 0;
  return {
    /** The next record whose id is that of `view`, which stands from `start` to `end`; -1 where it is not near. */
    guess(start: number, end: number): number {
      const until = Math.min(count, next + ahead);
      for (let record = next; record < until; record++) {
        if (!isSameBytes(view.bytes, start, beside.bytes, starts[record] as number, end - start)) continue;
        next = record + 1;
        return record;
      }
      return -1;
    },
    /** Reads on behind that record, if it is one of this part. */
    isSame(record: number, other: number): boolean {
      if (record < 0 || record >= count) return false;
      next = record + 1;
      return isSame(record, other);
    },
  };
};
