import { describe, expect, it } from "vitest";
import { lastSyncBefore, localDate, nextSyncAfter } from "./clock.ts";

const iso = (instant: number) => new Date(instant).toISOString();

describe("sync nights", () => {
  it.each([
    ["an evening", "2026-11-18T23:00:00Z", "2026-11-19T08:00:00.000Z"],
    ["just before two", "2026-11-19T07:59:59Z", "2026-11-19T08:00:00.000Z"],
    ["two o'clock itself", "2026-11-19T08:00:00Z", "2026-11-20T08:00:00.000Z"],
    ["a Friday noon, over the weekend", "2026-11-20T18:00:00Z", "2026-11-23T08:00:00.000Z"],
    ["the end of daylight saving time", "2026-10-30T18:00:00Z", "2026-11-02T08:00:00.000Z"],
    ["daylight saving time", "2026-09-01T18:00:00Z", "2026-09-02T07:00:00.000Z"],
  ])("the next one after %s", (_, from, expected) => {
    expect(iso(nextSyncAfter(Date.parse(from)))).toBe(expected);
  });

  it.each([
    ["a Sunday", "2026-11-22T05:00:00Z", "2026-11-20T08:00:00.000Z"],
    ["two o'clock itself", "2026-11-19T08:00:00Z", "2026-11-19T08:00:00.000Z"],
    ["just before two on a Monday", "2026-11-23T07:59:00Z", "2026-11-20T08:00:00.000Z"],
  ])("the last one before %s", (_, from, expected) => {
    expect(iso(lastSyncBefore(Date.parse(from)))).toBe(expected);
  });

  it("tells the date where the schools are", () => {
    expect(localDate(Date.parse("2026-11-22T05:30:00Z"))).toBe("2026-11-21");
  });
});
