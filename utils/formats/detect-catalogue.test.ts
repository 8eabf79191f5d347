import { describe, expect, it } from "vitest";
import { detect, type SeenFile } from "./detect.ts";
import type { FileSpec, Format } from "./format.ts";
import { formats } from "./index.ts";

/** CLI Engage's package has OneRoster's columns: the receiver tells it. */
const systemOf = ({ id }: Format) => (id === "cli-engage" ? "cli-engage" : undefined);

type Change = (spec: FileSpec, index: number) => { name?: string; header?: string[] };

const detectChanged = (format: Format, change: Change) => {
  const files = format.files.map((spec, index): SeenFile => {
    const { name = spec.fileName, header = spec.fields.map((field) => field.name) } = change(spec, index);
    return { name, header, rows: 3 };
  });
  return { files, found: detect(files, { system: systemOf(format) }) };
};

/** The role found for each file, "" for none, beside the one it has. */
const rolesOf = (format: Format, { files, found }: ReturnType<typeof detectChanged>) =>
  files.map(({ name }, index) => [
    format.files[index]?.role,
    found.roles.find(({ file }) => file === name)?.role ?? "",
  ]);
const everyRole = ({ files }: Format) => files.map(({ role }) => [role, role]);

/** Drops a letter from the middle of the longest header. */
const misspell = (header: string[]): string[] => {
  const longest = header.reduce((a, b) => (b.length > a.length ? b : a), "");
  const half = longest.length >> 1;
  const middle = half + Math.max(0, longest.slice(half).search(/[a-z]/i));
  return header.map((name) => (name === longest ? name.slice(0, middle) + name.slice(middle + 1) : name));
};

const names = (spec: FileSpec) => spec.fields.map(({ name }) => name);
const columnsOf = (spec: FileSpec) => names(spec).sort().join();

describe.each(formats.map((format) => [format.id, format] as const))("%s is known", (id, format) => {
  it("by its own headers and names", () => {
    const { files, found } = detectChanged(format, () => ({}));
    expect(found).toMatchObject({ id, confidence: 1 });
    expect(rolesOf(format, { files, found })).toEqual(everyRole(format));
  });

  it("with its columns in another order, case and punctuation", () => {
    const changed = detectChanged(format, (spec) => ({
      header: names(spec)
        .reverse()
        .map((name) => ` ${name.toUpperCase().replaceAll("_", " ")}`),
    }));
    expect(changed.found).toMatchObject({ id, confidence: 1 });
    expect(rolesOf(format, changed)).toEqual(everyRole(format));
  });

  it("with a header misspelt in every file, and the right one suggested", () => {
    const changed = detectChanged(format, (spec) => ({ header: misspell(names(spec)) }));
    expect(changed.found.id).toBe(id);
    expect(rolesOf(format, changed)).toEqual(everyRole(format));
    for (const spec of format.files) {
      const right = names(spec).find((name) => !misspell(names(spec)).includes(name));
      expect(changed.found.evidence.join("\n")).toContain(`looks like ${right}`);
    }
  });

  it("with dates and counters in its file names, in folders and zips", () => {
    const changed = detectChanged(format, ({ fileName }) => ({
      name: `feed.zip/out/${fileName.replace(/\.\w+$/, "")}-2026-11-20.CSV`,
    }));
    expect(changed.found.id).toBe(id);
    expect(rolesOf(format, changed)).toEqual(everyRole(format));
  });

  it("when names say nothing, but for files of equal columns, which are told and not guessed", () => {
    const changed = detectChanged(format, (_spec, index) => ({ name: `export${index}.csv` }));
    expect(changed.found.id).toBe(id);
    for (const [role, taken] of rolesOf(format, changed)) {
      const spec = format.files.find((one) => one.role === role) as FileSpec;
      const twins = format.files.filter((other) => columnsOf(other) === columnsOf(spec));
      expect(taken, role).toBe(twins.length > 1 ? "" : role);
      if (twins.length > 1)
        expect(changed.found.evidence.join()).toContain("its name does not tell which it is");
    }
  });

  it("by its required columns alone", () => {
    const changed = detectChanged(format, (spec) => {
      const required = spec.fields.filter((field) => field.required === "yes").map(({ name }) => name);
      return { header: required.length > 0 ? required : names(spec) };
    });
    expect(changed.found.id).toBe(id);
  });

  it("beside files that nobody knows", () => {
    const own = format.files.map((spec) => ({ name: spec.fileName, header: names(spec), rows: 1 }));
    const strange = ["notes.csv", "lunch.csv", "bus.csv"].map((name) => ({
      name,
      header: ["Route", "Driver", "Vegetarian"],
      rows: 9,
    }));
    const found = detect([...strange, ...own], { system: systemOf(format) });
    expect(found.id).toBe(id);
    expect(found.roles.map(({ file }) => file)).not.toContain("bus.csv");
  });
});

