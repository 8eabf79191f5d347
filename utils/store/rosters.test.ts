import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Roster } from "../roster/roster.ts";
import type { RosterguardDatabase, RosterPart } from "./database.ts";
import type { KeyAreas } from "./key-area.ts";
import { openStore } from "./open-store.ts";
import { dropOrphans, openRosterShelf } from "./rosters.ts";
import { dataKeyOf, everythingAtRest, memoryAreas, openFreshDatabase } from "./store.fixture.ts";

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

const keyOf = (where: KeyAreas = areas) => dataKeyOf(where);

beforeEach(() => {
  database = openFreshDatabase();
  areas = memoryAreas();
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
    const bytes = await everythingAtRest(database);
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
