import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sayField } from "../procedures/words.ts";
import { controlsOf } from "./controls-of.ts";
import { portalProfiles } from "./index.ts";
import { parseProfile } from "./parse-profile.ts";
import type { Place, PortalProfile } from "./profile.ts";
import { statementsOf } from "./say-certainty.ts";

const root = join(import.meta.dirname, "../..");
const pagesOf = ({ id }: PortalProfile) => readFileSync(join(root, "test/portals", id, "PAGES.md"), "utf8");

const placeText = (place: Place | undefined): string[] => {
  if (place === undefined) return [];
  return typeof place === "string" ? [place] : [place.select ?? "", `[${place.attribute}]`];
};

/** Every id, class and attribute (with its value) that a profile looks for on its pages. */
const namesIn = ({ pages, lastSync }: PortalProfile): string[] => {
  const selectors = pages.flatMap(({ match, roster, edits, save, uploads = [] }) => [
    ...(match.has ?? []),
    ...(roster
      ? [
          ...[roster.table, roster.row, roster.header, roster.total ?? ""],
          ...placeText(roster.identity),
          ...placeText(roster.access?.at),
          ...Object.values(roster.context).flatMap(placeText),
        ]
      : []),
    ...controlsOf({ edits }).map(({ control }) => control),
    save ?? "",
    ...uploads.flatMap(({ input, mode }) => [input, mode ?? ""]),
  ]);
  const found = [...selectors, lastSync ?? ""].flatMap((one) => [
    ...(one.match(/[#.][A-Za-z][\w-]*/g) ?? []).map((name) => name.slice(1)),
    ...[...one.matchAll(/\[([a-z-]+)(?:[$^]?='?([^\]']*)'?)?\]/g)].map(
      ([, name, value]) => value ?? name ?? "",
    ),
  ]);
  return [...new Set(found)];
};

/** Assignments of high schools, which the look-alike, an elementary school, does not show. */
const notImitated = ["pointPersonCredits", "pointPersonPostsecondary", "href"];

describe.each(portalProfiles.map((profile) => [profile.id, profile] as const))("%s", (_, profile) => {
  it("passes the law for profiles from files", () => {
    expect(parseProfile(JSON.parse(JSON.stringify(profile)))).toEqual({ ok: true, profile });
  });

  it("relies on nothing that the look-alike's PAGES.md does not promise", () => {
    const pages = pagesOf(profile);
    const names = namesIn(profile);
    expect(names.length).toBeGreaterThan(10);
    const isPromised = (name: string) =>
      pages.includes(name) || notImitated.includes(name) || pages.includes(name.replace(/^field-/, ""));
    expect(names.filter((name) => !isPromised(name))).toEqual([]);
    for (const { match } of profile.pages) {
      for (const words of [match.heading, match.landmark]) if (words) expect(pages).toContain(`"${words}"`);
    }
  });

  it("says what is certain and what an LEA must confirm, each with its source, in both languages", () => {
    const [english, spanish] = [statementsOf(profile, "en"), statementsOf(profile, "es")];
    expect(english.certain.length).toBeGreaterThan(0);
    expect(english.assumed.length).toBeGreaterThan(0);
    expect(spanish.assumed).toHaveLength(english.assumed.length);
    for (const [index, { text, source }] of english.assumed.entries()) {
      expect(source).not.toBe("");
      expect(spanish.assumed[index]?.text).not.toBe(text);
    }
  });

  it("has a word in both languages for every field it says anything of", () => {
    for (const field of Object.keys(profile.mergePolicy)) {
      if (field === "*" || field === "add-student") continue;
      expect(sayField(field, "es"), field).not.toBe(field);
    }
  });

  it("knows the number of columns and of rows to expect", () => {
    for (const { roster } of profile.pages) {
      if (!roster) continue;
      expect(roster.expectedRows).toBeDefined();
      expect(roster.expectedColumns).toBeGreaterThanOrEqual(
        roster.columns.filter(({ required }) => required).length,
      );
    }
  });
});
