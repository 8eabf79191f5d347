import { describe, expect, it } from "vitest";
import { calendarFile, foldLine } from "./calendar-file.ts";

const octets = (line: string): number => new TextEncoder().encode(line).length;

const file = calendarFile({
  uid: "0d5c@rosterguard",
  writtenAt: "2026-11-22T16:04:05.678Z",
  date: "2026-12-31",
  summary: "Look at the roster: Peña, Pre-K; A.M.",
  description: `First line\nsecond \\ line ${"ñandú ".repeat(40)}`,
});

describe("calendarFile", () => {
  it("is an iCalendar object: CRLF everywhere, begun and ended in order", () => {
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(file.match(/^(BEGIN|END):.*/gm)).toEqual([
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "BEGIN:VALARM",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
    ]);
  });

  it("has no line over 75 octets, and unfolds to what was meant", () => {
    for (const line of file.split("\r\n")) expect(octets(line)).toBeLessThanOrEqual(75);
    const lines = file.replaceAll("\r\n ", "").split("\r\n");
    expect(lines).toContain(`DESCRIPTION:First line\\nsecond \\\\ line ${"ñandú ".repeat(40)}`);
    expect(lines).toContain("SUMMARY:Look at the roster: Peña\\, Pre-K\\; A.M.");
    expect(lines).toContain("DTSTAMP:20261122T160405Z");
    expect(lines).toContain("DTSTART;VALUE=DATE:20261231");
    expect(lines).toContain("DTEND;VALUE=DATE:20270101");
  });

  it("keeps injected lines inside their value", () => {
    const evil = calendarFile({
      uid: "1",
      writtenAt: "2026-11-22T16:04:05Z",
      date: "2026-11-23",
      summary: "x\r\nATTACH:https://evil.example\u0007",
      description: "",
    });
    expect(evil).not.toMatch(/^ATTACH/m);
    expect(evil).not.toContain("\u0007");
  });
});

it("holds several events in one calendar, each whole", () => {
  const event = { writtenAt: "2026-11-22T16:04:05Z", date: "2026-12-01", summary: "Look", description: "" };
  const both = calendarFile({ uid: "1", ...event }, { uid: "2", ...event, date: "2026-12-02" });
  expect(both.match(/^BEGIN:VCALENDAR/gm)).toHaveLength(1);
  expect(both.match(/^(?:UID|DTSTART).*(?=\r)/gm)).toEqual([
    "UID:1",
    "DTSTART;VALUE=DATE:20261201",
    "UID:2",
    "DTSTART;VALUE=DATE:20261202",
  ]);
  expect(both.match(/^END:VEVENT/gm)).toHaveLength(2);
});

describe("foldLine", () => {
  it.each([
    ["a".repeat(75), 1],
    ["a".repeat(76), 2],
    ["a".repeat(75 + 74 + 1), 3],
    ["😀".repeat(19), 2],
    ["ñ".repeat(38), 2],
  ])("%s takes %i lines", (line, count) => {
    const folded = foldLine(line).split("\r\n");
    expect(folded).toHaveLength(count);
    expect(folded.every((one) => octets(one) <= 75)).toBe(true);
    expect(foldLine(line).replaceAll("\r\n ", "")).toBe(line);
  });
});
