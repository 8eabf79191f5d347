import { describe, expect, it } from "vitest";
import { generateClean, writePackage } from "../../utils/generate/generate.ts";
import { type Made, recipes } from "../../utils/generate/packages/index.ts";
import { checkPackage } from "../../utils/pipeline.ts";
import { asSources, date } from "./check-made.ts";

/** A package beside the last one: what is told of sizes does not hang on whether a plan was asked for. */

const formats = Object.keys(recipes) as Made[];

const makeSources = (format: Made, students: number) =>
  asSources(writePackage(generateClean({ format, students, seed: 1, date })));

const check = async (format: Made, students: number, before: number, plan?: false) => {
  const { report, context } = await checkPackage(makeSources(format, students), {
    date,
    now: `${date}T06:00:00.000Z`,
    version: "0.0.0",
    previous: makeSources(format, before),
    plan,
  });
  const { students: people, teachers } = context.previous?.records?.ids ?? {};
  return {
    findings: report.findings,
    notChecked: report.notChecked.filter(({ rule }) => rule !== "plan" && rule !== "compare-with-previous"),
    people: people?.size,
    teachers: teachers?.size,
    plan: report.plan,
  };
};

describe.each(formats)("%s", (format) => {
  it("is not unlike itself", async () => {
    const [whole, alone] = [await check(format, 120, 120), await check(format, 120, 120, false)];
    expect(whole.findings).toEqual([]);
    expect(alone.findings).toEqual([]);
    expect(alone.notChecked).toEqual(whole.notChecked);
    expect(alone.plan).toBeNull();
    if (whole.plan !== null) expect(whole.people).toBe(120);
    if (whole.plan !== null) expect(whole.teachers).toBeGreaterThan(0);
  });

  it("is unlike a package of five times as many, with a plan and without", async () => {
    const [whole, alone] = [await check(format, 120, 600), await check(format, 120, 600, false)];
    expect(alone.findings).toEqual(whole.findings);
    const students = whole.findings.some(
      ({ rule, samples }) => rule === "size-unlike-last-file" && samples.length > 0,
    );
    expect(students).toBe(whole.plan !== null);
  });
});
