import { describe, expect, it } from "vitest";
import {
  type Carried,
  type Edit,
  type PageRoster,
  PortalMessage,
  type SentCarried,
} from "../messages/contracts.ts";
import { packEdits, rostersBefore } from "./carry-edits.ts";

const roster = (section: string, ids: string[]): PageRoster => ({
  schools: [],
  sections: [{ id: section, title: section, teacherIds: [], homeroom: true }],
  students: ids.map((id) => ({ id, fields: { firstName: `First ${id}` }, sectionIds: [section] })),
  seen: ids.length,
});
const edit = (change: Edit["change"], studentId: string, sectionId = "A"): Edit => ({
  change,
  studentId,
  sectionId,
  schoolId: "",
});
/** As the background takes it. */
const arrive = (carried: SentCarried): Carried => {
  const message = PortalMessage.parse({ type: "portal/carried", carried });
  if (message.type !== "portal/carried") throw new Error(message.type);
  return message.carried;
};
const a = roster("A", ["1", "2", "3"]);
const b = roster("B", ["4"]);

describe("packEdits", () => {
  it("takes of a class whose student is corrected that student alone", () => {
    const sent = arrive(packEdits([{ edit: edit("correct-details", "2"), isMove: false, before: [a] }]));
    expect(sent.before.map(({ students }) => students)).toEqual([[a.students[1]]]);
  });

  it("takes of a class that somebody leaves who was in it, and what is known of whom it is about", () => {
    const sent = arrive(packEdits([{ edit: edit("withdraw", "2"), isMove: true, before: [a] }]));
    expect(sent.before[0]?.students).toEqual([
      { id: "1", fields: {}, sectionIds: ["A"] },
      a.students[1],
      { id: "3", fields: {}, sectionIds: ["A"] },
    ]);
  });

  it("takes each class once, and no more edits than a message may hold", () => {
    const many = Array.from({ length: 300 }, (_, i) => ({
      edit: edit("correct-details", String(i), i % 2 === 0 ? "A" : "B"),
      isMove: false,
      before: [i % 2 === 0 ? a : b],
    }));
    const sent = arrive(packEdits(many));
    expect(sent.edits).toHaveLength(200);
    expect(sent.before.map(({ sections }) => sections[0]?.id)).toEqual(["A", "B"]);
  });

  it("is nothing where nothing is under way", () => {
    expect(packEdits([])).toEqual({ edits: [], before: [] });
  });
});

it("knows the classes from before a move: its own, or any of them where it is about nobody in particular", () => {
  expect(rostersBefore(edit("withdraw", "4", "B"), [a, b])).toEqual([b]);
  expect(rostersBefore(edit("enroll-new-student", "", "A"), [a, b])).toEqual([a, b]);
  expect(rostersBefore(edit("withdraw", "9", "C"), [a, b])).toEqual([]);
});
