import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeDistrict } from "../test/district/make-district.ts";
import { changeKinds } from "../utils/policy/change-kinds.ts";
import { parsePolicyText } from "../utils/policy/parse-policy.ts";

const text = readFileSync(join(import.meta.dirname, "demo-lea.policy.json"), "utf8");
const parsed = parsePolicyText(text);
if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
const { policy } = parsed;

describe("the demo LEA's policy", () => {
  it("has a procedure for every kind of change", () => {
    expect(Object.keys(policy.procedures).sort()).toEqual([...changeKinds].sort());
  });

  it("names the schools of the generated district", () => {
    expect(policy.schools).toEqual(makeDistrict().schools);
  });

  it("gives every school a registrar of its own for a new student", () => {
    const served = (policy.procedures["enroll-new-student"]?.contacts ?? []).map(({ schools }) => schools);
    expect(served).toEqual(policy.schools.map(({ id }) => [id]));
  });

  it("syncs on weekday nights at two, on holidays too", () => {
    expect(policy.portals.map(({ profile, sync }) => ({ profile, sync }))).toEqual([
      { profile: "cli-engage", sync: { weekdays: [1, 2, 3, 4, 5], at: "02:00", onHolidays: true } },
    ]);
  });

  it("covers the school year of the generated district", () => {
    const { begins, ends } = makeDistrict().schoolYear;
    expect([policy.calendar.firstDay, policy.calendar.lastDay]).toEqual([begins, ends]);
  });
});
