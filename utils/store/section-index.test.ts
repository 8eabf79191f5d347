import { describe, expect, it } from "vitest";
import { packRoster } from "../packed/pack-roster.ts";
import { viewPart } from "../packed/part-view.ts";
import { emptyRoster, type Roster } from "../roster/roster.ts";
import { bucketOf, bucketsFor, indexSections, partsOf } from "./section-index.ts";

const source = { kind: "file" as const, name: "a.zip", checkedAt: "2026-11-20T10:00:00Z" };
const section = (id: string, schoolId: string) => ({
  id,
  title: "",
  schoolId,
  teacherIds: [],
  homeroom: true,
});

const index = (roster: Roster) => {
  const views = packRoster(roster).parts.map((part) => viewPart(part)!);
  const buckets = indexSections(views);
  return {
    buckets,
    schoolsOf: (id: string) =>
      partsOf(buckets[bucketOf(id, buckets.length)]!, id).map((part) => views[part]!.school),
  };
};

describe("where a class is told of", () => {
  it("is its school and those of its students", () => {
    const { schoolsOf } = index({
      ...emptyRoster(source),
      sections: [section("núñez", "s1"), section("b", "s2"), section("b", "s2")],
      students: [{ id: "1", fields: {}, sectionIds: ["núñez", "elsewhere"], schoolId: "s2" }],
    });
    expect(schoolsOf("núñez").sort()).toEqual(["s1", "s2"]);
    expect([schoolsOf("b"), schoolsOf("elsewhere"), schoolsOf("c")]).toEqual([["s2"], ["s2"], []]);
  });

  it("is found among thousands, each bucket with a few of them", () => {
    const sections = Array.from({ length: 20_000 }, (_, at) => section(`class-${at}`, `s${at % 7}`));
    const { buckets, schoolsOf } = index({ ...emptyRoster(source), sections });
    expect(buckets).toHaveLength(bucketsFor(20_000));
    for (const bucket of buckets) expect(bucket.length / 2).toBeGreaterThan(1500);
    for (const { id, schoolId } of sections) expect(schoolsOf(id)).toContain(schoolId);
  });
});
