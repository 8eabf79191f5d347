import type { FileSpec, Format } from "./format.ts";
import { rosteringFiles } from "./oneroster-1.1.ts";

/**
 * CLI Engage automated rostering: OneRoster 1.1 with six of its files. The published page names the count but the copy
 * that could be read stops before the names, so which six is our inference; nothing that rests on it is a fault.
 */

const requirements = "CLI Engage, What are the requirements for Automated Rostering (pages/141230089)";
const inferred =
  "Inferred from CLI Engage's requirements page, which gives the number of files but not their names";

const always = ["orgs", "users", "classes", "enrollments"];

const fit = (spec: FileSpec): FileSpec => {
  if (spec.role === "manifest") return { ...spec, required: "no" };
  if (always.includes(spec.role)) return { ...spec, required: "yes", source: requirements };
  if (spec.role === "demographics") {
    return { ...spec, required: "yes", certain: false, source: inferred };
  }
  return { ...spec, required: "no", oneOf: "sessions-or-courses", certain: false, source: inferred };
};

export const cliEngage: Format = {
  id: "cli-engage",
  title: "CLI Engage automated rostering (OneRoster 1.1)",
  version: "OneRoster 1.1",
  files: rosteringFiles.map(fit),
};
