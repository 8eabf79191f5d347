import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { packRoster } from "../packed/pack-roster.ts";
import { unpackRoster } from "../packed/unpack-roster.ts";
import type { Roster } from "../roster/roster.ts";
import { openDatabase, type RosterguardDatabase, type RosterPart } from "./database.ts";
import { type LastFiles, openLastFiles, putBackFile } from "./last-files.ts";
import { purgeOld } from "./purge.ts";
import { dropOrphans } from "./rosters.ts";
import { importDataKey } from "./sealed.ts";

const at = "2026-11-20T10:00:00Z";
const later = "2026-11-21T10:00:00Z";
const name = "file:057-909 cli-engage";

const rosterOf = (file: string): Roster => ({
  source: { kind: "file", name: file, checkedAt: at },
  coverage: { kind: "complete" },
  schools: [],
  sections: [],
  teachers: [],
  students: [{ id: "1", fields: {}, sectionIds: [], schoolId: "s1" }],
});

let database: RosterguardDatabase;
let files: LastFiles;
let count = 0;
beforeEach(async () => {
  database = openDatabase(`last-files-${count++}`);
  files = openLastFiles(database, await importDataKey(new Uint8Array(32)));
});

/** Checks a file as one job: each name is another file. */
const check = (file: string, by = `7:${file}`, when = at) =>
  files.begin(packRoster(rosterOf(file))).keep(name, { by, print: `print of ${file}` }, when);
/** What the next file would be compared with. */
const last = async (print = "another"): Promise<string | undefined> => {
  const roster = await files.readBefore(name, print);
  return roster?.source.kind === "file" ? roster.source.name : undefined;
};
/** Each generation of these rosters is two parts: the head and one school. */
const generations = async () => (await database.parts.count()) / 2;

describe("the last checked file", () => {
  it("is whatever was checked last, and one before it is kept", async () => {
    expect(await last()).toBeUndefined();
    for (const [file, kept] of [
      ["a", 1],
      ["b", 2],
      ["c", 2],
    ] as const) {
      await check(file);
      expect([await last(), await generations()]).toEqual([file, kept]);
    }
  });

  it("is each receiver's own", async () => {
    await check("a");
    const written = files.begin(packRoster(rosterOf("b")));
    await written.keep("file:057-909 sds-1", { by: "ours:b", print: "b" }, at);
    expect(await last()).toBe("a");
  });

  it("is the one before, for the same file checked once more", async () => {
    await check("a");
    await check("b", "ours:1");
    expect(await last("print of b")).toBe("a");
    await check("b", "7:2");
    expect([await last(), await last("print of b"), await generations()]).toEqual(["b", "a", 2]);
  });

  it("is the former one again when a person puts the file back", async () => {
    await check("a");
    await check("b");
    await putBackFile(database, "7:b", later);
    expect([await last(), await generations(), await database.pointers.count()]).toEqual(["a", 1, 1]);
    await check("c");
    await putBackFile(database, "7:c", later);
    expect(await last()).toBe("a");
  });

  it("is none when the first file was put back", async () => {
    await check("a");
    await putBackFile(database, "7:a", later);
    expect([await last(), await generations(), await database.pointers.count()]).toEqual([undefined, 0, 0]);
  });

  it("stays when an older file is put back after it", async () => {
    await check("a");
    await check("b");
    await check("c");
    await putBackFile(database, "7:b", later);
    expect([await last(), await generations()]).toEqual(["c", 1]);
    await putBackFile(database, "7:c", later);
    expect(await last()).toBeUndefined();
  });

  it("is not one that was put back before its roster was on the disk", async () => {
    await check("a");
    await putBackFile(database, "7:b", later);
    await check("b");
    expect([await last(), await generations(), await database.pointers.count()]).toEqual(["a", 1, 1]);
    await check("c");
    expect(await last()).toBe("c");
  });

  it("survives a write that fails half-way, as it was", async () => {
    await check("a");
    database.parts.bulkPut = (async ([first]: RosterPart[]) => {
      await database.parts.put(first!);
      throw new DOMException("full", "QuotaExceededError");
    }) as never;
    await expect(check("b")).rejects.toThrow("full");
    expect([await last(), await generations()]).toEqual(["a", 1]);
  });

  it("keeps both generations when orphans go", async () => {
    await check("a");
    await check("b");
    expect(await dropOrphans(database)).toBe(0);
    await putBackFile(database, "7:b", later);
    expect(await last()).toBe("a");
  });

  it("outlives the former in a purge, and neither outlives the retention", async () => {
    await check("a", "7:a", "2026-09-01T10:00:00Z");
    await check("b");
    await purgeOld(database, 30, new Date("2026-11-22T00:00:00Z"));
    expect([await last(), await last("print of b"), await generations()]).toEqual(["b", undefined, 1]);
    await putBackFile(database, "7:none", at);
    await purgeOld(database, 30, new Date("2026-12-24T00:00:00Z"));
    expect([await database.parts.count(), await database.pointers.count()]).toEqual([0, 0]);
  });
});

describe("a file that is being checked", () => {
  it("counts for nothing until it is kept, and leaves the last one whole", async () => {
    await check("a");
    const written = files.begin(packRoster(rosterOf("b")));
    await vi.waitFor(async () => expect(await generations()).toBe(2));
    expect(await last()).toBe("a");
    await written.drop();
    expect([await last(), await generations()]).toEqual(["a", 1]);
  });

  it("goes as an orphan when nobody came to keep or drop it", async () => {
    await check("a");
    files.begin(packRoster(rosterOf("b")));
    await vi.waitFor(async () => expect(await generations()).toBe(2));
    expect(await dropOrphans(database)).toBe(2);
    expect([await last(), await generations()]).toEqual(["a", 1]);
  });
});

describe("the last checked file, read ahead", () => {
  const readWith = async (ahead: () => void) => {
    let reads = 0;
    const { bulkGet } = database.parts;
    database.parts.bulkGet = ((keys: never) => {
      reads++;
      return bulkGet.call(database.parts, keys);
    }) as never;
    ahead();
    const roster = await files.readBefore(name, "print of now");
    const names = roster?.source.kind === "file" ? roster.source.name : undefined;
    return [names, unpackRoster(roster!)?.students.length, reads];
  };

  it("is read once, by its name or as the file that was checked last", async () => {
    await check("a");
    expect(await readWith(() => files.readAhead("print of now", name))).toEqual(["a", 1, 1]);
    await files.begin(packRoster(rosterOf("old"))).keep("file:other", { by: "x", print: "y" }, "2025-01-01");
    expect(await readWith(() => files.readAhead("print of now"))).toEqual(["a", 1, 1]);
  });

  it("is read again where the guess was another receiver's, and once where nothing was read ahead", async () => {
    await check("a");
    expect(await readWith(() => undefined)).toEqual(["a", 1, 1]);
    await files.begin(packRoster(rosterOf("b"))).keep("file:other", { by: "x", print: "y" }, later);
    expect(await readWith(() => files.readAhead("print of now"))).toEqual(["a", 1, 2]);
  });

  it("is not what is checked once more", async () => {
    await check("a");
    await check("b");
    files.readAhead("print of b");
    expect(await last("print of b")).toBe("a");
  });

  it("is nothing where nothing is stored", async () => {
    files.readAhead("print of now");
    expect(await last()).toBeUndefined();
  });
});
