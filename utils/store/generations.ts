import { packRoster } from "../packed/pack-roster.ts";
import type { PackedPart, PackedRoster } from "../packed/packed.ts";
import { viewPart } from "../packed/part-view.ts";
import { unpackSection } from "../packed/unpack-roster.ts";
import type { Coverage, Roster, RosterSource, School, Section, Student } from "../roster/roster.ts";
import type { RosterguardDatabase, RosterPart } from "./database.ts";
import { bytesOfJson, openBytes, openJson, sealBytes } from "./sealed.ts";
import { bucketOf, indexSections, partsOf, type SectionBucket } from "./section-index.ts";

/** What is not of one school; stored beside the schools under names no school id can have. */
const headPart = "\u0000head";
const bucketPart = (bucket: number): string => `\u0000classes ${bucket}`;

type Head = {
  source: RosterSource;
  coverage: Coverage;
  schools: readonly School[];
  /** The schools that have a part, in the order in which they are numbered. */
  parts: readonly string[];
  /** Where classes are told of: here when they are few, else in so many parts of their own. */
  sections: readonly number[] | number;
};

/** One class as stored: its own record, and its students from whatever school. */
export type StoredSection = { section: Section | undefined; students: Student[] };

/** Rosters by generation, packed and sealed. A generation counts only once a pointer names it. */
export type Generations = {
  /** Null when it is incomplete, or was sealed with a key that is gone. */
  read(generation: string): Promise<PackedRoster | null>;
  /** One class, without reading the other schools; null as above. A class nobody knows has no record and no students. */
  readSection(generation: string, sectionId: string): Promise<StoredSection | null>;
  /** Answers the new generation's id. Past the quota nothing is left behind, and it throws. */
  write(roster: Roster | PackedRoster): Promise<string>;
  drop(generations: readonly (string | undefined)[]): Promise<void>;
};

/** A transaction costs the browser as much as half a megabyte does: parts are written and read several at a time. */
const batch = { parts: 64, bytes: 4 << 20 };
/** While one batch is opened or sealed, so many are on their way from the disk or to it. */
const batchesAhead = 3;

/** `key` is the data key; another key reads nothing. */
export const openGenerations = (database: RosterguardDatabase, key: CryptoKey): Generations => {
  const { parts } = database;
  const drop = async (generations: readonly (string | undefined)[]): Promise<void> => {
    const gone = generations.filter((generation) => generation !== undefined);
    if (gone.length > 0) await parts.where("generation").anyOf(gone).delete();
  };

  const readHead = async (generation: string): Promise<Head | null> => {
    const sealed = await parts.get([generation, headPart]);
    const head = sealed && (await openJson<Head>(key, sealed));
    // Rosters of the first releases name no parts; they are checked anew.
    return head?.parts ? head : null;
  };

  const readBucket = async (
    generation: string,
    { sections }: Head,
    sectionId: string,
  ): Promise<SectionBucket | null> => {
    if (typeof sections !== "number") return Uint32Array.from(sections);
    const sealed = await parts.get([generation, bucketPart(bucketOf(sectionId, sections))]);
    const bytes = sealed && (await openBytes(key, sealed));
    return bytes ? new Uint32Array(bytes.buffer) : null;
  };

  const openParts = async (
    generation: string,
    schools: readonly string[],
  ): Promise<(PackedPart | null)[]> => {
    const sealed = await parts.bulkGet(schools.map((school) => [generation, school]));
    return Promise.all(
      sealed.map(async (part, at) => {
        const bytes = part && (await openBytes(key, part));
        return bytes ? { school: schools[at]!, bytes } : null;
      }),
    );
  };

  const writeParts = async (generation: string, roster: PackedRoster): Promise<void> => {
    const { source, coverage, schools } = roster;
    const going: Promise<unknown>[] = [];
    let waiting: { school: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
    let size = 0;
    const write = async (unsealed: typeof waiting): Promise<unknown> => {
      const sealed = unsealed.map(
        async ({ school, bytes }): Promise<RosterPart> => ({
          generation,
          school,
          ...(await sealBytes(key, bytes)),
        }),
      );
      return parts.bulkPut(await Promise.all(sealed));
    };
    /** Sealed and put in batches, a few of them at once: the thread that does it has the rules to run. */
    const put = async (school: string, bytes: Uint8Array<ArrayBuffer>) => {
      waiting.push({ school, bytes });
      size += bytes.length;
      if (size >= batch.bytes || waiting.length >= batch.parts) await flush();
    };
    const flush = async () => {
      const writing = write(waiting);
      [waiting, size] = [[], 0];
      // It is awaited below, unless another fails first.
      writing.catch(() => undefined);
      going.push(writing);
      if (going.length > batchesAhead) await going.shift();
    };
    const views = roster.parts.map((part) => viewPart(part)!);
    const buckets = indexSections(views);
    const [only] = buckets;
    const isSmall = buckets.length === 1 && only !== undefined;
    const head: Head = {
      source,
      coverage,
      schools,
      parts: roster.parts.map(({ school }) => school),
      sections: isSmall ? [...only] : buckets.length,
    };
    await put(headPart, bytesOfJson(head));
    if (!isSmall) {
      for (const [at, bucket] of buckets.entries()) await put(bucketPart(at), new Uint8Array(bucket.buffer));
    }
    for (const { school, bytes } of roster.parts) await put(school, bytes);
    await flush();
    await Promise.all(going);
  };

  return {
    drop,

    async read(generation) {
      const head = await readHead(generation);
      if (head === null) return null;
      const wanted = [...head.parts].sort();
      const coming: ReturnType<typeof openParts>[] = [];
      let asked = 0;
      const ask = () => {
        if (asked >= wanted.length) return;
        const opening = openParts(generation, wanted.slice(asked, asked + batch.parts));
        // It is awaited below, unless the batch before it cannot be read.
        opening.catch(() => undefined);
        coming.push(opening);
        asked += batch.parts;
      };
      while (coming.length < batchesAhead && asked < wanted.length) ask();
      const read: PackedPart[] = [];
      for (let opening = coming.shift(); opening !== undefined; opening = coming.shift()) {
        ask();
        for (const part of await opening) {
          if (part === null) return null;
          read.push(part);
        }
      }
      const { source, coverage, schools } = head;
      return { source, coverage, schools, parts: read };
    },

    async readSection(generation, sectionId) {
      const head = await readHead(generation);
      const bucket = head && (await readBucket(generation, head, sectionId));
      if (!head || !bucket) return null;
      const numbers = partsOf(bucket, sectionId);
      const found: StoredSection = { section: undefined, students: [] };
      for (const part of await openParts(
        generation,
        numbers.map((number) => head.parts[number] ?? ""),
      )) {
        const told = part && unpackSection(part, sectionId);
        if (!told) return null;
        found.section ??= told.section;
        found.students.push(...told.students);
      }
      return found;
    },

    async write(roster) {
      const generation = crypto.randomUUID();
      try {
        await writeParts(generation, "parts" in roster ? roster : packRoster(roster));
      } catch (error) {
        await drop([generation]);
        throw error;
      }
      return generation;
    },
  };
};
