import { type Html, html } from "../../shared/html.ts";
import type { LookalikePage } from "../page.ts";

const className = "English 8 - Period 2 (Halloran)";
const english = [{ list: "class", className }];
const staffTable =
  (): Html => html`<section><h2>Staff of this class</h2><table><thead><tr><th>Name</th><th>ID</th><th>Role</th></tr></thead>
<tbody><tr><td>Halloran, Bridget</td><td>900114</td><td>Lead teacher</td></tr><tr><td>Okonkwo, Peter</td><td>900231</td><td>Co-teacher</td></tr><tr><td>Vance, Lorna</td><td>900305</td><td>Aide</td></tr></tbody></table></section>`;

export const splitTable: LookalikePage = {
  slug: "split-table",
  title: "Class Roster List",
  kind: "roster",
  about:
    "free jqGrid: header and body in two tables, Last, First in one cell with its full text in the title; rows edited in place; a list of dropped students beside it",
  seed: 33,
  counts: { class: 28, dropped: 5 },
  grades: ["08"],
  rosters: english,
  idFrom: "cell",
  vendorScripts: ["jquery.js", "jqgrid-words.js", "jqgrid.js"],
  vendorStyles: ["jqgrid.css"],
  client: "split-table",
  body: () => html`<p id="class-name">${className}</p><div class="toolbar"><button type="button" id="withdraw">Withdraw student</button></div>
<table id="roster"></table><h2>Dropped students</h2><table id="dropped"></table>`,
};

export const pagedList: LookalikePage = {
  slug: "paged-list",
  title: "People",
  kind: "roster",
  about:
    "DataTables, pages of 20 from the server without navigation; First Last in one cell, the id only in the link; a staff list beside it; edits by GET XHR",
  seed: 55,
  counts: { class: 60, other: 14 },
  grades: ["06", "07", "08"],
  rosters: [{ list: "class", className: "Advisory 12 (Imani Brooks)" }],
  idFrom: "link",
  client: "paged-list",
  body: () => html`<p id="class-name">Advisory 12 (Imani Brooks)</p><div class="toolbar"><button type="button" id="enroll">Enroll student</button></div>
<div class="columns"><table id="people"></table>${staffTable()}</div>`,
};

export const lazyList: LookalikePage = {
  slug: "lazy-list",
  title: "Course People",
  kind: "roster",
  about:
    "Tabulator, loaded as one scrolls and virtualised; First Last with hidden words, the teacher among the students, editors on click",
  seed: 66,
  counts: { class: 60 },
  grades: ["06", "07", "08"],
  rosters: [{ list: "class", className: "Life Science 7" }],
  idFrom: "cell",
  vendorStyles: ["tabulator.css"],
  client: "lazy-list",
  body: () =>
    html`<p id="class-name">Life Science 7</p><div class="toolbar"><button type="button" id="conclude">Conclude selected</button></div><div id="people"></div>`,
};

export const cards: LookalikePage = {
  slug: "cards",
  title: "Homeroom 204",
  kind: "roster",
  about:
    "cards without any table; the first card is the teacher's; avatar initials, id in a data attribute, a menu on every card, editable names",
  seed: 44,
  counts: { class: 26, other: 5 },
  grades: ["06", "07"],
  rosters: [{ list: "class", className: "Homeroom 204" }],
  idFrom: "data-attribute",
  client: "cards",
  body: () => html`<div class="toolbar"><label>Selected students: <select id="bulk"><option value="">Choose</option><option value="other">Move to Homeroom 205</option></select></label>
<button type="button" id="bulk-go">Apply</button></div><div class="cards" id="cards"></div>`,
};

export const listBoxes: LookalikePage = {
  slug: "list-boxes",
  title: "Group membership",
  kind: "roster",
  about: "two list boxes with move buttons, by double click and keyboard too, one Save without a form",
  seed: 77,
  counts: { class: 24, other: 30 },
  grades: ["07"],
  rosters: [{ list: "class", className: "Reading Intervention B" }],
  idFrom: "option value",
  client: "list-boxes",
  body: () => html`<p id="class-name">Reading Intervention B</p><div class="columns">
<div><label for="members">Students in this group (<span id="members-count"></span>)</label><br><select id="members" multiple size="18"></select></div>
<div><p><button type="button" id="add" aria-label="Add">◄ Add</button></p><p><button type="button" id="remove">Remove ►</button></p><p><button type="button" id="remove-all">Remove all ►►</button></p></div>
<div><label for="candidates">Students not in this group</label><br><select id="candidates" multiple size="18"></select></div></div>
<p><button type="button" id="save" class="primary">Save</button></p>`,
};

export const shadowRoots: LookalikePage = {
  slug: "shadow-roots",
  title: "Section rosters",
  kind: "roster",
  about:
    "a Vaadin grid inside an open shadow root, and a second section in a custom element whose shadow root is closed",
  seed: 100,
  counts: { period1: 30, period2: 24 },
  grades: ["06"],
  rosters: [
    { list: "period1", className: "World History - Period 1" },
    { list: "period2", className: "World History - Period 2" },
  ],
  idFrom: "cell",
  client: "shadow-roots",
  body: () => html`<district-roster></district-roster><sealed-roster></sealed-roster>`,
};

export const classBoards: LookalikePage = {
  slug: "class-boards",
  title: "Class placement",
  kind: "roster",
  about:
    "two classes side by side, drag and drop between them (SortableJS), text that turns into an input on click, row dialogs, bulk actions",
  seed: 111,
  counts: { "room-a": 24, "room-b": 26 },
  grades: ["03"],
  rosters: [
    { list: "room-a", className: "Grade 3 - Room A" },
    { list: "room-b", className: "Grade 3 - Room B" },
  ],
  idFrom: "data-attribute",
  client: "class-boards",
  body: () =>
    html`<div class="toolbar"><button type="button" id="bulk-move">Move checked to the other room</button><button type="button" id="bulk-drop">Withdraw checked</button></div><div class="columns" id="boards"></div>`,
};

export const spanishApp: LookalikePage = {
  slug: "spanish-app",
  title: "Gestión escolar",
  language: "es",
  kind: "roster",
  about:
    "Spanish; Grid.js; Apellidos, Nombre in one cell; one page that never navigates and opens the roster on a click",
  seed: 122,
  counts: { class: 32, other: 6 },
  grades: ["1.º", "2.º", "3.º"],
  rosters: [{ list: "class", className: "Grupo 1.º B" }],
  idFrom: "cell",
  vendorStyles: ["gridjs.css"],
  client: "spanish-app",
  body: () =>
    html`<div class="toolbar"><button type="button" id="show-home">Tablero</button><button type="button" id="show-roster">Lista del grupo</button><button type="button" id="show-calendar">Calendario</button></div><div id="view"></div>`,
};
