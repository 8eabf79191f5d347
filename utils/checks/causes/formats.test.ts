import { expect, it } from "vitest";
import { contextOf, type Example } from "../../../test/sample-package.ts";
import { runChecks } from "../run-checks.ts";

/** Causes know no format: what refers to what, and what is a date, is the format's to say. */
const range = <T>(length: number, make: (at: number) => T): T[] =>
  Array.from({ length }, (_, at) => make(at));

it.each<[string, Example, string, number]>([
  [
    "Clever's enrollments of students without their zeros",
    {
      format: "clever-sftp",
      rows: {
        "students.csv": range(12, (at) => ({ Student_id: `00${at + 10}` })),
        "enrollments.csv": range(12, (at) => ({ Student_id: `${at + 10}` })),
      },
    },
    "leading-zeros-lost",
    12,
  ],
  [
    "Clever's enrollments of one section that is not there",
    {
      format: "clever-sftp",
      rows: {
        "students.csv": range(12, (at) => ({ Student_id: `N${at}` })),
        "enrollments.csv": range(12, (at) => ({ Student_id: `N${at}`, Section_id: "gone" })),
      },
    },
    "missing-record",
    12,
  ],
  [
    "SDS's users of one org that is not there",
    {
      format: "sds-2.1",
      rows: { "roles.csv": range(12, (at) => ({ userSourcedId: `N${at}`, orgSourcedId: "gone" })) },
    },
    "missing-record",
    12,
  ],
  [
    "OneRoster 1.2's slash dates",
    {
      format: "oneroster-1.2",
      rows: {
        "enrollments.csv": range(12, (at) => ({ sourcedId: `N${at}`, beginDate: `${at + 14}/8/2026` })),
      },
    },
    "date-format",
    12,
  ],
])("%s", async (_, example, kind, count) => {
  const { causes = [] } = await runChecks(contextOf(example));
  expect(causes.map((cause) => ({ kind: cause.kind, count: cause.count }))).toContainEqual({ kind, count });
});
