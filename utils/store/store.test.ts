import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { KeptEntry } from "../messages/desk-store.ts";
import type { Roster } from "../roster/roster.ts";
import { openDatabase, type RosterguardDatabase, type RosterPart } from "./database.ts";
import { openDigest } from "./digest.ts";
import type { KeyArea, KeyAreas } from "./key-area.ts";
import { openDataKey, openDigestKey } from "./keys.ts";
import { openLedger } from "./ledger.ts";
import { openStore } from "./open-store.ts";
import { deleteEverything, purgeOld } from "./purge.ts";
import { dropOrphans, openRosterShelf } from "./rosters.ts";
import { importDataKey } from "./sealed.ts";

const memoryArea = (): KeyArea & { held: Map<string, unknown> } => {
  const held = new Map<string, unknown>();
  return {
    held,
    get: async (key) => (held.has(key) ? { [key]: held.get(key) } : {}),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) held.set(key, value);
    },
    remove: async (keys) => {
      for (const key of [keys].flat()) held.delete(key);
    },
  };
};

const memoryAreas = () => ({ session: memoryArea(), local: memoryArea() });

const roster: Roster = {
  source: { kind: "page", portal: "cli-engage", seenAt: "2026-11-20T10:00:00Z" },
  coverage: { kind: "partial", sectionIds: ["c1"], seen: 2, of: 2 },
  schools: [
    { id: "s1", name: "Río Grande Elementary" },
    { id: "s2", name: "Bluebonnet" },
  ],
  sections: [
    { id: "c1", title: "Prekinder A", schoolId: "s1", teacherIds: ["t1"], homeroom: true, line: 2 },
    { id: "c2", title: "PK B", schoolId: "s2", teacherIds: [], homeroom: false },
  ],
  teachers: [{ id: "t1", lastName: "Núñez", schoolId: "s1" }],
  // Grouped by school, as they come back.
  students: [
    { id: "9", fields: {}, sectionIds: [] },
    {
      id: "STU-0042",
      fields: { firstName: "Anastasia", lastName: "Quintanilla" },
      sectionIds: ["c1"],
      schoolId: "s1",
      line: 3,
    },
    { id: "8", fields: { firstName: "", status: "Active" }, sectionIds: ["c1", "c2"], schoolId: "s2" },
  ],
};

/** One student a class, and one in ten of another school. */
const makeLarge = (schools: number, classes: number): Roster => {
  const sections = Array.from({ length: schools * classes }, (_, at) => ({
    id: `__proto__${at}`,
    title: `Class ${at}`,
    schoolId: `s${Math.floor(at / classes)}`,
    teacherIds: [],
    homeroom: true,
  }));
  const students = sections.map(({ id, schoolId }, at) => ({
    id: `p${at}`,
    fields: {},
    sectionIds: at % 10 === 0 ? [id, sections[(at * 7) % sections.length]!.id] : [id],
    schoolId,
  }));
  return { ...roster, sections, students, teachers: [] };
};

let database: RosterguardDatabase;
let areas: ReturnType<typeof memoryAreas>;
let count = 0;

const keyOf = async (where: KeyAreas = areas) => importDataKey((await openDataKey(where, "session")).raw);

/** Every byte at rest, as text, the way a person with the disk would look through it. */
const everythingAtRest = async (): Promise<string> => {
  const decoder = new TextDecoder("latin1");
  const rows = await Promise.all(database.tables.map((table) => table.toArray()));
  return JSON.stringify(rows, (_, value) =>
    value instanceof ArrayBuffer
      ? decoder.decode(value)
      : ArrayBuffer.isView(value)
        ? decoder.decode(value)
        : value,
  );
};

beforeEach(() => {
  database = openDatabase(`test-${count++}`);
  areas = memoryAreas();
});

