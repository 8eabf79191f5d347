import { describe, expect, it } from "vitest";
import type { Roster } from "../roster/roster.ts";
import { compareWithScreen } from "./compare-screen.ts";
import { nextRaclReading } from "./next-reading.ts";

const screenOf = (...ids: string[]): Roster => ({
  source: { kind: "page", portal: "nyc-portal", seenAt: "2026-11-20T15:00:00Z" },
  coverage: { kind: "partial", sectionIds: [] },
  schools: [],
  sections: [],
  teachers: [],
  students: ids.map((id) => ({ id, fields: {}, sectionIds: [] })),
});

const caseload = {
  email: "a@schools.nyc.gov",
  eis: "1",
  students: ["200000002", "200000001"].map((studentId) => ({ studentId, because: [] })),
};

describe("a caseload beside the screen", () => {
  it.each([
    [["200000001", "200000002"], { both: ["200000001", "200000002"], onlyOnScreen: [], notSeen: [] }],
    [
      [" 200000001 ", "200000009", ""],
      { both: ["200000001"], onlyOnScreen: ["200000009"], notSeen: ["200000002"] },
    ],
    [[], { both: [], onlyOnScreen: [], notSeen: ["200000001", "200000002"] }],
  ])("with %j on it", (ids, expected) => {
    expect(compareWithScreen(caseload, screenOf(...ids))).toEqual(expected);
  });
});

describe("the next reading of the RACL", () => {
  it.each([
    ["2026-11-22", "2026-11-24"],
    ["2026-11-24", "2026-11-24"],
    ["2026-11-25", "2026-12-01"],
    ["2026-12-30", "2027-01-05"],
  ])("after %s is on %s", (date, expected) => {
    expect(nextRaclReading(date)).toBe(expected);
  });
});
