import { describeTitle } from "../../findings/describe.ts";
import type { Report } from "../../findings/report.ts";
import type { SchoolCounts } from "../by-school.ts";
import { formatCount, html, type Markup, sayCount } from "./markup.ts";
import { showFiles, showFinding, showNotChecked, showPlan, showSchools } from "./sections.ts";
import { style } from "./style.ts";

type Options = {
  /** By school, when the format tells schools. */
  schools: readonly SchoolCounts[];
  /** Whether the report's values are masked, to say so. */
  masked: boolean;
};

const firstCauses = 5;

const verdictWords = {
  accept: { word: "✓ Accepted", says: "No fault was found." },
  reject: { word: "✕ Rejected", says: "Mend what is below before the files are sent." },
  "could-not-check": {
    word: "? Could not check",
    says: "Not everything could be read, so nothing is called good.",
  },
} as const;

/**
 * The report as one page that needs nothing else: no script, no other file, every value escaped. In pieces, so that a
 * large one is never whole in memory. Mask the report first unless names were asked for.
 */
export function* makeHtml(report: Report, { schools, masked }: Options): Generator<string> {
  const { word, says } = verdictWords[report.verdict];
  const { faults, warnings, notes, rows } = report.totals;
  yield html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${word.slice(2)}: roster check of ${report.date}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<main>
<h1>Roster check</h1>
<section class="verdict ${report.verdict}" aria-label="Verdict">
<p class="word">${word}</p>
<p>${says} ${sayCount(faults, "fault")}, ${sayCount(warnings, "warning")} and ${sayCount(notes, "note")} in ${sayCount(rows, "row")}.</p>
</section>
${showFacts(report, masked)}
`.markup;
  const parts = listParts(report, schools);
  yield html`<nav aria-label="Contents"><h2>Contents</h2><ul>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
`.markup;
  for (const { id, title, make } of parts) {
    yield html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2>
`.markup;
    for (const piece of make()) yield piece.markup;
    yield "</section>\n";
  }
  yield html`</main>
<footer><p>Made by Rosterguard ${report.tool.version} on the machine that read the files; nothing was sent anywhere.</p></footer>
</body>
</html>
`.markup;
}

type Part = { id: string; title: string; make: () => Iterable<Markup> };

const listParts = (report: Report, schools: readonly SchoolCounts[]): Part[] => {
  const { findings, notChecked, plan } = report;
  const parts: (Part | false)[] = [
    findings.length > 0 && { id: "first", title: "What to mend first", make: () => [showFirst(report)] },
    {
      id: "findings",
      title: `Findings (${formatCount(findings.length)})`,
      make: () => (findings.length > 0 ? eachOf(findings) : [html`<p>There are none.</p>`]),
    },
    { id: "files-part", title: "By file", make: () => [showFiles(report)] },
    schools.length > 0 && { id: "schools-part", title: "By school", make: () => [showSchools(schools)] },
    notChecked.length > 0 && {
      id: "not-checked",
      title: "Not checked",
      make: () => [showNotChecked(report)],
    },
    plan !== null && { id: "plan", title: "What the upload will do", make: () => [showPlan(plan)] },
  ];
  return parts.filter((part) => part !== false);
};

const showFacts = (report: Report, masked: boolean): Markup => {
  const { format, system, date } = report;
  const facts: [string, string][] = [
    ["Format", `${format.id} (${Math.round(format.confidence * 100)} % certain)`],
    ["Receiver", system ?? "none named"],
    ["Made for", date],
    [
      "Values",
      masked
        ? "shown as their shape only (Aaaa-99), so that the page can be passed on"
        : "shown as they are in the files: this page holds personal data",
    ],
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
`;
};

/** The root causes where there are some; findings no cause explains come with causes before effects. */
const showFirst = ({ causes = [], findings }: Report): Markup => {
  const left = findings.filter(
    ({ cause, acknowledged }) => cause === undefined && acknowledged === undefined,
  );
  const items = [
    ...causes.map(
      ({ title, count, proof, fix, repairable }) =>
        html`<li><strong>${title}</strong>: explains ${sayCount(count, "row")}. ${proof} ${fix}${repairable && " “rosterguard repair” makes a corrected copy."}</li>
`,
    ),
    ...left.slice(0, Math.max(0, firstCauses - causes.length)).map(
      ({ rule, message, fix, count }) =>
        html`<li><strong>${describeTitle(rule)}</strong> (${formatCount(count)}). ${message} ${fix}</li>
`,
    ),
  ];
  return items.length > 0
    ? html`<ol class="causes">${items}</ol>`
    : html`<p>Nothing: all of it is acknowledged.</p>`;
};

/** One at a time: a report may hold many findings of a thousand places. */
function* eachOf(findings: Report["findings"]): Generator<Markup> {
  for (const finding of findings) yield showFinding(finding);
}
