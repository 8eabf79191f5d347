import { type Html, html } from "../shared/html.ts";
import { options } from "../shared/markup.ts";
import {
  type Assignment,
  assignments,
  caseloadOf,
  me,
  type Portal,
  type Student,
  schedule,
  school,
  staff,
} from "./state.ts";

const words: Record<Assignment, string> = {
  pointPersonAttendance: "Attendance Point Person",
  pointPersonAcademic: "Academic Point Person",
  pointPersonRegents: "Regents Point Person",
  supportLead: "Support Lead",
};

const people = [["", "None"] as const, ...staff.map((name) => [name, name] as const)];

const row = (student: Student): Html =>
  html`<tr class="student"><td><input type="checkbox" name="pick" value="${student.id}" aria-label="Pick"></td>
<td><a href="/students/${student.id}">${student.lastName}, ${student.firstName}</a></td><td>${student.id}</td><td>${student.gradeLevel}</td>
<td><select name="officialClass" aria-label="Official class">${options(
    ["501", "502", "503"].map((text) => [text, text] as const),
    student.officialClass,
  )}</select></td><td><input name="advisor" value="${student.advisor}" aria-label="Advisor"></td>
${assignments.map((key) => html`<td><select name="${key}" aria-label="${words[key]}">${options(people, student[key])}</select></td>`)}
<td><input name="note" value="${student.note}" aria-label="Note"></td></tr>`;

/** The caseload: header and body in two tables, every control saved by itself, and Batch Actions over the picked rows. */
export const renderCaseload = (portal: Portal): Html => {
  const students = caseloadOf(portal);
  const shown = portal.changed === "rows" ? [] : students;
  const headers = [
    "",
    "Student",
    portal.changed === "columns" ? "Number" : "OSIS",
    "Grade",
    "Official Class",
    "Advisor",
    ...assignments.map((key) => words[key]),
    "Note",
  ];
  return html`<h1>My caseload</h1>
<p><span id="school" data-dbn="${school.dbn}">${school.name}</span>, <a id="caseload-of" href="/staff/${me.id}">${me.name}</a>,
<span id="access-level" data-level="${portal.level}">${portal.level}</span></p>
<p id="racl-read">RACL read: <time datetime="${new Date(portal.raclRead).toISOString()}">${schedule.format(portal.raclRead)}</time></p>
<p><span id="seen">Showing ${students.length} of ${students.length}</span></p>
<div id="batch-actions" role="group" aria-label="Batch Actions">${assignments.map(
    (key) => html`<button type="button" data-assign="${key}">Assign ${words[key]}</button>`,
  )}<button type="button" data-assign="officialClass">Move to 502</button></div>
<div class="caseload split"><table class="grid-head"><thead><tr>${headers.map((text) => html`<th>${text}</th>`)}</tr></thead></table>
<table class="grid-body"><tbody>${shown.map(row)}</tbody></table></div>
<p id="saved" role="status"></p>`;
};
