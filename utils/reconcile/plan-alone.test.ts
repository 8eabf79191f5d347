import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyPackage, headers, tablesOf } from "../../test/any-oneroster.ts";
import type { PlanKind } from "../findings/report.ts";
import { findFormat } from "../formats/index.ts";
import { makeRoleTables } from "../formats/make-role-tables.ts";
import { tableFromRows } from "../table/table-from-rows.ts";
import { cutPlan } from "./cut-plan.fixture.ts";
import { sketchOneRoster } from "./oneroster-sketch.ts";
import { makePlan } from "./plan.ts";
import { planAlone } from "./plan-alone.ts";
import { receiverOf } from "./receivers.ts";
import { rosterFromOneRoster } from "./roster-from-oneroster.ts";

const settings = fc.record({
  system: fc.constantFrom("cli-engage", "clever", undefined),
  mode: fc.constantFrom("partial" as const, "complete" as const, undefined),
  language: fc.constantFrom("en" as const, "es" as const),
});

describe("the plan of a file that there is nothing to compare with", () => {
  test("is that of its roster, with no more records made than are shown", () => {
    const seen = new Set<PlanKind>();
    fc.assert(
      fc.property(anyPackage, settings, fc.constantFrom(1, 2, 1000), (made, around, most) => {
        const files = tablesOf(made);
        const { homeroomOnly } = receiverOf(around.system);
        const options = {
          name: "x.zip",
          checkedAt: "2026-11-16T08:00:00Z",
          date: "2026-11-16",
          homeroomOnly,
        };
        const roster = rosterFromOneRoster(files, options)!;
        const sketch = sketchOneRoster(files, options, most)!;
        const whole = makePlan({ file: roster, ...around });
        expect(planAlone(sketch, around)).toEqual(cutPlan(whole, most));
        expect(sketch.students.first.students.length).toBeLessThanOrEqual(2 * most);
        expect(sketch.classes.first.length).toBeLessThanOrEqual(2 * most);
        for (const kind of ["ignored", "notSeen"] as const)
          if (whole.students[kind].count > 0) seen.add(kind);
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual(["ignored", "notSeen"]);
  });

  test("is none where there is no roster", () => {
    const format = findFormat("oneroster-1.1")!;
    const users = tableFromRows("users.csv", headers.users, []);
    const files = makeRoleTables(format, [{ role: "users", file: "users.csv" }], [users]);
    const options = {
      name: "x.zip",
      checkedAt: "2026-11-16T08:00:00Z",
      date: "2026-11-16",
      homeroomOnly: true,
    };
    expect(sketchOneRoster(files, options, 1000)).toBeUndefined();
  });
});
