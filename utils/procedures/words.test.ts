import { describe, expect, it } from "vitest";
import { changeKinds } from "../policy/change-kinds.ts";
import { fillWords, holesOf } from "./fill-words.ts";
import { nearnessOf, sayDate, sayInstant, sayTime } from "./say-date.ts";
import { sayChange, sayField } from "./words.ts";
import { wordsEn } from "./words-en.ts";
import { wordsEs } from "./words-es.ts";

describe("the words of this room", () => {
  it("has every sentence in both languages, with the same values", () => {
    expect(Object.keys(wordsEs).sort()).toEqual(Object.keys(wordsEn).sort());
    const differing = Object.entries(wordsEn).filter(
      // Spanish needs "la" or "las" before a time; it comes with the time.
      ([key, text]) =>
        holesOf(text).join() !==
        holesOf(wordsEs[key as keyof typeof wordsEn])
          .filter((hole) => hole !== "las")
          .join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("names every kind of change", () => {
    for (const change of changeKinds) expect(sayChange(change, "es")).not.toBe(sayChange(change, "en"));
    expect(sayField("birthDate", "es")).toBe("fecha de nacimiento");
    expect(sayField("constructor", "en")).toBe("constructor");
  });

  it("fills sentences, and refuses one with a value missing", () => {
    expect(fillWords("{who} by {day}.", { who: "You", day: 4 })).toBe("You by 4.");
    expect(fillWords("At {time}. Then {time}!", { time: "2:00 a.m." })).toBe("At 2:00 a.m. Then 2:00 a.m.!");
    expect(() => fillWords("{who}", {})).toThrow("needs a value for {who}");
  });
});

describe("dates in words", () => {
  it.each([
    ["2026-11-24T08:00:00Z", "en", "Tuesday, November 24, at 2:00 AM"],
    ["2026-11-24T08:00:00Z", "es", "martes, 24 de noviembre, a las 2:00 a.m."],
    ["2027-01-04T07:00:00Z", "en", "Monday, January 4, 2027, at 1:00 AM"],
    ["2027-01-04T07:00:00Z", "es", "lunes, 4 de enero de 2027, a la 1:00 a.m."],
    ["2026-11-24T05:59:00Z", "en", "Monday, November 23, at 11:59 PM"],
  ] as const)("%s in %s", (instant, language, words) => {
    expect(sayInstant(instant, "America/Chicago", language, "2026-11-22T16:00:00Z")).toBe(words);
  });

  it("gives the year when it is not told what today is", () => {
    expect(sayDate("2026-11-24", "en")).toBe("Tuesday, November 24, 2026");
    expect(sayTime("2026-11-24T18:00:00Z", "America/Chicago", "en")).toBe("12:00 PM");
  });

  it.each([
    ["2026-11-22T16:00:00Z", "2026-11-23T08:00:00Z", "tonight"],
    ["2026-11-22T16:00:00Z", "2026-11-23T05:00:00Z", "tonight"],
    ["2026-11-22T16:00:00Z", "2026-11-22T20:00:00Z", "today"],
    ["2026-11-22T16:00:00Z", "2026-11-23T15:00:00Z", "tomorrow"],
    ["2026-11-22T16:00:00Z", "2026-11-24T08:00:00Z", "later"],
    ["2026-11-23T07:00:00Z", "2026-11-23T08:00:00Z", "tonight"],
    ["2026-12-31T20:00:00Z", "2027-01-01T08:00:00Z", "tonight"],
  ])("from %s, %s is %s", (now, instant, nearness) => {
    expect(nearnessOf(instant, now, "America/Chicago")).toBe(nearness);
  });
});
