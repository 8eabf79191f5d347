import { describe, expect, it } from "vitest";
import { addQuiet, isQuiet, keepReasons, type Quiet, quietNow, quietUntil, takenBack } from "./quiet.ts";

const now = "2026-11-19T16:00:00.000Z";
const origin = "https://portal.example.org";
const quiet = (more: Partial<Quiet>): Quiet => ({ id: "q1", origin, scope: "site", at: now, ...more });

describe("quietUntil", () => {
  it.each([
    ["hour", "2026-11-19T17:00:00.000Z"],
    ["today", "2026-11-20T06:00:00.000Z"],
    ["class", undefined],
    ["site", undefined],
  ] as const)("%s", (scope, until) => {
    const given = quietUntil(scope, now, "America/Chicago");
    expect(given && new Date(given).toISOString()).toBe(until);
  });
});

describe("isQuiet", () => {
  it.each<[string, Partial<Quiet>, boolean]>([
    ["a site", {}, true],
    ["another site", { origin: "https://other.example.org" }, false],
    ["this class", { scope: "class", sectionId: "C1" }, true],
    ["another class", { scope: "class", sectionId: "C2" }, false],
    ["an hour that lasts", { scope: "hour", until: "2026-11-19T16:00:01.000Z" }, true],
    ["an hour that is over", { scope: "hour", until: now }, false],
  ])("%s", (_, more, expected) => {
    expect(isQuiet([quiet(more)], { origin, sectionId: "C1", now })).toBe(expected);
  });

  it("a class that is quiet leaves the site's others alone", () => {
    expect(isQuiet([quiet({ scope: "class", sectionId: "C1" })], { origin, now })).toBe(false);
  });
});

it("keeps one wish of a kind for a place, and drops what is over", () => {
  const over = quiet({ id: "q0", scope: "hour", until: "2026-11-19T15:00:00.000Z" });
  const list = addQuiet(
    [over, quiet({ id: "q1" }), quiet({ id: "q2", scope: "class", sectionId: "C1" })],
    quiet({ id: "q3" }),
  );
  expect(list.map(({ id }) => id)).toEqual(["q2", "q3"]);
  expect(quietNow([over], now)).toEqual([]);
});

describe("what is undone", () => {
  it("is what was taken back, and neither what was wished again nor what is over by itself", () => {
    const over = quiet({ id: "q0", scope: "hour", until: "2026-11-19T15:00:00.000Z" });
    const site = quiet({});
    const ofClass = quiet({ id: "q2", scope: "class", sectionId: "C1" });
    const again = { ...ofClass, id: "q3" };
    expect(takenBack([over, site, ofClass], [again], now)).toEqual([site]);
  });

  it.each<[string, Partial<Quiet>, string[]]>([
    ["a site", {}, ["https://other.example.org C1 withdraw "]],
    [
      "a class",
      { scope: "class", sectionId: "C1" },
      [`${origin} C10 withdraw `, "https://other.example.org C1 withdraw ", `held ${origin} C10`],
    ],
  ])("is said and held again: %s", (_, wish, kept) => {
    const reasons = [
      `${origin} C1 correct-details firstName`,
      `${origin} C1 withdraw `,
      `${origin} C10 withdraw `,
      "https://other.example.org C1 withdraw ",
      `held ${origin} C1`,
      `held ${origin} C10`,
    ];
    expect(keepReasons(reasons, [quiet(wish)])).toEqual(kept);
  });
});
