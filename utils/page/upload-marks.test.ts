import { describe, expect, test } from "vitest";
import { looksLikeRoster, mayHoldRoster } from "./upload-marks.ts";

const of = (...names: string[]) => names.map((name) => ({ name }));

describe("looksLikeRoster", () => {
  test.each([
    "users.csv",
    "Users (1).csv",
    "enrollments_2026-11-22.csv",
    "academicSessions.csv",
    "StudentEnrollment.csv",
    "Single Roster Upload.xlsx",
    "oneroster-full.zip",
    "Bluebonnet ISD enrollment.tsv",
    "RACL 2026.xls",
    "Matrículas.csv",
    "sis_export.zip",
  ])("takes %s for a roster", (name) => expect(looksLikeRoster(of(name))).toBe(true));

  test.each([
    "photo.jpg",
    "homework.pdf",
    "essay about students.docx",
    "grades.csv",
    "lunch menu.xlsx",
    "users guide.csv",
    "photos.zip",
    "roster.pdf",
    "enrollment form.docx",
  ])("lets %s pass", (name) => expect(looksLikeRoster(of(name))).toBe(false));

  test("one roster among other files is enough", () =>
    expect(looksLikeRoster(of("readme.pdf", "users.csv"))).toBe(true));
});

describe("mayHoldRoster", () => {
  test.each([
    ["data.csv", true],
    ["data.zip", true],
    ["export", true],
    ["photo.jpg", false],
    ["homework.pdf", false],
  ])("%s: %s", (name, expected) => expect(mayHoldRoster(of(name))).toBe(expected));
});
