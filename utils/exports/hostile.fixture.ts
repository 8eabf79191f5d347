import type { FindingJson, Report } from "../findings/report.ts";

/** Values as somebody would write them who wants a report to do what they say. */
export const hostile = [
  "<script>globalThis.owned = true</script>",
  '"><img src=x onerror="globalThis.owned = true">',
  "'; DROP TABLE users; --",
  '=HYPERLINK("http://example.org","x")',
  "\u202egnp.exe",
  "\u0000\u0007\u001b[31m",
  "]]>&amp;<!--",
  "half a pair \ud800",
  "{{1+1}}<%= 1 %>",
  "Zoë \u{1f600} 學生",
] as const;

const finding = (value: string, at: number): FindingJson => ({
  rule: at % 3 === 0 ? "duplicate-key" : at % 3 === 1 ? "date-malformed" : "dangling-reference",
  outcome: (["fault", "warning", "note"] as const)[at % 3] ?? "fault",
  consequence: "row-dropped",
  count: 2000 + at,
  message: `1 row of users.csv holds “${value}”.`,
  why: "It matters.",
  fix: `Write something else than “${value}”.`,
  whoCanFix: "The school",
  source: `A standard ${value}`,
  certain: at % 2 === 0,
  samples: [{ file: "users.csv", line: 2 + at, column: value, value, related: value }],
});

/** A report in which everything a file can put there is hostile. */
export const hostileReport = (): Report => ({
  tool: { name: "rosterguard", version: "1.2.3" },
  date: "2026-11-16",
  format: { id: "oneroster-1.1", confidence: 0.97, evidence: [...hostile] },
  system: null,
  verdict: "reject",
  files: [
    ...["users.csv", ...hostile].map((name, at) => ({
      name,
      role: at === 0 ? "users" : "",
      rows: 10,
      columns: 3,
      bytes: 100,
      encoding: "utf-8",
      lineEnding: "lf",
      delimiter: ",",
    })),
  ],
  totals: { rows: 10, faults: 8000, warnings: 6000, notes: 6000 },
  causes: [
    {
      id: "spreadsheet",
      kind: "spreadsheet",
      title: "A spreadsheet changed the file",
      count: 2000,
      proof: `It shows in “${hostile[0]}”.`,
      fix: "Export again.",
      repairable: true,
      explains: [{ rule: "date-malformed", file: "users.csv", count: 2000 }],
      samples: [],
    },
  ],
  findings: hostile.map(finding),
  notChecked: hostile.map((because, at) => ({ rule: `rule-${at}`, because })),
  plan: null,
  timings: { total: 12 },
});