describe("the data key", () => {
  it("lives in the session area only, and is the same until the browser closes", async () => {
    const first = await openDataKey(areas, "session");
    expect(first.fresh).toBe(true);
    expect(areas.local.held.size).toBe(0);
    expect(await openDataKey(areas, "session")).toEqual({ raw: first.raw, fresh: false });
    areas.session.held.clear();
    const next = await openDataKey(areas, "session");
    expect(next.fresh).toBe(true);
    expect(next.raw).not.toEqual(first.raw);
  });

  it("leaves no key on disk when a retention in days becomes a session again", async () => {
    const kept = await openDataKey(areas, 30);
    expect(areas.local.held.size).toBe(1);
    areas.session.held.clear();
    expect((await openDataKey(areas, 30)).raw).toEqual(kept.raw);
    await openDataKey(areas, "session");
    expect(areas.local.held.size).toBe(0);
  });

  it("is made once when two contexts open the store at the same moment", async () => {
    const made = await Promise.all([openDataKey(areas, "session"), openDataKey(areas, "session")]);
    expect(made[0].raw).toEqual(made[1].raw);
    expect(made.filter(({ fresh }) => fresh)).toHaveLength(1);
  });

  it.each([
    ["not base64", "%%%"],
    ["too short", "AAAA"],
    ["not text", 7],
  ])("is made anew when what was stored is %s", async (_, stored) => {
    await areas.session.set({ dataKey: stored });
    expect((await openDataKey(areas, "session")).fresh).toBe(true);
  });
});

