import { nameFilesOf } from "../../findings/container.ts";
import { describeConsequence, describeTitle } from "../../findings/describe.ts";
import {
  type FindingJson,
  type PlanKind,
  planKinds,
  type RecordPlan,
  type Report,
} from "../../findings/report.ts";
import type { SchoolCounts } from "../by-school.ts";
import type { Sample } from "../say-place.ts";
import { drawBars } from "./chart.ts";
import { formatCount, html, type Markup, sayCount, showValue } from "./markup.ts";

const placesShown = 25;
const barsShown = 15;
const schoolsShown = 200;

/** A table that scrolls by itself when it is wide and can then be reached by keyboard; a group, for landmarks are few. */
const table = (label: string, heads: readonly string[], rows: readonly Markup[], numeric: number): Markup =>
  html`<div class="scroll" role="group" aria-label="${label}" tabindex="0"><table><caption>${label}</caption>
<thead><tr>${heads.map((head, at) => html`<th scope="col"${at >= numeric ? html` class="n"` : ""}>${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;

const cells = (counts: readonly number[]): Markup[] =>
  counts.map((count) => html`<td class="n">${formatCount(count)}</td>`);

export const showFinding = (finding: FindingJson): Markup => {
  const {
    rule,
    outcome,
    message,
    why,
    fix,
    whoCanFix,
    source,
    certain,
    samples,
    count,
    consequence,
    acknowledged,
    cause,
  } = finding;
  const more = count - Math.min(samples.length, placesShown);
  return html`<article class="finding ${outcome}">
<h3>${describeTitle(rule)} <span class="count">${outcome}, ${formatCount(count)}${acknowledged && ", acknowledged"}</span></h3>
<p>${message}</p>
${acknowledged && html`<p><strong>Acknowledged</strong> until ${acknowledged.until}${acknowledged.by !== undefined && ` by ${acknowledged.by}`}: ${acknowledged.reason}</p>`}
${cause !== undefined && html`<p><strong>Explained</strong> by the root cause ${cause}, above.</p>`}
<p><strong>Why it matters.</strong> ${why} <span class="small">${describeConsequence(consequence)}</span></p>
<p><strong>How to fix it.</strong> ${fix} <span class="small">Who: ${whoCanFix}.</span></p>
${samples.length > 0 && showPlaces(rule, samples)}
${samples.length > 0 && more > 0 && html`<p class="small">and ${formatCount(more)} more; the csv output names each.</p>`}
<p class="small">Rule ${rule}. Source: ${source}${certain ? "" : " (assumed by Rosterguard)"}.</p>
</article>
`;
};

const showPlaces = (rule: string, samples: readonly Sample[]): Markup => {
  const shown = samples.slice(0, placesShown);
  const columns = (["line", "column", "value", "related"] as const).filter((key) =>
    shown.some((place) => place[key] !== undefined && place[key] !== ""),
  );
  const heads = { line: "Line", column: "Column", value: "Value", related: "See also" };
  const rows = shown.map(
    (place) =>
      html`<tr><td>${showValue(place.file)}</td>${columns.map((key) => html`<td>${showValue(String(place[key] ?? ""))}</td>`)}</tr>
`,
  );
  if (columns.length === 0 && rows.length === 1) return html``;
  return table(`Places: ${describeTitle(rule)}`, ["File", ...columns.map((key) => heads[key])], rows, 9);
};

type FileCounts = { faults: number; warnings: number };

/** Sums by file; a finding is of the file its first place is in. */
const countByFile = ({ findings }: Report): ReadonlyMap<string, FileCounts> => {
  const counts = new Map<string, FileCounts>();
  for (const { outcome, count, samples, acknowledged } of findings) {
    const file = samples[0]?.file;
    if (file === undefined || outcome === "note" || acknowledged !== undefined) continue;
    const sum = counts.get(file) ?? { faults: 0, warnings: 0 };
    sum[outcome === "fault" ? "faults" : "warnings"] += count;
    counts.set(file, sum);
  }
  return counts;
};

export const showFiles = (report: Report): Markup => {
  const counts = countByFile(report);
  const nameOf = nameFilesOf(report.files.map(({ name }) => name));
  const files = report.files.map((file) => ({
    ...file,
    ...(counts.get(file.name) ?? { faults: 0, warnings: 0 }),
  }));
  const bars = files.map(({ name, faults, warnings }) => ({ label: nameOf(name), faults, warnings }));
  const rows = files.map(
    ({ name, role, rows, faults, warnings }) =>
      html`<tr><th scope="row">${showValue(nameOf(name))}</th><td>${role || "not recognised"}</td>${cells([rows, faults, warnings])}</tr>
`,
  );
  const heads = ["File", "Role", "Rows", "Faults", "Warnings"];
  const chart = drawBars("files", "Faults and warnings by file", mostFirst(bars));
  return beside(chart, table("Files that were read", heads, rows, 2));
};

const mostFirst = <T extends FileCounts>(bars: readonly T[]): T[] =>
  bars
    .filter(({ faults, warnings }) => faults + warnings > 0)
    .sort((a, b) => b.faults + b.warnings - a.faults - a.warnings)
    .slice(0, barsShown);

const beside = (chart: Markup | undefined, numbers: Markup): Markup =>
  chart === undefined ? numbers : html`<div class="beside"><div>${chart}</div>${numbers}</div>`;

export const showSchools = (schools: readonly SchoolCounts[]): Markup => {
  const bars = schools.map(({ id, name, faults, warnings }) => ({ label: name || id, faults, warnings }));
  const anyKnown = schools.some(({ acknowledged }) => acknowledged > 0);
  const rows = schools.slice(0, schoolsShown).map(
    ({ id, name, rows, faults, warnings, acknowledged }) =>
      html`<tr><th scope="row">${showValue(name || id)}</th><td>${showValue(id)}</td>${cells([rows, faults, warnings, ...(anyKnown ? [acknowledged] : [])])}</tr>
`,
  );
  const left = schools.length - schoolsShown;
  const chart = drawBars("schools", "Faults and warnings by school", mostFirst(bars));
  const heads = ["School", "Id", "Rows", "Faults", "Warnings", ...(anyKnown ? ["Acknowledged"] : [])];
  return html`<p class="small">Rows, faults and warnings of each file that names a school; a row of two schools counts for both.</p>
${beside(chart, table("Schools", heads, rows, 2))}
${left > 0 && html`<p class="small">and ${sayCount(left, "school")} more with fewer faults.</p>`}`;
};

export const showNotChecked = ({ notChecked }: Report): Markup =>
  table(
    "Rules that could not run",
    ["Rule", "Because"],
    notChecked.map(
      ({ rule, because }) => html`<tr><th scope="row">${rule}</th><td>${because}</td></tr>
`,
    ),
    9,
  );

const words: Partial<Record<PlanKind, string>> = {
  waiting: "waiting for a second cycle",
  notSeen: "not seen",
  rekeyed: "under a new id",
};

/** What the upload will do, in numbers: the names are the page's business only when they were asked for. */
export const showPlan = (plan: NonNullable<Report["plan"]>): Markup => {
  const kinds = planKinds.filter((kind) =>
    [plan.students, plan.classes, plan.teachers].some((records) => records[kind].count > 0),
  );
  const row = (title: string, records: RecordPlan) =>
    html`<tr><th scope="row">${title}</th>${cells(kinds.map((kind) => records[kind].count))}</tr>
`;
  const against = plan.against.map(
    ({ kind, name }) => `the ${kind === "page" ? "portal" : "last file"} (${name})`,
  );
  return html`<p>A ${plan.mode} upload${against.length > 0 && html`, compared with ${against.join(" and ")}`}.</p>
${plan.limits.map((limit) => html`<p>${limit}</p>`)}
${table(
  "Records by what happens to them",
  ["Records", ...kinds.map((kind) => words[kind] ?? kind)],
  [row("Students", plan.students), row("Classes", plan.classes), row("Teachers", plan.teachers)],
  1,
)}`;
};
