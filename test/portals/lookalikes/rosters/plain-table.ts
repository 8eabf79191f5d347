import { type Html, html } from "../../shared/html.ts";
import type { LookalikePage } from "../page.ts";
import type { Person } from "../people.ts";
import type { PageState } from "../state.ts";
import { bin, pencil } from "./icons.ts";

const slug = "plain-table";

const heading = html`<tr><th><span class="sr-only">Profile picture</span></th><th class="sorted"><a href="#sort=name">Student <span aria-hidden="true">▲</span><span class="sr-only">sorted ascending</span></a></th>
<th><a href="#sort=number">Student ID <span aria-hidden="true">↕</span></a></th><th><a href="#sort=grade">Grade <span aria-hidden="true">↕</span></a></th><th>Date of Birth*</th><th></th></tr>`;

const comment: Html = { markup: "<!-- name -->" };

const row = (person: Person): Html => {
  const remove = new URLSearchParams({ student: person.id, path: "icon-link-get", next: "back" });
  const middle = person.middle && ` ${person.middle[0]}.`;
  return html`<tr class="center"><td><span class="avatar" aria-hidden="true">${person.first[0]}${person.last[0]}</span></td>
<td>${comment}<span class="avatar">${person.first[0]}${person.last[0]}</span><a href="/students/${person.id}">${person.last}, ${person.first}${middle}</a></td>
<td>${person.id}</td><td>${person.grade}</td><td>${person.birthDate}</td>
<td><a href="#edit" class="icon edit" data-student="${person.id}">${pencil}</a><a class="icon drop" href="/api/${slug}/remove?${String(remove)}">${bin}</a></td></tr>`;
};

const rows = (people: readonly Person[]): Html[] =>
  people.flatMap((person, index) => (index > 0 && index % 20 === 0 ? [heading, row(person)] : [row(person)]));

const filler = html`<tr class="filler"><td>&nbsp;</td><td>&nbsp;</td><td></td><td></td><td></td><td></td></tr>`;

/** The table of search boxes has the roster's headers and no student. */
const filter = html`<table class="linkDescList"><thead><tr><th>Student</th><th>Student ID</th><th>Grade</th></tr></thead>
<tbody><tr><td><input aria-label="Name contains"></td><td><input aria-label="ID is"></td><td><select aria-label="Grade is"><option>All</option><option>07</option><option>08</option></select></td></tr></tbody></table>
<p><button type="button" id="apply-filter">Apply filter</button></p>`;

const enroll = (others: readonly Person[]): Html =>
  html`<form method="post" action="/api/${slug}/add" id="enroll-form"><input type="hidden" name="path" value="enroll-form"><input type="hidden" name="next" value="back">
<label>Enroll a student <select name="student">${others.map(
    ({ id, first, last }) => html`<option value="${id}">${last}, ${first}</option>`,
  )}</select></label> <button type="submit">Enroll</button></form>`;

const body = ({ people }: PageState): Html => {
  const here = people.filter(({ list }) => list === "class");
  const others = people.filter(({ list }) => list === "other");
  return html`<table class="layout"><tr><td>
${filter}
<p id="class-name">Mathematics 7 - Section 3 (Quinn)</p>
<p>Results 1 to ${here.length} of ${here.length}</p>
<p><button type="button" id="add-student">Add a student ...</button></p>
<table class="linkDescList grid" id="students"><thead>${heading}</thead><tbody>${rows(here)}${filler}${filler}</tbody></table>
${enroll(others)}</td></tr></table>`;
};

export const plainTable: LookalikePage = {
  slug,
  title: "Class List",
  kind: "roster",
  about:
    "plain table, server-rendered; headers repeated every 20 rows, polluted headers, filler rows, a decoy filter table, icon-only links, edits by GET and by form",
  seed: 11,
  counts: { class: 44, other: 9 },
  grades: ["07"],
  rosters: [{ list: "class", className: "Mathematics 7 - Section 3 (Quinn)" }],
  idFrom: "cell",
  client: slug,
  body,
};
