import { type Html, html } from "../../shared/html.ts";
import type { LookalikePage } from "../page.ts";
import type { Person } from "../people.ts";
import { change, makeOrdinary, press } from "./ordinary.ts";

const named = ({ last, first }: Person) => `${last}, ${first}`;

/** Names in one table and scores in another, as gradebooks freeze them; "Grade" here is a mark. */
export const gradebook: LookalikePage = makeOrdinary({
  slug: "gradebook",
  title: "Gradebook - Life Science 7",
  about: "two tables joined by row, a score input for every student and assignment",
  seed: 201,
  counts: { class: 26 },
  body: ({
    people,
  }) => html`<div class="toolbar"><label>Term <select id="term" data-act="term"><option>Q1</option><option>Q2</option></select></label><button type="button" id="add-assignment" data-act="add-assignment">Add assignment</button><button type="button" id="save-scores" data-act="save-scores">Save</button></div>
<div class="columns"><table id="studentTable"><thead><tr><th>Student</th><th>Grade</th></tr></thead><tbody>${people.map(
    (one, index) =>
      html`<tr><td class="studentName"><a href="/students/${one.id}">${named(one)}</a></td><td>${["A", "B+", "B", "C"][index % 4]}</td></tr>`,
  )}</tbody></table>
<table id="gridTable"><thead><tr><th>Cells quiz</th><th>Lab 3</th><th>Unit test</th></tr></thead><tbody>${people.map(
    (one, row) =>
      html`<tr>${[0, 1, 2].map((column) => html`<td data-xy="${column},${row}"><input class="score" size="4" data-act="score" aria-label="Score" value="${((row * 7 + column * 13) % 41) + 60}"></td>`)}<td><span class="sr-only">${one.last}</span></td></tr>`,
  )}</tbody></table></div>`,
  actions: [
    {
      name: "score",
      kind: "none",
      steps: [
        { click: "#gridTable tr:nth-child(3) .score" },
        { key: "Control+A" },
        { type: "88" },
        { key: "Tab" },
      ],
    },
    change("term", "#term", "Q2"),
    press("add-assignment", "#add-assignment"),
    press("save-scores", "#save-scores"),
  ],
});

const codes = ["Present", "Absent", "Tardy"];

/** A box per student and a code: attendance is the teacher's to keep, no file overwrites it. */
export const attendance: LookalikePage = makeOrdinary({
  slug: "attendance",
  title: "Attendance - Period 3 - Monday, November 23",
  about: "an attendance log: the class's names and ids with a checkbox and a code each",
  seed: 202,
  counts: { class: 25 },
  body: ({
    people,
  }) => html`<div class="toolbar"><button type="button" id="all-present" data-act="all-present">All present</button><button type="button" id="save" data-act="save-attendance">Save attendance</button></div>
<table id="log"><thead><tr><th>Student</th><th>Student ID</th><th>Absent</th><th>Code</th><th>Comment</th></tr></thead><tbody>${people.map(
    (one) =>
      html`<tr data-student-id="${one.id}"><td>${named(one)}</td><td>${one.id}</td><td><input type="checkbox" data-act="absent" aria-label="Absent"></td><td><select data-act="code" aria-label="Attendance code">${codes.map((code) => html`<option>${code}</option>`)}</select></td><td><input data-act="comment" aria-label="Comment"></td></tr>`,
  )}</tbody></table>`,
  actions: [
    press("absent", "#log tbody tr:nth-child(4) input[type=checkbox]"),
    change("code", "#log tbody tr:nth-child(5) select", "Tardy"),
    {
      name: "comment",
      kind: "none",
      steps: [
        { click: "#log tbody tr:nth-child(6) [data-act=comment]" },
        { type: "bus was late" },
        { key: "Tab" },
      ],
    },
    press("all-present", "#all-present"),
    press("save-attendance", "#save"),
  ],
});

const schools = ["Barton Creek Elementary School", "Rio Vista Primary School", "Live Oak Elementary School"];

export const searchResults: LookalikePage = makeOrdinary({
  slug: "search-results",
  title: 'Search results for "gar"',
  about: "students of many schools found by a search; boxes choose whom to print labels for",
  seed: 203,
  counts: { found: 17 },
  grades: ["02", "05", "08", "11"],
  body: ({
    people,
  }) => html`<div class="toolbar"><label>Search <input id="again" value="gar" data-act="search-again"></label><label>Sort <select id="sort" data-act="sort"><option>Best match</option><option>Name</option></select></label><button type="button" id="print" data-act="print-labels">Print labels</button></div>
<p>Results 1 to 17 of 17</p><table id="results"><thead><tr><th></th><th>Name</th><th>School</th><th>Grade</th><th>Guardian phone</th></tr></thead><tbody>${people.map(
    (one, index) =>
      html`<tr><td><input type="checkbox" data-act="pick-for-print" aria-label="Print a label"></td><td><a href="#profile">${one.first} ${one.last}</a></td><td>${schools[index % 3]}</td><td>${one.grade}</td><td>(512) 555-01${String(index + 10)}</td></tr>`,
  )}</tbody></table>`,
  actions: [
    press("pick-for-print", "#results tbody tr:nth-child(2) input"),
    press("print-labels", "#print"),
    change("sort", "#sort", "Name"),
    { name: "search-again", kind: "none", steps: [{ click: "#again" }, { type: "za" }, { key: "Tab" }] },
  ],
});

const roles = ["Teacher", "Counselor", "Registrar", "Aide"];
const staffRow = (one: Person, index: number): Html =>
  html`<tr><td>${named(one)}</td><td>9${one.id.slice(0, 5)}</td><td>${roles[index % 4]}</td><td>${one.first[0]!.toLowerCase()}${one.id.slice(0, 3)}@bluebonnet.example</td><td><button type="button" class="icon" data-act="edit-staff" title="Edit">✎</button><button type="button" class="icon" data-act="remove-staff" title="Remove">✕</button></td></tr>`;

export const staffList: LookalikePage = makeOrdinary({
  slug: "staff-list",
  title: "Staff",
  about: "names and ids of staff with edit and remove buttons, a button that adds staff",
  seed: 204,
  counts: { staff: 22 },
  body: ({
    people,
  }) => html`<div class="toolbar"><button type="button" id="add-staff" data-act="add-staff">Add staff member</button><input aria-label="Filter" id="filter" data-act="filter"></div>
<table id="staff"><thead><tr><th>Name</th><th>ID</th><th>Role</th><th>Email</th><th></th></tr></thead><tbody>${people.map(staffRow)}</tbody></table>`,
  actions: [
    press("edit-staff", "#staff tbody tr:nth-child(2) [data-act=edit-staff]"),
    press("remove-staff", "#staff tbody tr:nth-child(3) [data-act=remove-staff]"),
    press("add-staff", "#add-staff"),
    { name: "filter", kind: "none", steps: [{ click: "#filter" }, { type: "regis" }, { key: "Tab" }] },
  ],
});