const whole = (id: string, without: readonly string[] = []): SeenFile[] =>
  (formats.find((format) => format.id === id)?.files ?? [])
    .filter(({ role }) => !without.includes(role))
    .map((spec) => ({ name: spec.fileName, header: names(spec), rows: 1 }));
const manifest = (version: string) => new Map([["oneroster.version", version]]);

describe("the manifest", () => {
  it("that agrees is named last", () => {
    const found = detect(whole("oneroster-1.1"), { manifest: manifest("1.1") });
    expect(found.evidence.at(-1)).toBe("manifest.csv says OneRoster 1.1, as do the columns");
  });

  it.each([
    [
      "oneroster-1.2",
      "1.1",
      "manifest.csv says OneRoster 1.1, but the columns are those of OneRoster 1.2 CSV",
    ],
    [
      "oneroster-1.1",
      "1.2",
      "manifest.csv says OneRoster 1.2, but the columns are those of OneRoster 1.1 CSV",
    ],
    [
      "oneroster-1.1",
      "1.0",
      "manifest.csv says OneRoster 1.0, but the columns are those of OneRoster 1.1 CSV",
    ],
    ["sds-2.1", "1.1", "but the columns are those of Microsoft School Data Sync"],
  ])("of a package in %s that says %s is not believed", (id, version, says) => {
    const found = detect(whole(id), { manifest: manifest(version) });
    expect(found.id).toBe(id);
    expect(found.evidence[0]).toContain(says);
  });

  it("that lies is answered with the columns that prove it", () => {
    const found = detect(whole("oneroster-1.2"), { manifest: manifest("1.1") });
    expect(found.evidence[0]).toMatch(
      /users\.csv has userMasterIdentifier|OneRoster 1\.1 CSV has no roles\.csv/,
    );
  });

  it.each([
    ["1.1", "oneroster-1.1"],
    ["1.2", "oneroster-1.2"],
    ["1.2.1", "oneroster-1.2"],
  ])("of version %s settles what the columns leave open", (version, id) => {
    const shared = whole("oneroster-1.1").filter(({ name }) => /^(orgs|courses|classes)\.csv$/.test(name));
    const found = detect(shared, { manifest: manifest(version) });
    expect(found.id).toBe(id);
    expect(found.evidence.join()).not.toContain("just as well");
    const open = detect(shared);
    expect(open.evidence.at(-1)).toContain("just as well; it is taken for OneRoster 1.1 CSV");
  });

  it("of version 1.1 over columns of 1.0 is told too", () => {
    const files = [
      { name: "courses.csv", header: ["sourcedId", "schoolYearId", "title"], rows: 1 },
      { name: "users.csv", header: ["sourcedId", "userId", "agents"], rows: 1 },
    ];
    const found = detect(files, { manifest: manifest("1.1") });
    expect(found.id).toBe("unknown");
    expect(found.evidence.slice(0, 2)).toEqual([
      expect.stringContaining("belong to OneRoster 1.0"),
      "manifest.csv says OneRoster 1.1",
    ]);
  });
});

describe("files that play no role by themselves", () => {
  const roster = { header: ["Section SIS ID", "SIS ID"], rows: 2 };
  it("get the one that their twin leaves", () => {
    const found = detect([
      ...whole("sds-1", ["StudentEnrollment", "studentEnrollment", "TeacherRoster", "teacherRoster"]).filter(
        ({ name }) => !/Enrollment|Roster/.test(name),
      ),
      { name: "StudentEnrollment.csv", ...roster },
      { name: "b.csv", ...roster },
    ]);
    const role = (name: string) => found.roles.find(({ file }) => file === name)?.role;
    expect(role("StudentEnrollment.csv")?.toLowerCase()).toContain("student");
    expect(role("b.csv")?.toLowerCase()).toContain("teacher");
  });
});
