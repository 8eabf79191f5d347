import { expect, it } from "vitest";
import type { Roster } from "../roster/roster.ts";
import type { Edit } from "./contracts.ts";
import type { LedgerEntry } from "./desk-store.ts";
import { digestEdit, digestStudents, observe } from "./digest-edit.ts";

const digest = async (text: string) => `digest(${text})`;
const edit: Edit = {
  change: "correct-details",
  field: "name",
  studentId: "1",
  sectionId: "CLS-1",
  schoolId: "",
  before: "Peña, Ana",
  after: "Peña Ruiz, Ana",
};
const rosterOf = (lastName: string): Roster => ({
  source: { kind: "page", portal: "p", seenAt: "2026-11-20T16:00:00.000Z" },
  coverage: { kind: "complete" },
  schools: [],
  sections: [{ id: "CLS-1", title: "Room 1", homeroom: true, teacherIds: [] }],
  teachers: [],
  students: [{ id: "1", fields: { firstName: "Ana", lastName }, sectionIds: ["CLS-1"] }],
});

it.each([
  ["Peña Ruiz", "after"],
  ["Peña", "before"],
] as const)("knows a name edited in one cell again in two: %s is the one %s", async (lastName, which) => {
  const made = await digestEdit(edit, digest);
  const entry = { ...made, field: "name" } as LedgerEntry;
  const students = await digestStudents(rosterOf(lastName), "CLS-1", digest);
  const seen = await observe(entry, students, true, digest);
  expect(seen).toMatchObject({ present: true, valueDigest: made[which] });
  expect(made.before).not.toBe(made.after);
});
