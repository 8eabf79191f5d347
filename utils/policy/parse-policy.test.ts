import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultPolicy, isConfigured } from "./default-policy.ts";
import { leaForTests } from "./lea-for-tests.ts";
import { parsePolicy, parsePolicyLayer, parsePolicyText } from "./parse-policy.ts";

type Json = Record<string, unknown>;

/** The test LEA with one value put elsewhere in the tree: `change("portals.0.sync.at", "2am")`. */
const change = (path: string, value: unknown): unknown => {
  const copy = structuredClone(leaForTests) as unknown as Json;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce<Json>((at, key) => at[key] as Json, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
};

describe("parsePolicy", () => {
  it("takes a whole policy, and what a file holds of it, as it is", () => {
    expect(parsePolicy(leaForTests)).toEqual({ ok: true, policy: leaForTests });
    expect(parsePolicyText(`\uFEFF${JSON.stringify(leaForTests)}`)).toEqual({
      ok: true,
      policy: leaForTests,
    });
    expect(parsePolicy({ $schema: "policy.json", ...leaForTests }).ok).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ["version", 2, "version must be 1."],
    ["lea", undefined, "lea is missing; it must be an object."],
    ["lea.name", 7, "lea.name must be text."],
    ["language", "fr", "language must be one of: en, es."],
    ["timeZone", "Texas", 'timeZone must be a time zone such as America/Chicago, not "Texas".'],
    ["calendar.firstDay", "12.8.2026", "calendar.firstDay must be a date like 2026-11-26."],
    ["calendar.firstDay", "2026-02-30", "calendar.firstDay must be a day that exists; 2026-02-30 does not."],
    ["calendar.lastDay", "2026-01-01", "calendar.firstDay must not be after calendar.lastDay (2026-01-01)."],
    ["check.springTest", "2027-02-29", "check.springTest must be a day that exists; 2027-02-29 does not."],
    ["calendar.weekdays", [7], "calendar.weekdays[0] must be 6 or less."],
    ["calendar.weekdays", [], "calendar.weekdays must name at least one day with school."],
    [
      "calendar.holidays.0.from",
      "2026-11-28",
      'calendar.holidays[0].from must not be after its to: "Thanksgiving" ends (2026-11-27) before it begins (2026-11-28).',
    ],
    ["schools.1.id", "101", 'schools[1].id must be its own: "101" is used twice.'],
    ["portals.0.sync.at", "2:00", "portals[0].sync.at must be a time like 02:00."],
    ["portals.0.sync.at", "24:00", "portals[0].sync.at must be a time like 02:00."],
    ["portals.0.sync.at", undefined, "portals[0].sync.at is missing; it must be text."],
    ["portals.0.sync.weekdays", [], "portals[0].sync.weekdays must be a list with at least 1 entry."],
    [
      "portals.0.origins.0",
      "https://portal.example.org/roster",
      "portals[0].origins[0] must be an origin like https://portal.example.org.",
    ],
    ["portals.0.origin", "x", "portals[0].origin is not a key of the policy."],
    [
      "portals.0.mergePolicy",
      { firstName: "lost" },
      "portals[0].mergePolicy.firstName must be one of: overwritten, kept, purpose, locked, unknown.",
    ],
    ["procedures.transfer", {}, "procedures.transfer is not a key of the policy."],
    [
      "procedures.withdraw.contact.phone",
      undefined,
      "procedures.withdraw.contact.phone must be a telephone number, because the procedure is reported by phone.",
    ],
    [
      "procedures.correct-details.contact.email",
      undefined,
      "procedures.correct-details.contact.email must be an e-mail address, because the procedure is reported by mail.",
    ],
    [
      "procedures.correct-details.contacts.0.email",
      "ana@lea.example?bcc=x@y.example",
      "procedures.correct-details.contacts[0].email must be an e-mail address, because the procedure is reported by mail.",
    ],
    [
      "procedures.correct-details.contacts.0.schools",
      ["999"],
      'procedures.correct-details.contacts[0].schools[0] must be the id of a school of the policy; "999" is not listed.',
    ],
    [
      "procedures.withdraw.channels.0.kind",
      "fax",
      "procedures.withdraw.channels[0].kind must be one of: mail, phone, form, ticket.",
    ],
    [
      "procedures.withdraw.channels.0",
      { kind: "form", url: "javascript:alert(1)" },
      "procedures.withdraw.channels[0].url must be a web address like https://help.example.org/roster.",
    ],
    [
      "procedures.withdraw.channels",
      [],
      "procedures.withdraw.channels must be a list with at least 1 entry.",
    ],
    [
      "procedures.withdraw.expectedSchoolDays",
      2.5,
      "procedures.withdraw.expectedSchoolDays must be a whole number.",
    ],
    [
      "procedures.withdraw.expectedSchoolDays",
      61,
      "procedures.withdraw.expectedSchoolDays must be 60 or less.",
    ],
    ["guard.level", "stop", "guard.level must be one of: inform, confirm, block."],
    ["retention", "forever", 'retention must be "session" or a whole number of days from 1 to 366.'],
    ["retention", 0, "retention must be 1 or more."],
  ])("says what is wrong when %s is %j", (path, value, problem) => {
    const parsed = parsePolicy(change(path, value));
    expect(parsed.ok ? [] : parsed.problems).toEqual([problem]);
  });

  it("refuses one origin for two portals", () => {
    const parsed = parsePolicy({ ...leaForTests, portals: [leaForTests.portals[0], leaForTests.portals[0]] });
    expect(parsed.ok ? [] : parsed.problems).toEqual([
      "portals[1].origins[0] must belong to one portal only: https://portal.example.org is also in portals[0].",
    ]);
  });

  it.each([null, undefined, 4, "policy", []])("refuses %j, which is no policy at all", (value) => {
    const parsed = parsePolicy(value);
    expect(parsed.ok ? [] : parsed.problems).toHaveLength(1);
  });

  it("says that a file is not JSON, and keeps a __proto__ key from doing anything", () => {
    expect(parsePolicyText("{")).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/^The policy file is not valid JSON: /)],
    });
    const parsed = parsePolicyText(JSON.stringify(leaForTests).replace("{", '{"__proto__": {"guard": 1},'));
    expect(parsed.ok ? [] : parsed.problems).toEqual(["__proto__ is not a key of the policy."]);
    expect(({} as { guard?: unknown }).guard).toBeUndefined();
  });

  it("takes the demo LEA's policy", () => {
    const file = join(import.meta.dirname, "../../examples/demo-lea.policy.json");
    expect(existsSync(file)).toBe(true);
    expect(parsePolicyText(readFileSync(file, "utf8"))).toMatchObject({ ok: true });
  });
});

describe("parsePolicyLayer", () => {
  it("keeps the keys that are right and names those that are not", () => {
    const layer = parsePolicyLayer({ language: "es", guard: { level: "loud" }, colour: "red" }, "Options");
    expect(layer.policy).toEqual({ language: "es" });
    expect(layer.problems).toEqual([
      "Options: guard.level must be one of: inform, confirm, block.",
      "Options: colour is not a key of the policy.",
    ]);
  });

  it("is empty where there is nothing", () => {
    expect(parsePolicyLayer(undefined, "Options")).toEqual({ policy: {}, problems: [] });
    expect(parsePolicyLayer([], "Options").problems).toHaveLength(1);
  });
});

describe("defaultPolicy", () => {
  it("is a policy, and says that nobody has configured anything", () => {
    expect(parsePolicy(defaultPolicy("America/New_York"))).toMatchObject({ ok: true });
    expect(isConfigured(defaultPolicy("America/New_York"))).toBe(false);
    expect(isConfigured(leaForTests)).toBe(true);
  });
});
