import { type Html, html } from "../../shared/html.ts";
import type { LookalikePage } from "../page.ts";
import type { PageState } from "../state.ts";

const className = "Rosales AM Pre-K";
const grades = ["PK3", "PK4", "KG"];

const text = (key: string, name: string, label: string, value: string): Html =>
  html`<td><input type="text" name="rows[${key}][${name}]" aria-label="${label}" value="${value}" autocomplete="off"></td>`;

const select = (key: string, name: string, label: string, options: readonly string[], value: string): Html =>
  html`<td><select name="rows[${key}][${name}]" aria-label="${label}">${options.map((option) =>
    option === value
      ? html`<option value="${option}" selected>${option}</option>`
      : html`<option value="${option}">${option}</option>`,
  )}</select></td>`;

const empty = {
  id: "",
  first: "",
  middle: "",
  last: "",
  birthDate: "",
  gender: "F",
  stateId: "",
  grade: "PK4",
  status: "Active",
};

const row = (person: typeof empty, key: string): Html =>
  html`<tr>${text(key, "first", "First", person.first)}${text(key, "middle", "Middle", person.middle)}${text(key, "last", "Last", person.last)}${text(key, "birthDate", "Date of Birth", person.birthDate)}${select(key, "gender", "Gender", ["F", "M"], person.gender)}${text(key, "id", "Student Internal ID", person.id)}${text(key, "stateId", "State Unique ID", person.stateId)}${select(key, "grade", "Grade Level", grades, person.grade)}${select(key, "status", "Status", ["Active", "Inactive"], person.status)}</tr>`;

const headers = [
  "First*",
  "Middle",
  "Last*",
  "Date of Birth*",
  "Gender*",
  "Student Internal ID",
  "State Unique ID (TSDS)",
  "Grade Level*",
  "Status",
];

const body = ({ people }: PageState): Html => {
  const here = people.filter(({ list }) => list === "class");
  return html`<form id="search" action="/input-grid/"><label>School <select name="school"><option>Barton Creek Elementary School</option><option>Rio Vista Primary School</option></select></label>
<label>Class <select name="class"><option>${className}</option></select></label> <button type="submit">Search</button></form>
<h2 id="class-name">${className}</h2><p>${here.length} students</p>
<form id="sheet" method="post" action="/api/input-grid/sheet"><button type="button" id="add-row" title="Add row">+</button>
<table id="students"><thead><tr>${headers.map((words) => html`<th>${words}</th>`)}</tr></thead><tbody>${here.map((person) => row(person, person.id))}</tbody></table>
<button type="submit" class="primary" id="submit">Submit</button></form>
<template id="new-row"><table><tbody>${row(empty, "new0")}</tbody></table></template>`;
};

export const inputGrid: LookalikePage = {
  slug: "input-grid",
  title: "Roster Management",
  kind: "roster",
  about: "always-open inputs, values only in the inputs, + adds rows, one Submit that posts the whole form",
  seed: 88,
  counts: { class: 24 },
  grades,
  rosters: [{ list: "class", className }],
  idFrom: "cell",
  client: "input-grid",
  body,
};
