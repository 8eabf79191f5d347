import { bytesOfId, hashId } from "./hash-id.ts";
import type { OpenedRoster } from "./opened-roster.ts";
import type { Kind } from "./packed.ts";
import { type PartView, readIdStart } from "./part-view.ts";
import { isSameBytes } from "./same-record.ts";

/** Where records stand by the bytes of their id, without a text of it. */
export type IdIndex = {
  /** The record of an id that stands last in the source, or -1; "" is an id like any other. */
  find(bytes: Uint8Array, start: number, end: number): number;
  findText(id: string): number;
  /** By record, 1 when its id stands in several. */
  repeated: Uint8Array;
  /** How many ids there are. */
  size: number;
};

/** Two thirds of the slots are taken at most. */
const slotsFor = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, count) * 1.5));

export const indexIds = (roster: OpenedRoster, kind: Kind): IdIndex => {
  const { count, partOf, first } = roster[kind];
  const { parts } = roster;
  const order = roster.order?.[kind];
  // A slot holds a record's number + 1 in the bits of `mask` and the hash's other bits above; 0 is free.
  const slots = new Int32Array(slotsFor(count));
  const mask = slots.length - 1;
  const repeated = new Uint8Array(count);
  const slotOf = (bytes: Uint8Array, start: number, end: number, hash: number): number => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] as number;
      if (entry === 0) return ~slot;
      if (((entry ^ hash) & ~mask) !== 0) continue;
      const at = (entry & mask) - 1;
      const part = partOf[at] as number;
      const view = parts[part] as PartView;
      const { reader } = view;
      const back = reader.position();
      reader.moveTo(view[kind].starts[at - (first[part] as number)] as number);
      const from = readIdStart(reader);
      const length = reader.position() - from;
      reader.moveTo(back);
      if (length === end - start && isSameBytes(view.bytes, from, bytes, start, length)) return slot;
    }
  };
  let size = 0;
  let at = 0;
  for (const view of parts) {
    const { bytes, reader } = view;
    const { starts, count: records } = view[kind];
    for (let record = 0; record < records; record++) {
      reader.moveTo(starts[record] as number);
      const start = readIdStart(reader);
      const end = reader.position();
      const hash = hashId(bytes, start, end);
      const slot = slotOf(bytes, start, end, hash);
      const before = slot < 0 ? -1 : ((slots[slot] as number) & mask) - 1;
      if (slot >= 0) {
        repeated[at] = 1;
        repeated[before] = 1;
      } else size++;
      // The last of the source, which need not be that of the parts.
      if (slot < 0 || order === undefined || (order[at] as number) > (order[before] as number))
        slots[slot < 0 ? ~slot : slot] = (hash & ~mask) | (at + 1);
      at++;
    }
  }
  const find = (bytes: Uint8Array, start: number, end: number): number => {
    const slot = slotOf(bytes, start, end, hashId(bytes, start, end));
    return slot < 0 ? -1 : ((slots[slot] as number) & mask) - 1;
  };
  return {
    find,
    findText: (id) => {
      const bytes = bytesOfId(id);
      return find(bytes, 0, bytes.length);
    },
    repeated,
    size,
  };
};
