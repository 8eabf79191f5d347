import { openAsBlob, readdirSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { writeFlatWorkbook } from "../test/district/flat-roster.ts";
import { makeDistrict } from "../test/district/make-district.ts";
import { makeNextWeek } from "../test/district/next-week.ts";
import { toOneRosterRows, writeOneRoster } from "../test/district/one-roster.ts";
import { zipCsvs } from "../test/district/package-files.ts";
import { Report } from "./findings/report.ts";
import { packRoster } from "./packed/pack-roster.ts";
import { unpackRoster } from "./packed/unpack-roster.ts";
import { type CheckOptions, type CheckProgress, checkPackage } from "./pipeline.ts";
import { defaultPolicy } from "./policy/default-policy.ts";
import type { SourceFile } from "./table/source.ts";

const folder = join(import.meta.dirname, "..", "test", "files");

const open = (name: string): Promise<SourceFile[]> =>
  Promise.all(
    readdirSync(join(folder, name)).map(async (file) => ({
      name: `${name}/${file}`,
      blob: await openAsBlob(join(folder, name, file)),
    })),
  );

const fileOf = (name: string, text: string): SourceFile => ({ name, blob: new Blob([text]) });

const options: CheckOptions = { date: "2026-11-16", now: "2026-11-16T08:00:00Z", version: "0.0.0" };

const check = async (sources: readonly SourceFile[], more: Partial<CheckOptions> = {}) => {
  const made = await checkPackage(sources, { ...options, ...more });
  expect(Report.safeParse(made.report).error?.issues).toBeUndefined();
  return made;
};

const usersHeader =
  "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName," +
  "identifier,email,sms,phone,agentSourcedIds,grades,password\r\n";

/** The demo district and its next week, of which every change is known. */
const district = makeDistrict();
const week = makeNextWeek(district);
const asZip = (of: typeof district): SourceFile[] => [
  {
    name: "feed.zip",
    blob: new Blob([zipCsvs(writeOneRoster(toOneRosterRows(of))) as Uint8Array<ArrayBuffer>]),
  },
];
const asWorkbook = (of: typeof district): SourceFile[] => [
  { name: "roster.xlsx", blob: new Blob([writeFlatWorkbook(of) as Uint8Array<ArrayBuffer>]) },
];

describe.each([
  ["OneRoster zip", asZip],
  ["flat workbook", asWorkbook],
])("a whole week's changes in a %s", (_, pack) => {
  test("are found exactly, each in its group", async () => {
    const { report } = await check(pack(week.district), {
      system: "cli-engage",
      mode: "complete",
      previous: pack(district),
    });
    const { students, classes } = report.plan!;
    const ids = (group: { samples: { id: string }[] }) => group.samples.map(({ id }) => id).sort();
    const idsOf = (changes: readonly { id: string }[]) => changes.map(({ id }) => id).sort();
    expect(ids(students.added)).toEqual(week.added.toSorted());
    expect(ids(students.waiting)).toEqual(week.waiting.toSorted());
    expect(ids(students.moved)).toEqual(idsOf(week.moved));
    expect(ids(students.changed)).toEqual(idsOf(week.changed));
    expect(ids(students.removed)).toEqual(week.withdrawn.toSorted());
    expect(students.rekeyed.samples).toMatchObject([week.rekeyed]);
    expect(students.unmatched.count).toBe(0);
    expect(ids(classes.reassigned)).toEqual([week.reassigned.classId]);
    expect(ids(classes.added)).toEqual([week.newClassId]);
  });
});

describe("checkPackage", () => {
  test("gives a report and the roster of a good package", async () => {
    const { report, roster } = await check(await open("good"));
    expect(report.verdict).toBe("accept");
    expect(roster?.students).toHaveLength(6);
    expect(roster?.source).toEqual({ kind: "file", name: "good", checkedAt: options.now });
  });

  test("compares with a roster as well as with the files of one", async () => {
    const { roster } = await check(await open("good"), { system: "cli-engage" });
    const tonight = await open("tonight");
    const stored = await check(tonight, { system: "cli-engage", previous: roster });
    const files = await check(tonight, { system: "cli-engage", previous: await open("good") });
    expect(stored.report.plan).toEqual(files.report.plan);
    expect(stored.report.findings).toEqual(files.report.findings);
  });

  test.each([
    ["OneRoster zip", asZip],
    ["flat workbook", asWorkbook],
  ])("compares packed rosters of a %s as it compares objects", async (_, pack) => {
    const before = (await check(pack(district))).roster!;
    const reportOf = async (more: Partial<CheckOptions>) => {
      const { report, roster, packed } = await check(pack(week.district), more);
      return { report: { ...report, timings: {} }, roster, packed };
    };
    const inObjects = await reportOf({ previous: unpackRoster(packRoster(before))! });
    let told: unknown;
    const packed = await reportOf({
      roster: "packed",
      previous: async () => packRoster(before),
      onPacked: (given) => {
        told = given;
      },
    });
    expect(packed.report).toEqual(inObjects.report);
    expect(packed.report.plan?.students.moved.count).toBeGreaterThan(0);
    expect([packed.roster, told]).toEqual([undefined, packed.packed]);
    expect(unpackRoster(packed.packed!)).toEqual(unpackRoster(packRoster(inObjects.roster!)));
    // What the pages show is laid over objects, whatever was stored.
    const page = before;
    const seen = { ...page, source: { kind: "page", portal: "x", seenAt: "2026-11-15T15:00:00Z" } } as const;
    const withPage = { roster: "packed", previous: packRoster(before), page: seen } as const;
    const paged = await reportOf(withPage);
    expect(paged.report).toEqual((await reportOf({ previous: before, page: seen })).report);
    // Without a last file the roster is counted, and packed all the same.
    const first = await reportOf({ roster: "packed" });
    expect(first.report).toEqual((await reportOf({})).report);
    expect(first.packed).toEqual(packed.packed);
  });

  test("tells what is wrong while files are still being read", async () => {
    const seen: CheckProgress[] = [];
    await check(await open("bad"), { onProgress: (progress) => seen.push(progress) });
    const last = seen.at(-1);
    expect(last?.rows).toBe(45);
    expect(last?.bytesDone).toBe(last?.bytesTotal);
    expect(last?.faults).toBeGreaterThan(0);
    expect(seen.every(({ faults }, at) => at === 0 || faults >= (seen[at - 1]?.faults ?? 0))).toBe(true);
  });

  test("counts the progress of a zip towards its end", async () => {
    const parts = await Promise.all(
      (await open("good")).map(
        async ({ name, blob }) => [name, new Uint8Array(await blob.arrayBuffer())] as const,
      ),
    );
    const zip = { name: "export.zip", blob: new Blob([zipSync(Object.fromEntries(parts))]) };
    const seen: CheckProgress[] = [];
    await check([zip, ...(await open("flat"))], { onProgress: (progress) => seen.push(progress) });
    expect(seen.length).toBeGreaterThan(8);
    const shares = seen.map(({ bytesDone, bytesTotal }) => bytesDone / bytesTotal);
    expect(shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share <= 1)).toBe(true);
    expect(shares.at(-1)).toBe(1);
    expect(seen.at(-1)?.rows).toBe(48);
  });

  test("leaves a file beyond the policy's limit aside, unless any size is taken", async () => {
    const policy = defaultPolicy("America/Chicago");
    const large = [fileOf("users.csv", `sourcedId\r\n${"1\r\n".repeat(400_000)}`)];
    const limited = { ...policy, check: { ...policy.check, maxFileMegabytes: 1 } };
    const { report } = await check(large, { policy: limited });
    expect(report.verdict).toBe("could-not-check");
    expect(report.findings).toMatchObject([
      { rule: "file-too-large", message: expect.stringContaining("1 MB") },
    ]);
    expect((await check(large, { policy: limited, anySize: true })).report.totals.rows).toBe(400_000);
  });

  test("makes no plan of half a package and says why", async () => {
    const half = (await open("good")).filter(({ name }) => !name.endsWith("enrollments.csv"));
    const { report, roster } = await check(half);
    expect(report.plan).toBeNull();
    expect(roster).toBeUndefined();
    expect(report.notChecked).toContainEqual({
      rule: "plan",
      because: expect.stringContaining("enrollments.csv"),
    });
  });

  test("makes no plan of a file of changes", async () => {
    const delta = await Promise.all(
      (await open("good")).map(async ({ name, blob }) =>
        fileOf(name, (await blob.text()).replace("file.users,bulk", "file.users,delta")),
      ),
    );
    const { report } = await check(delta);
    expect(report.plan).toBeNull();
    expect(report.notChecked.map(({ rule }) => rule)).toContain("plan");
  });

  test.each([
    ["no file at all", []],
    ["nothing readable", [fileOf("users.csv", "")]],
    ["a header without rows", [fileOf("users.csv", usersHeader)]],
    ["a format nobody knows", [fileOf("a.csv", "colour,taste\r\nred,sweet\r\n")]],
  ])("could not check %s", async (_, sources) => {
    const { report } = await check(sources);
    expect(report.verdict).toBe("could-not-check");
    expect(report.files.map(({ name }) => name)).toEqual(sources.map(({ name }) => name));
  });

  test("lists every file, also one that cannot be read", async () => {
    const { report } = await check([...(await open("good")), fileOf("good/extra.csv", "")]);
    expect(report.files).toContainEqual(
      expect.objectContaining({ name: "good/extra.csv", role: "", rows: 0 }),
    );
    expect(report.findings.map(({ rule }) => rule)).toContain("empty-file");
  });

  test("reads the LEA's own columns through its policy", async () => {
    const [flat] = await open("flat");
    const text = (await flat!.blob.text()).replace("Student_Internal_ID", "Local Number");
    const source = [fileOf("roster.csv", text)];
    const policy = {
      ...defaultPolicy("America/Chicago"),
      portals: [
        {
          profile: "cli-engage",
          origins: ["https://portal.example.org"],
          sync: { weekdays: [1], at: "02:00", onHolidays: false },
          columns: { "Local Number": "Student_Internal_ID" },
        },
      ],
    };
    expect((await check(source, { format: "cli-engage-workbook" })).report.verdict).toBe("reject");
    const { report, roster } = await check(source, { policy });
    expect(report.verdict).toBe("accept");
    expect(roster?.students.map(({ id }) => id)).toEqual(["1001", "1002", "1006"]);
  });

  test("speaks the language asked for", async () => {
    const { report } = await check(await open("bad"), { language: "es" });
    expect(report.findings.find(({ rule }) => rule === "duplicate-key")?.message).toMatch(/ repite| repiten/);
  });

  test("stops when it is told to", async () => {
    const stop = new AbortController();
    const checking = checkPackage(await open("good"), {
      ...options,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(checking).rejects.toMatchObject({ name: "AbortError" });
  });
});
