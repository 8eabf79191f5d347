/**
 * In which parts of a generation a class is told of: mostly its school's, and that of every student who comes from
 * another. It is sealed like the rest, and cut into buckets, so that a state's million classes are not read for one.
 */
export type SectionBucket = {
  ids: string[];
  schools: string[] /** Per id, indices into `schools`. */;
  places: number[][];
};

/** About this many classes are read to find one. */
const bucketSize = 4096;

/** How many buckets so many classes go into: a power of two. */
export const bucketsFor = (sections: number): number =>
  2 ** Math.max(0, Math.ceil(Math.log2(sections / bucketSize)));

/** FNV-1a over UTF-16 units; `buckets` is a power of two. */
export const bucketOf = (sectionId: string, buckets: number): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < sectionId.length; at++) {
    hash = Math.imul(hash ^ sectionId.charCodeAt(at), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (buckets - 1);
};

/** Buckets in order, from the classes that each school's part tells of. */
export const indexSections = (parts: Iterable<readonly [string, readonly string[]]>): SectionBucket[] => {
  // Nearly every class is told of at one school, whose list of itself alone they share.
  const schoolsOf = new Map<string, readonly string[]>();
  for (const [school, sectionIds] of parts) {
    const alone = [school];
    for (const id of sectionIds) {
      const known = schoolsOf.get(id);
      schoolsOf.set(id, known === undefined ? alone : [...known, school]);
    }
  }
  const count = bucketsFor(schoolsOf.size);
  const buckets = Array.from({ length: count }, () => ({
    ids: [] as string[],
    places: [] as number[][],
    positions: new Map<string, number>(),
  }));
  for (const [id, schools] of schoolsOf) {
    const { ids, places, positions } = buckets[bucketOf(id, count)]!;
    ids.push(id);
    places.push(
      schools.map((school) => {
        const position = positions.get(school) ?? positions.size;
        positions.set(school, position);
        return position;
      }),
    );
  }
  return buckets.map(({ ids, places, positions }) => ({ ids, schools: [...positions.keys()], places }));
};

/** The schools whose parts tell of a class; none for a class that the roster does not know. */
export const schoolsOf = ({ ids, schools, places }: SectionBucket, sectionId: string): string[] =>
  (places[ids.indexOf(sectionId)] ?? []).map((place) => schools[place]!);
