import type { RoleTable, Rule } from "../utils/checks/rule.ts";
import { concerns } from "../utils/checks/run-checks.ts";
import { countBySchool } from "../utils/exports/by-school.ts";
import { collectPlaces } from "../utils/exports/collect-places.ts";
import { makeHtml } from "../utils/exports/html/page.ts";
import { makeJunit } from "../utils/exports/junit.ts";
import { maskReport } from "../utils/exports/mask.ts";
import { makeSarif } from "../utils/exports/sarif.ts";
import type { Report } from "../utils/findings/report.ts";
import { findFormat } from "../utils/formats/index.ts";
import { rulesFor } from "../utils/pipeline/rules-for.ts";
import type { Table } from "../utils/table/table.ts";
import type { CheckRequest, OutputId } from "./check-arguments.ts";
import type { CheckHooks } from "./check-paths.ts";
import { renderText } from "./text-report.ts";

/** What a check leaves behind beside its report, as far as an output needs it. */
export type Kept = ReturnType<typeof collectPlaces> & {
  tables: readonly Table[];
  files: ReadonlyMap<string, RoleTable>;
};

/** Hooks of a check that keep every place and the tables. */
export const keepAll = (): { kept: Kept; hooks: CheckHooks } => {
  const kept: Kept = { ...collectPlaces(), tables: [], files: new Map() };
  return {
    kept,
    hooks: {
      onFinding: kept.add,
      onTables: (tables, files) => {
        kept.tables = tables;
        kept.files = files;
      },
    },
  };
};

/** Whether an output needs more than the report. */
export const needsAll = (output: OutputId): boolean => output === "csv" || output === "html";

/** The rules that ran, or would have, for the format and receiver of a report. */
export const rulesOf = ({ format: { id }, system }: Pick<Report, "format" | "system">): Rule[] => {
  const format = findFormat(id);
  const about = format && { format, system: system ?? undefined };
  return rulesFor(format).filter((rule) => about === undefined || concerns(rule, about));
};

type Request = Pick<CheckRequest, "failOn" | "showNames">;

/** The report's text in pieces; csv is made per file (bin/write-csv.ts). */
export const renderReport = (
  output: Exclude<OutputId, "csv">,
  report: Report,
  { failOn, showNames }: Request,
  kept: Kept | undefined,
): Iterable<string> => {
  // What leaves the machine for a CI server or a mail holds no names unless they were asked for.
  const shown = () => (showNames ? report : maskReport(report));
  switch (output) {
    case "text":
      return [renderText(report)];
    case "json":
      return [`${JSON.stringify(report, undefined, 2)}\n`];
    case "sarif":
      return [`${JSON.stringify(makeSarif(shown(), rulesOf(report)), undefined, 2)}\n`];
    case "junit":
      return makeJunit(shown(), { rules: rulesOf(report).map(({ id }) => id), failOn });
    case "html":
      return makeHtml(shown(), {
        schools: kept === undefined ? [] : countBySchool(kept.files, kept.places),
        masked: !showNames,
      });
  }
};