describe("stored rosters", () => {
  it("come back as they were, student by student", async () => {
    const shelf = openRosterShelf(database, await keyOf());
    await shelf.write("page:x", roster, "2026-11-20T10:00:00Z");
    const read = await shelf.read("page:x");
    expect(read).toEqual(roster);
    expect(await database.parts.count()).toBe(4);
  });

  it("keep no name readable at rest, and nothing once the key is gone", async () => {
    await openRosterShelf(database, await keyOf()).write("page:x", roster, "2026-11-20T10:00:00Z");
    const bytes = await everythingAtRest();
    for (const canary of ["Anastasia", "Quintanilla", "Núñez", "Prekinder A"])
      expect(bytes).not.toContain(canary);
    areas.session.held.clear();
    expect(await openRosterShelf(database, await keyOf()).read("page:x")).toBeNull();
  });

  it("go when a new session's key can no longer open them; what became of edits stays", async () => {
    const { rosters } = await openStore(areas, "session", database);
    await rosters.write("page:x", roster, "2026-11-20T10:00:00Z");
    await openStore(areas, "session", database);
    expect(await database.parts.count()).toBe(4);
    areas.session.held.clear();
    await openStore(areas, "session", database);
    expect([await database.parts.count(), await database.pointers.count()]).toEqual([0, 0]);
  });

  it("give one class with its students from whatever school, and nothing once the key is gone", async () => {
    await openRosterShelf(database, await keyOf()).write("page:x", roster, "2026-11-20T10:00:00Z");
    const shelf = openRosterShelf(database, await keyOf());
    const [, ana, other] = roster.students;
    expect(await shelf.readSection("page:x", "c1")).toEqual({
      section: roster.sections[0],
      students: [ana, other],
    });
    expect(await shelf.readSection("page:x", "c2")).toEqual({
      section: roster.sections[1],
      students: [other],
    });
    expect(await shelf.readSection("page:x", "c3")).toEqual({ section: undefined, students: [] });
    expect(await shelf.readSection("page:y", "c1")).toBeNull();
    areas.session.held.clear();
    expect(await openRosterShelf(database, await keyOf()).readSection("page:x", "c1")).toBeNull();
  });

  it("are found by class among thousands, in several batches and buckets", async () => {
    const large = makeLarge(70, 130);
    const shelf = openRosterShelf(database, await keyOf());
    await shelf.write("page:x", large, "2026-11-20T10:00:00Z");
    // 70 schools, the head, and 9,100 classes in four buckets.
    expect(await database.parts.count()).toBe(75);
    const read = await shelf.read("page:x");
    const byId = <T extends { id: string }>(records: readonly T[] | undefined) =>
      [...(records ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(read?.students)).toEqual(byId(large.students));
    expect(byId(read?.sections)).toEqual(byId(large.sections));
    for (const section of [large.sections[0]!, large.sections[4567]!, large.sections.at(-1)!]) {
      const found = await shelf.readSection("page:x", section.id);
      expect(found?.section).toEqual(section);
      expect(byId(found?.students)).toEqual(
        byId(large.students.filter(({ sectionIds }) => sectionIds.includes(section.id))),
      );
    }
    await shelf.write("page:x", roster, "2026-11-21T10:00:00Z");
    expect(await database.parts.count()).toBe(4);
  });

  it("are replaced whole: the old generation goes, a failed write leaves the old one", async () => {
    const shelf = openRosterShelf(database, await keyOf());
    await shelf.write("page:x", roster, "2026-11-20T10:00:00Z");
    await shelf.write("page:x", { ...roster, students: [] }, "2026-11-21T10:00:00Z");
    expect((await shelf.read("page:x"))?.students).toEqual([]);
    expect(await database.parts.count()).toBe(3);

    // Past the quota a part of a batch may be on the disk already.
    const { bulkPut } = database.parts;
    database.parts.bulkPut = (async ([first]: RosterPart[]) => {
      await database.parts.put(first!);
      throw new DOMException("full", "QuotaExceededError");
    }) as never;
    await expect(shelf.write("page:x", roster, "2026-11-22T10:00:00Z")).rejects.toThrow("full");
    database.parts.bulkPut = bulkPut;
    expect((await shelf.read("page:x"))?.students).toEqual([]);
    expect(await database.parts.count()).toBe(3);
  });

  it("lose their orphans at start, and nothing else", async () => {
    const shelf = openRosterShelf(database, await keyOf());
    await shelf.write("page:x", roster, "2026-11-20T10:00:00Z");
    const part = (await database.parts.toArray())[0]!;
    await database.parts.put({ ...part, generation: "crashed" });
    expect(await dropOrphans(database)).toBe(1);
    expect(await shelf.read("page:x")).toEqual(roster);
  });
});

describe("the ledger", () => {
  const readable = {
    studentId: "STU-0042",
    name: "Anastasia Quintanilla",
    sectionTitle: "Prekinder A",
    schoolName: "Río Grande Elementary",
  };
  const kept = (id: string, more: Partial<KeptEntry["entry"]> = {}): KeptEntry => ({
    origin: "https://p.example",
    entry: {
      id,
      kind: "edit",
      schoolId: "s1",
      sectionId: "c1",
      change: "correct-details",
      field: "firstName",
      at: "2026-11-20T10:00:00Z",
      policy: "overwritten",
      student: "digest",
      fate: "waiting-for-sync",
      ...more,
    },
    readable,
  });
  const open = async () => openLedger(database, await keyOf());

  it("keeps what became of an edit when the names became unreadable", async () => {
    await (await open()).put([kept("e1")]);
    expect(await everythingAtRest()).not.toMatch(/Anastasia|STU-0042|Prekinder/);
    areas.session.held.clear();
    const ledger = await open();
    const [found] = await ledger.entriesOf("https://p.example", "c1");
    expect(found).toMatchObject({ entry: { id: "e1", student: "digest" }, readable: null });
  });

  it("does not lose the names when only the fate is new", async () => {
    const ledger = await open();
    await ledger.put([kept("e1")]);
    const told = { fate: "overwritten" as const, fateAt: "2026-11-21T10:00:00Z" };
    await ledger.put([{ ...kept("e1", told), readable: null }]);
    await ledger.markReminded("e1", "2026-11-22T10:00:00Z");
    expect(await ledger.list()).toEqual([{ ...kept("e1", told), remindedAt: "2026-11-22T10:00:00Z" }]);
  });

  it("finds entries of one class of one portal, newest first", async () => {
    const ledger = await open();
    await ledger.put([
      kept("e1"),
      kept("e2", { at: "2026-11-21T10:00:00Z" }),
      kept("e3", { sectionId: "c2" }),
      { ...kept("e4"), origin: "https://q.example" },
    ]);
    const found = await ledger.entriesOf("https://p.example", "c1");
    expect(found.map(({ entry }) => entry.id)).toEqual(["e2", "e1"]);
  });

  it("is purged by age, and wholly on request", async () => {
    const ledger = await open();
    await openDigestKey(areas);
    await ledger.put([kept("e1"), kept("old", { at: "2026-09-01T10:00:00Z" })]);
    await purgeOld(database, 30, new Date("2026-11-22T00:00:00Z"));
    expect((await ledger.list()).map(({ entry }) => entry.id)).toEqual(["e1"]);
    await deleteEverything(database, areas);
    expect(await ledger.list()).toEqual([]);
    expect(areas.session.held.size + areas.local.held.size).toBe(0);
  });
});

it("digests differ between installs and agree within one", async () => {
  const [here, again] = await Promise.all([openDigestKey(areas), openDigestKey(areas)]);
  const there = await openDigestKey(memoryAreas());
  const made = await Promise.all(
    [here, again, there].map(async (raw) => (await openDigest(raw))("id:STU-0042")),
  );
  expect(made[0]).not.toBe(made[2]);
  expect(await (await openDigest(here))("id:STU-0042")).toBe(made[0]);
});
