import type { Policy } from "./policy.ts";

/**
 * What holds before an LEA has configured anything: no procedure, no portal, nothing held back. The calendar makes no
 * claim about a school year; no date is counted from it as long as there is no procedure.
 */
export const defaultPolicy = (timeZone: string, language: Policy["language"] = "en"): Policy => ({
  version: 1,
  lea: { name: "" },
  timeZone,
  language,
  schools: [],
  calendar: { firstDay: "2000-01-01", lastDay: "2099-12-31", weekdays: [1, 2, 3, 4, 5], holidays: [] },
  portals: [],
  procedures: {},
  guard: { level: "inform" },
  check: { idLengths: {}, maxFileMegabytes: 150, holdSeconds: 600 },
  retention: "session",
});

/** Whether an LEA has told anything about itself; if not, every sentence says so instead of guessing. */
export const isConfigured = (policy: Policy): boolean => policy.lea.name !== "" || policy.portals.length > 0;
