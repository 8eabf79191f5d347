import { expect } from "vitest";
import { runChecks } from "../../utils/checks/run-checks.ts";
import type { Finding } from "../../utils/findings/finding.ts";
import { contextOf, type Example } from "../sample-package.ts";

/** Rows that differ from Ohio's clean package, and what one rule finds in them. */

export const format = "ohio-roster-verification";
export const [ana, luz] = ["OH3019384", "OH3019999"] as const;
export const [mia, leo] = ["AE1234567", "AE7654321"] as const;

export const findingsOf = async (rule: string, example: Omit<Example, "format"> = {}): Promise<Finding[]> => {
  const { findings, notChecked } = await runChecks(contextOf({ format, ...example }));
  expect(notChecked.filter((one) => one.rule === rule)).toEqual([]);
  return findings.filter((one) => one.rule === rule);
};

export const countOf = async (rule: string, rows: Example["rows"]): Promise<number> =>
  (await findingsOf(rule, { rows: rows ?? {} })).reduce((sum, { count }) => sum + count, 0);

/** Claims as [class, teacher, student, month, percent, grade]. */
export const claims = (...rows: readonly (readonly string[])[]): Example["rows"] => ({
  "claims.csv": rows.map(([class_id = "", educator = "", ssid = "", month = "", percent = "100", grade]) => ({
    class_id,
    educator_state_id: educator,
    ssid,
    month,
    percent,
    grade_level: grade ?? "05",
  })),
});

/** Classes as [id, subject, grade, term, teacher]. */
export const classes = (...rows: readonly (readonly string[])[]): Example["rows"] => ({
  "classes.csv": rows.map(([class_id = "", subject_course = "", grade = "", term, educator]) => ({
    class_id,
    subject_course,
    grade,
    term: term ?? "Full Year (Aug/Sep - May/Jun)",
    educator_state_id: educator ?? ana,
  })),
});

/** Enrollments as [class, student, entry, exit]. */
export const enrolled = (...rows: readonly (readonly string[])[]): Example["rows"] => ({
  "enrollments.csv": rows.map(([class_id = "", ssid = "", entry_date = "", exit_date = ""]) => ({
    class_id,
    ssid,
    entry_date,
    exit_date,
  })),
});
