import type { Kind } from "./packed.ts";
import { type PartView, readIdStart, sectionIdAt } from "./part-view.ts";
import { skipToPlaces } from "./records.ts";

/** Whether `length` bytes are the same from two places on. */
export const isSameBytes = (
  one: Uint8Array,
  from: number,
  other: Uint8Array,
  start: number,
  length: number,
): boolean => {
  for (let at = 0; at < length; at++) if (one[from + at] !== other[start + at]) return false;
  return true;
};

/** Whether a record of one part tells the same as a record of the other part of that school; both by their place in it. */
export type IsSame = (one: number, other: number) => boolean;

const never: IsSame = () => false;

/** How records of a kind are compared between two parts of one school. */
export const comparing = (one: PartView, other: PartView, kind: Kind): IsSame => {
  const [first, second] = [one[kind].starts, other[kind].starts];
  const [data, otherData] = [one, other].map(
    ({ bytes }) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  ) as [DataView, DataView];
  const byBytes: IsSame = (a, b) => {
    let from = first[a] as number;
    let start = second[b] as number;
    const end = first[a + 1] as number;
    if ((second[b + 1] as number) - start !== end - from) return false;
    for (; from + 4 <= end; from += 4, start += 4)
      if (data.getInt32(from) !== otherData.getInt32(start)) return false;
    return isSameBytes(one.bytes, from, other.bytes, start, end - from);
  };
  if (kind !== "students") return byBytes;
  if (!areTexts(one.names, other.names)) return never;
  return numberAlike(one, other) ? byBytes : byNumbers(one, other);
};

const areTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);

/** Whether both parts number the same sections in the same way, as they do where no class came or went. */
const numberAlike = (one: PartView, other: PartView): boolean => {
  const { count } = one.sections;
  if (other.sections.count !== count || !areTexts(one.others, other.others)) return false;
  for (let place = 0; place < count; place++) {
    const [from, start] = [one.sections.starts[place] as number, other.sections.starts[place] as number];
    one.reader.moveTo(from);
    readIdStart(one.reader);
    if (!isSameBytes(one.bytes, from, other.bytes, start, one.reader.position() - from)) return false;
  }
  return true;
};

/** Students by their fields' bytes, and by which sections their numbers mean. */
const byNumbers = (one: PartView, other: PartView): IsSame => {
  const places = new Map<string, number>();
  const idsOf = (view: PartView) =>
    Array.from({ length: view.sections.count + view.others.length }, (_, place) => sectionIdAt(view, place));
  for (const [place, id] of idsOf(one).entries()) if (!places.has(id)) places.set(id, place);
  const meant = Int32Array.from(idsOf(other), (id) => places.get(id) ?? -1);
  const [reader, otherReader] = [one.reader, other.reader];
  return (a, b) => {
    const [from, start] = [one.students.starts[a] as number, other.students.starts[b] as number];
    reader.moveTo(from);
    skipToPlaces(reader, one.names);
    const length = reader.position() - from;
    if (start + length > (other.students.starts[b + 1] as number)) return false;
    if (!isSameBytes(one.bytes, from, other.bytes, start, length)) return false;
    otherReader.moveTo(start + length);
    const header = reader.number();
    if (otherReader.number() !== header) return false;
    for (let left = header >> 1; left > 0; left--)
      if (meant[otherReader.number()] !== reader.number()) return false;
    return true;
  };
};
