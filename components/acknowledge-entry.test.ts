import { expect, it } from "vitest";
import type { FindingJson } from "../utils/findings/report.ts";
import { Acknowledgement } from "../utils/policy/policy.ts";
import { acknowledgeEntry } from "./acknowledge-entry.ts";

const finding = (samples: FindingJson["samples"]) => ({ rule: "dangling-reference", samples }) as FindingJson;
const place = (column: string) => ({ file: "export.zip/users.csv", line: 2, column, value: "x" });

it("names the rule, the file and the column that all places share, for thirty days", () => {
  expect(JSON.parse(acknowledgeEntry(finding([place("a"), place("a")]), "2026-02-10"))).toEqual({
    rule: "dangling-reference",
    file: "users.csv",
    column: "a",
    reason: "",
    until: "2026-03-12",
  });
  expect(JSON.parse(acknowledgeEntry(finding([place("a"), place("b")]), "2026-12-15"))).toEqual({
    rule: "dangling-reference",
    file: "users.csv",
    reason: "",
    until: "2027-01-14",
  });
  expect(JSON.parse(acknowledgeEntry(finding([]), "2026-12-15"))).not.toHaveProperty("file");
});

it("is an entry of the policy once a reason is given, and not before", () => {
  const entry = JSON.parse(acknowledgeEntry(finding([place("a")]), "2026-02-10"));
  expect(Acknowledgement.safeParse(entry).success).toBe(false);
  expect(Acknowledgement.safeParse({ ...entry, reason: "Known" }).success).toBe(true);
});
