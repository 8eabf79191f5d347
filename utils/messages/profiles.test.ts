import { beforeEach, describe, expect, it } from "vitest";
import demoPolicy from "../../examples/demo-lea.policy.json";
import type { Policy, PortalSettings } from "../policy/policy.ts";
import type { RosterAnswer } from "./answers.ts";
import type { PageRoster } from "./contracts.ts";
import { makeWorld, origin } from "./desk-for-tests.ts";
import type { Sender } from "./sender.ts";

const page: Sender = { id: "us", url: `${origin}/`, origin, tab: { id: 7 } };
const sync = { weekdays: [2], at: "06:00", onHolidays: true };

let world: ReturnType<typeof makeWorld>;
const open = (profile: string, more: Partial<PortalSettings> = {}) => {
  const portals = [{ profile, origins: [origin], sync, ...more }];
  world = makeWorld({ ...(demoPolicy as unknown as Policy), portals });
};

const roster = (shown: string, ids: readonly string[], more: Partial<PageRoster> = {}) => ({
  type: "portal/roster",
  page: shown,
  roster: {
    schools: [],
    sections: [{ id: "C-1", title: "Caseload", teacherIds: [], homeroom: true }],
    students: ids.map((id) => ({ id, fields: { name: `Name${id}, Student` }, sectionIds: ["C-1"] })),
    seen: ids.length,
    of: ids.length,
    ...more,
  } satisfies PageRoster,
});

describe("access levels", () => {
  beforeEach(() => open("nyc-portal"));
  const seeTwice = async (access: string) => {
    await world.desk(roster("caseload", ["1", "2", "3"], { access }), page);
    world.clock.now = "2026-11-25T16:00:00.000Z";
    await world.desk(roster("caseload", ["1", "4"], { access }), page);
    return world.changes;
  };

  it.each(["Caseload Viewer", "Caseload Editor", "", "Something New"])(
    "a student whom a %j does not see is not said to have left",
    async (access) => expect(await seeTwice(access)).toEqual([]),
  );

  it.each(["School Wide Editor", "School-wide Viewer"])(
    "one whom a %s does not see has left",
    async (access) =>
      expect(await seeTwice(access)).toEqual(["C-1 +Student Name4 -Student Name2,Student Name3"]),
  );
});

describe("resting", () => {
  beforeEach(() => open("nyc-portal"));

  it("is told on badge and tab, and ends with the next roster that is read", async () => {
    await world.desk({ type: "portal/resting", page: "caseload", because: "columns 3 5" }, page);
    expect(world.tabs.get(7)).toMatchObject({ resting: "columns 3 5", page: "caseload", sectionIds: [] });
    expect(world.effects.at(-1)).toBe("badge 0 This page changed: the guard is resting");
    await world.desk(roster("caseload", ["1"]), page);
    expect(world.tabs.get(7)).not.toHaveProperty("resting");
    expect(world.effects.at(-1)).toBe("badge 0 ");
  });
});

describe("a file that passed unseen", () => {
  beforeEach(() => open("nyc-portal"));

  it("is told on badge and tab, beside the roster, until another page is shown", async () => {
    await world.desk(roster("caseload", ["1"]), page);
    const before = world.tabs.get(7);
    await world.desk({ type: "portal/unseen-file" }, page);
    expect(world.tabs.get(7)).toEqual({ ...before, unseenFile: true });
    expect(world.effects.at(-1)).toBe("badge 0 A file went to the portal unchecked");
    await world.desk({ type: "portal/hello", url: "https://portal.example.org/" }, page);
    expect(world.tabs.get(7)).not.toHaveProperty("unseenFile");
  });
});

describe("what a page is for", () => {
  const percent = {
    change: "correct-details",
    field: "percent",
    studentId: "1",
    sectionId: "C-1",
    schoolId: "",
    before: "100",
    after: "60",
  };
  const phases = [{ id: "teacher-linkage", from: "2026-11-01", to: "2026-11-30" }];
  const save = async (today: string, field: string) => {
    open("ohio-bfk-link", { phases });
    world.clock.now = `${today}T16:00:00.000Z`;
    await world.desk(roster("teacher-roster", ["1"]), page);
    await world.desk({ type: "portal/saved", edits: [{ ...percent, field }] }, page);
    return [...world.entries.values()].map(({ entry }) => entry.policy);
  };

  it("waits for no sync: the ledger keeps nothing of it in its window", async () => {
    expect(await save("2026-11-19", "percent")).toEqual([]);
  });

  it.each([
    ["outside the window", "2026-12-02", "percent", "locked"],
    ["of another field", "2026-11-19", "lastName", "unknown"],
  ])("an edit %s is kept as what it is", async (_, today, field, policy) =>
    expect(await save(today, field)).toEqual([policy]),
  );

  it("changes the notice to the page that is shown", async () => {
    open("ohio-bfk-link", { phases });
    const setup = await world.desk(roster("class-setup", ["1"]), page);
    expect((setup as { value: RosterAnswer }).value.lines?.[0]).toMatch(/has not told Rosterguard when/);
    const linkage = await world.desk(roster("teacher-roster", ["1"]), page);
    expect((linkage as { value: RosterAnswer }).value.lines?.[0]).toMatch(/^Teacher Linkage is open until/);
  });
});
