import { bytesOfId, hashId } from "../packed/hash-id.ts";
import { type PartView, readIdStart } from "../packed/part-view.ts";

/**
 * In which parts of a generation a class is told of: mostly its school's, and that of every student who comes from
 * another. It is cut into buckets, so that a state's million classes are not read for one, and holds pairs of an id's hash and
 * a part's number: of two classes with one hash both schools are read, which costs time and nothing else.
 */
export type SectionBucket = Uint32Array<ArrayBuffer>;

/** About this many classes are looked through to find one. */
const bucketSize = 4096;

/** How many buckets so many classes go into: a power of two. */
export const bucketsFor = (sections: number): number =>
  2 ** Math.max(0, Math.ceil(Math.log2(sections / bucketSize)));

const hashOf = (sectionId: string): number => {
  const bytes = bytesOfId(sectionId);
  return hashId(bytes, 0, bytes.length) >>> 0;
};

/** `buckets` is a power of two. */
export const bucketOf = (sectionId: string, buckets: number): number => hashOf(sectionId) & (buckets - 1);

/** Buckets in order, from the classes that each part tells of. */
export const indexSections = (parts: readonly PartView[]): SectionBucket[] => {
  const places = parts.reduce((sum, { sections, others }) => sum + sections.count + others.length, 0);
  const count = bucketsFor(places);
  const [hashes, owners] = [new Uint32Array(places), new Uint32Array(places)];
  const sizes = new Uint32Array(count);
  let at = 0;
  const add = (hash: number, part: number) => {
    hashes[at] = hash;
    owners[at++] = part;
    const bucket = (hash >>> 0) & (count - 1);
    sizes[bucket] = (sizes[bucket] as number) + 2;
  };
  for (const [part, { sections, others, reader, bytes }] of parts.entries()) {
    for (let section = 0; section < sections.count; section++) {
      reader.moveTo(sections.starts[section] as number);
      add(hashId(bytes, readIdStart(reader), reader.position()), part);
    }
    for (const other of others) add(hashOf(other), part);
  }
  const buckets = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  for (let place = 0; place < places; place++) {
    const hash = hashes[place] as number;
    const bucket = hash & (count - 1);
    const to = sizes[bucket] as number;
    buckets[bucket]![to] = hash;
    buckets[bucket]![to + 1] = owners[place] as number;
    sizes[bucket] = to + 2;
  }
  return buckets;
};

/** Numbers of the parts that may tell of a class, each once; none for a class that the roster does not know. */
export const partsOf = (bucket: SectionBucket, sectionId: string): number[] => {
  const hash = hashOf(sectionId);
  const parts = new Set<number>();
  for (let at = 0; at < bucket.length; at += 2) if (bucket[at] === hash) parts.add(bucket[at + 1] as number);
  return [...parts];
};
