import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { KeptEntry } from "../messages/desk-store.ts";
import type { RosterguardDatabase } from "./database.ts";
import { openDigest } from "./digest.ts";
import type { KeyAreas } from "./key-area.ts";
import { openDataKey, openDigestKey } from "./keys.ts";
import { openLedger } from "./ledger.ts";
import { deleteEverything, purgeOld } from "./purge.ts";
import { dataKeyOf, everythingAtRest, memoryAreas, openFreshDatabase } from "./store.fixture.ts";

let database: RosterguardDatabase;
let areas: ReturnType<typeof memoryAreas>;

const keyOf = (where: KeyAreas = areas) => dataKeyOf(where);

beforeEach(() => {
  database = openFreshDatabase();
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
    expect(await everythingAtRest(database)).not.toMatch(/Anastasia|STU-0042|Prekinder/);
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
