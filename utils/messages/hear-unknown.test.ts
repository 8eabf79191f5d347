import { describe, expect, it } from "vitest";
import demoPolicy from "../../examples/demo-lea.policy.json";
import type { Policy } from "../policy/policy.ts";
import { makeWorld, origin } from "./desk-for-tests.ts";
import { pageRosterName } from "./desk-store.ts";

const nobodysPortals = { ...(demoPolicy as unknown as Policy), portals: [] };
const page = { id: "us", url: `${origin}/people`, origin, tab: { id: 7 } };

const roster = {
  type: "portal/roster",
  page: "detected",
  roster: {
    schools: [],
    sections: [{ id: "Room 12", title: "Room 12", teacherIds: [], homeroom: true }],
    students: [
      { id: "1", fields: { firstName: "Ana", lastName: "Peña" }, sectionIds: ["Room 12"], confidence: 0.8 },
    ],
    seen: 1,
    whole: false,
  },
};

describe("a granted site that no policy names", () => {
  it("has what was recognised there kept, never as the whole class", async () => {
    const world = makeWorld(nobodysPortals);
    const answer = await world.desk(roster, page);
    expect(answer).toMatchObject({ ok: true, value: { needsAttention: false } });
    expect(JSON.stringify(answer)).not.toMatch(/Ana|Peña/);
    const kept = world.rosters.get(pageRosterName(origin));
    expect(kept?.students).toHaveLength(1);
    expect(kept?.coverage).toEqual({ kind: "partial", sectionIds: [], seen: 1 });
    expect(world.tabs.get(7)).toMatchObject({ profile: "unknown", sectionIds: ["Room 12"] });
  });

  it("is told nothing of edits, and a site that is not granted is not heard at all", async () => {
    const world = makeWorld(nobodysPortals);
    const edit = {
      change: "correct-details",
      field: "firstName",
      studentId: "1",
      sectionId: "Room 12",
      schoolId: "",
    };
    expect((await world.desk({ type: "portal/intent", edit }, page)).ok).toBe(false);
    const evil = { ...page, url: "https://evil.example/", origin: "https://evil.example" };
    expect((await world.desk(roster, evil)).ok).toBe(false);
    expect(world.rosters.size).toBe(0);
  });
});
