import { describe, expect, it } from "vitest";
import { namesFor } from "../formats/column-mapping.ts";
import { formats } from "../formats/index.ts";
import { checkPackage } from "../pipeline.ts";
import { leaForTests } from "../policy/lea-for-tests.ts";
import { parsePolicy } from "../policy/parse-policy.ts";
import { mappedFormats, type Policy } from "../policy/policy.ts";
import { mappingOf } from "./mapping-of.ts";

const withColumns = (columns: NonNullable<Policy["check"]["columns"]>): Policy => ({
  ...leaForTests,
  check: { ...leaForTests.check, columns },
});
const check = (files: Record<string, string>, policy?: Policy) =>
  checkPackage(
    Object.entries(files).map(([name, text]) => ({ name, blob: new Blob([text]) })),
    { date: "2026-11-22", now: "2026-11-22T10:00:00Z", version: "0", policy },
  );

describe("the LEA's own headers", () => {
  it("can be given for every format of the catalogue", () => {
    expect([...mappedFormats].sort()).toEqual(formats.map(({ id }) => id).sort());
  });

  it("hold where they say, the more exact before the others", () => {
    const policy = withColumns([
      { format: "clever-sftp", file: "students", headers: { "Stu No": "Student_number" } },
      { headers: { "Stu No": "everywhere", Other: "other" } },
      { file: "students", headers: { "Stu No": "any students" } },
      { format: "clever-sftp", headers: { "Stu No": "any Clever file" } },
    ]);
    const mapping = mappingOf(policy, {
      ...leaForTests.portals[0]!,
      columns: { "Stu No": "portal", P: "p" },
    });
    const stuNo = (format: Parameters<typeof namesFor>[1], role: string) =>
      namesFor(mapping, format, role)["Stu No"];
    expect(stuNo("clever-sftp", "students")).toBe("Student_number");
    expect(stuNo("clever-sftp", "schools")).toBe("any Clever file");
    expect(stuNo("sds-1", "students")).toBe("any students");
    expect(stuNo("sds-1", "teachers")).toBe("everywhere");
    expect(namesFor(mapping, "sds-1", "teachers")).toMatchObject({ Other: "other", P: "p" });
    expect(namesFor(mapping, "sds-1", "teachers")).toBe(namesFor(mapping, "sds-1", "teachers"));
  });

  it("are judged with the policy", () => {
    expect(parsePolicy(withColumns([{ headers: { a: "b" } }])).ok).toBe(true);
    const wrong = parsePolicy(withColumns([{ format: "csv" as "sds-1", headers: {} }]));
    expect(JSON.stringify(wrong)).toContain("check.columns[0].format must be one of");
  });

  // One file a format whose required columns are all named otherwise: it is known through the policy alone.
  const cases = formats.map((format) => {
    const spec = format.files.find(({ fields }) => fields.length > 3) ?? format.files[0]!;
    return [format.id, spec] as const;
  });
  it.each(cases.filter(([id]) => id !== "cli-engage"))("reach the files of %s", async (id, spec) => {
    const headers = Object.fromEntries(spec.fields.map(({ name }, index) => [`Feld ${index}`, name]));
    const text = `${Object.keys(headers).join(",")}\n${spec.fields.map(() => "x").join(",")}\n`;
    const format = id as (typeof mappedFormats)[number];
    const policy = withColumns([{ format, file: spec.role, headers }]);
    const before = await check({ [spec.fileName]: text }, leaForTests);
    expect(before.report.format.id).toBe("unknown");
    const { report, context } = await check({ [spec.fileName]: text }, policy);
    expect(report.format.id).toBe(id);
    expect(report.files[0]?.role).toBe(spec.role);
    expect([...(context.files.get(spec.role)?.fieldColumn.keys() ?? [])]).toEqual(
      spec.fields.map(({ name }) => name),
    );
    expect(report.findings.map(({ rule }) => rule)).not.toContain("unknown-column");
  });
});
