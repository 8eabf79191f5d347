import { expect, test } from "vitest";
import { findMassChanges } from "./mass-change.ts";
import { buildRecordPlan } from "./record-plan.ts";

const planWith = (kind: "removed" | "moved" | "added", count: number) => {
  const { add, plan } = buildRecordPlan();
  for (let id = 0; id < count; id++) add(kind, () => ({ id: `${id}`, name: "" }));
  return plan;
};

test.each([
  ["a tenth is not yet a mass", "removed", 80, 800, 0],
  ["more than a tenth is", "removed", 81, 800, 1],
  ["a large share of few is not", "removed", 19, 100, 0],
  ["nor is any share of a tiny school", "removed", 90, 99, 0],
  ["moves are common", "moved", 400, 800, 0],
  ["until most move", "moved", 401, 800, 1],
  ["nobody minds many new ones", "added", 800, 800, 0],
] as const)("%s", (_, kind, count, of, masses) => {
  const found = findMassChanges("students", planWith(kind, count), of);
  expect(found).toEqual(masses === 0 ? [] : [{ record: "students", effect: kind, count, of }]);
});

test("a plan counts all and keeps the first thousand", () => {
  const { removed } = planWith("removed", 1500);
  expect(removed.count).toBe(1500);
  expect(removed.samples).toHaveLength(1000);
  expect(removed.samples.at(-1)?.id).toBe("999");
});
