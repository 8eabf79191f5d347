import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
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
  files.keep(name, rosterOf(file), { by, print: `print of ${file}` }, when);
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
    await files.keep("file:057-909 sds-1", rosterOf("b"), { by: "ours:b", print: "b" }, at);
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

describe("the last checked file beside the file that is checked", () => {
  it("shares what tells the same, asks for it once there is something to read, and for nothing else", async () => {
    let asked = 0;
    const beside = (roster: Roster) => () => {
      asked++;
      return roster;
    };
    const now = rosterOf("now");
    expect(await files.readBefore(name, "now", beside(now))).toBeNull();
    expect(asked).toBe(0);
    await check("a");
    const shared = await files.readBefore(name, "now", beside(now));
    expect(shared?.students[0]).toBe(now.students[0]);
    expect(shared?.source).toEqual(rosterOf("a").source);
    const other = {
      ...now,
      students: [{ id: "1", fields: { lastName: "Ortiz" }, sectionIds: [], schoolId: "s1" }],
    };
    const read = await files.readBefore(name, "now", beside(other));
    expect(read).toEqual(rosterOf("a"));
    expect(asked).toBe(2);
  });
});
