import { expect, test } from "vitest";
import { openRehearsal } from "./rehearse.ts";

test("a rehearsal compares each round with what the one before has packed", async () => {
  const rehearse = openRehearsal({ date: "2026-09-14", now: "2026-09-14T12:00:00.000Z", version: "" });
  expect((await rehearse()).plan?.against).toEqual([]);
  const { plan } = await rehearse();
  expect(plan?.against).toHaveLength(1);
  const { added, changed, unchanged } = plan!.students;
  expect(Math.min(added.count, changed.count, unchanged.count)).toBeGreaterThan(0);
});
