import type { Coverage, Roster, RosterSource, School, Section, Student } from "../roster/roster.ts";
import type { Loose } from "./cut-by-school.ts";
import type { RosterguardDatabase, RosterPart } from "./database.ts";
import { openKnown } from "./known-records.ts";
import { packBySchool, unpackSchool, unpackSection } from "./pack-roster.ts";
import { openBytes, openJson, sealBytes, sealJson } from "./sealed.ts";
import { bucketOf, indexSections, type SectionBucket, schoolsOf } from "./section-index.ts";

/** What is not of one school; stored beside the schools under names no school id can have. */
const headPart = "\u0000head";
const bucketPart = (bucket: number): string => `\u0000classes ${bucket}`;
const isSchool = (school: string): boolean => !school.startsWith("\u0000");

type Head = {
  source: RosterSource;
  coverage: Coverage;
  schools: readonly School[];
  /** Where classes are told of: here when they are few, else in so many parts of their own. */
  sections: SectionBucket | number;
};

/** One class as stored: its own record, and its students from whatever school. */
export type StoredSection = { section: Section | undefined; students: Student[] };

/** Answers a roster to share records with, once there is one to read; undefined to share none. */
export type FindKnown = () => Roster | undefined;

/** Rosters by generation, packed and sealed. A generation counts only once a pointer names it. */
export type Generations = {
  /**
   * Null when it is incomplete, or was sealed with a key that is gone. Records that tell the same as `known`'s of their id
   * are those objects, with the lines that they have there.
   */
  read(generation: string, known?: FindKnown): Promise<Roster | null>;
  /** One class, without reading the other schools; null as above. A class nobody knows has no record and no students. */
  readSection(generation: string, sectionId: string): Promise<StoredSection | null>;
  /** Answers the new generation's id. Past the quota nothing is left behind, and it throws. */
  write(roster: Roster): Promise<string>;
  drop(generations: readonly (string | undefined)[]): Promise<void>;
};

/** A transaction costs the browser as much as half a megabyte does: parts are written and read several at a time. */
const batchParts = 32;
/** While what is known is worked out, and while one batch is unpacked, so many are on their way from the disk. */
const batchesAhead = 3;

/** `key` is the data key; another key reads nothing. */
export const openGenerations = (database: RosterguardDatabase, key: CryptoKey): Generations => {
  const { parts } = database;
  const drop = async (generations: readonly (string | undefined)[]): Promise<void> => {
    const gone = generations.filter((generation) => generation !== undefined);
    if (gone.length > 0) await parts.where("generation").anyOf(gone).delete();
  };

  const readHead = async (generation: string): Promise<Head | null> => {
    const head = await parts.get([generation, headPart]);
    return head ? openJson<Head>(key, head) : null;
  };

  const openAll = (sealed: readonly (RosterPart | undefined)[]) =>
    Promise.all(sealed.map((part) => (part ? openBytes(key, part) : null)));

  const writeParts = async (generation: string, roster: Roster): Promise<void> => {
    const { source, coverage, schools } = roster;
    let sealing: Promise<RosterPart>[] = [];
    let writing: Promise<unknown> = Promise.resolve();
    const put = async (school: string, sealed: ReturnType<typeof sealBytes>) => ({
      generation,
      school,
      ...(await sealed),
    });
    // While one batch is on its way to the disk the next is packed.
    const flush = async () => {
      const batch = await Promise.all(sealing);
      sealing = [];
      await writing;
      writing = parts.bulkPut(batch);
      // It is awaited with the next batch, or at the end.
      writing.catch(() => undefined);
    };
    const sectionsOf: [string, readonly string[]][] = [];
    for (const { school, bytes, sectionIds } of packBySchool(roster)) {
      sealing.push(put(school, sealBytes(key, bytes)));
      sectionsOf.push([school, sectionIds]);
      if (sealing.length === batchParts) await flush();
    }
    const buckets = indexSections(sectionsOf);
    const [only] = buckets;
    const isSmall = buckets.length === 1 && only !== undefined;
    const head: Head = { source, coverage, schools, sections: isSmall ? only : buckets.length };
    sealing.push(put(headPart, sealJson(key, head)));
    if (!isSmall) {
      for (const [at, bucket] of buckets.entries()) sealing.push(put(bucketPart(at), sealJson(key, bucket)));
    }
    await flush();
    await writing;
  };

  return {
    drop,

    async read(generation, findKnown) {
      const head = await readHead(generation);
      if (head === null) return null;
      const keys = await parts.where("generation").equals(generation).primaryKeys();
      const wanted = keys.filter(([, school]) => isSchool(school));
      const next = (from: number) => {
        const opening = parts.bulkGet(wanted.slice(from, from + batchParts)).then(openAll);
        // It is awaited below, unless the batch before it cannot be read.
        opening.catch(() => undefined);
        return opening;
      };
      const coming: ReturnType<typeof next>[] = [];
      const ask = () => {
        const from = asked * batchParts;
        if (from < wanted.length) coming.push(next(from));
        asked++;
      };
      let asked = 0;
      while (asked < batchesAhead) ask();
      const roster = findKnown?.();
      const known = roster && openKnown(roster);
      const read: Loose = { sections: [], teachers: [], students: [] };
      for (let from = 0; from < wanted.length; from += batchParts) {
        const opened = await coming.shift()!;
        ask();
        for (const [at, bytes] of opened.entries()) {
          const [, id] = wanted[from + at]!;
          const school = bytes && unpackSchool(id, bytes, known?.(id));
          if (!school) return null;
          for (const section of school.sections) read.sections.push(section);
          for (const teacher of school.teachers) read.teachers.push(teacher);
          for (const student of school.students) read.students.push(student);
        }
      }
      const { source, coverage, schools } = head;
      return { source, coverage, schools, ...read };
    },

    async readSection(generation, sectionId) {
      const head = await readHead(generation);
      if (head === null) return null;
      let bucket: SectionBucket | null | undefined;
      if (typeof head.sections === "number") {
        const part = await parts.get([generation, bucketPart(bucketOf(sectionId, head.sections))]);
        bucket = part && (await openJson<SectionBucket>(key, part));
      } else bucket = head.sections;
      if (!bucket) return null;
      const schools = schoolsOf(bucket, sectionId);
      const found: StoredSection = { section: undefined, students: [] };
      const opened = await openAll(await parts.bulkGet(schools.map((school) => [generation, school])));
      for (const [at, bytes] of opened.entries()) {
        const part = bytes && unpackSection(schools[at]!, bytes, sectionId);
        if (!part) return null;
        found.section ??= part.section;
        found.students.push(...part.students);
      }
      return found;
    },

    async write(roster) {
      const generation = crypto.randomUUID();
      try {
        await writeParts(generation, roster);
      } catch (error) {
        await drop([generation]);
        throw error;
      }
      return generation;
    },
  };
};
