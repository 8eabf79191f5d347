import { html } from "../../shared/html.ts";
import type { LookalikePage } from "../page.ts";
import { change, makeOrdinary, press, write } from "./ordinary.ts";

const days = ["Mon", "Tue", "Wed", "Thu", "Fri"];

export const calendar: LookalikePage = makeOrdinary({
  slug: "calendar",
  title: "Calendar - November",
  about: "a month grid with events that are dragged, added and opened",
  seed: 205,
  counts: {},
  body: () => html`<div class="toolbar"><button type="button" id="today" data-act="go-to-today">Today</button><button type="button" id="add" data-dialog="Add event" data-dialog-act="add-event">+ Add</button><label>View <select id="view" data-act="view"><option>Month</option><option>Week</option></select></label></div>
<table role="grid" id="month"><thead><tr>${days.map((day) => html`<th>${day}</th>`)}</tr></thead><tbody>${[
    0, 1, 2, 3,
  ].map(
    (week) =>
      html`<tr>${days.map((_day, index) => html`<td role="gridcell" data-drop="move-event">${String(week * 7 + index + 2)}${index === week && html`<div class="event" draggable="true">Parent night, Room ${String(100 + week)}</div>`}</td>`)}</tr>`,
  )}</tbody></table>`,
  actions: [
    press("go-to-today", "#today"),
    {
      name: "add-event",
      kind: "none",
      steps: [{ click: "#add" }, { type: "Fire drill" }, { click: "[data-testid=dialog-save]" }],
    },
    change("view", "#view", "Week"),
    {
      name: "move-event",
      kind: "none",
      steps: [{ drag: ["#month .event", "#month tr:nth-child(2) td:nth-child(4)"] }],
    },
  ],
});

const subjects = ["Homeroom", "English 8", "Algebra I", "Life Science", "Lunch", "World History", "Band"];

export const timetable: LookalikePage = makeOrdinary({
  slug: "timetable",
  title: "Timetable - Room 118",
  about: "periods against days with teachers' names in the cells, each with a small edit button",
  seed: 206,
  counts: {},
  body: () => html`<div class="toolbar"><label>Room <select id="room" data-act="room"><option>118</option><option>204</option></select></label><button type="button" id="publish" data-act="publish-timetable">Publish</button></div>
<table id="periods"><thead><tr><th>Period</th>${days.map((day) => html`<th>${day}</th>`)}</tr></thead><tbody>${subjects.map(
    (subject, index) =>
      html`<tr><td>${String(index + 1)}</td>${days.map(() => html`<td>${subject}<br><small>Whitlock, N.</small> <button type="button" class="icon" data-act="edit-period" aria-label="Edit">✎</button></td>`)}</tr>`,
  )}</tbody></table>`,
  actions: [
    press("edit-period", "#periods tbody tr:nth-child(3) td:nth-child(3) button"),
    change("room", "#room", "204"),
    press("publish-timetable", "#publish"),
  ],
});

const courses = [
  ["MTH-0701", "Mathematics 7", "07", "Quinn, Marisol", "118"],
  ["ELA-0802", "English 8", "08", "Halloran, Bridget", "204"],
  ["SCI-0703", "Life Science", "07", "Adeyemi, Corinne", "131"],
  ["SOC-0604", "World History", "06", "Bloom, Harriet", "122"],
  ["ART-0905", "Studio Art", "09", "Achebe, Desmond", "009"],
  ["MUS-0706", "Band", "07", "Vance, Lorna", "010"],
  ["ALG-0807", "Algebra I", "08", "Okonkwo, Peter", "220"],
  ["PHY-0608", "Physical Education", "06", "Rourke, Dean", "GYM"],
] as const;

/** Course numbers are ids, grades are grades, and the teacher stands as Last, First: no student among them. */
export const catalogue: LookalikePage = makeOrdinary({
  slug: "course-catalogue",
  title: "Course catalogue",
  about: "courses with number, grade and teacher as Last, First; add, edit and remove buttons for courses",
  seed: 207,
  counts: {},
  body: () => html`<div class="toolbar"><button type="button" id="add" data-act="add-course">Add course</button><input id="find" aria-label="Find a course" data-act="find-course"></div>
<table id="courses"><thead><tr><th>ID</th><th>Course</th><th>Grade</th><th>Teacher</th><th>Seats</th><th></th></tr></thead><tbody>${courses.map(
    ([id, name, grade, teacher]) =>
      html`<tr><td>${id}</td><td>${name}</td><td>${grade}</td><td>${teacher}</td><td><input size="3" value="28" aria-label="Seats" data-act="seats"></td><td><button type="button" data-act="request-course">Request</button><button type="button" class="icon" data-act="remove-course" aria-label="Remove">✕</button></td></tr>`,
  )}</tbody></table>`,
  actions: [
    press("add-course", "#add"),
    write("find-course", "#find", "band"),
    write("seats", "#courses tbody tr:nth-child(2) input", "1"),
    press("request-course", "#courses tbody tr:nth-child(3) [data-act=request-course]"),
    press("remove-course", "#courses tbody tr:nth-child(4) [data-act=remove-course]"),
  ],
});

const charts = [34, 61, 48, 80, 72, 55];

export const dashboard: LookalikePage = makeOrdinary({
  slug: "dashboard",
  title: "Dashboard",
  about: "charts, counts by school and grade, alerts that can be dismissed",
  seed: 208,
  counts: {},
  body: () => html`<div class="toolbar"><label>School year <select id="year" data-act="year"><option>2026-2027</option><option>2025-2026</option></select></label><button type="button" id="export" data-act="export-chart">Export</button></div>
<svg width="360" height="100" role="img" aria-label="Enrollment by month">${charts.map((value, index) => html`<rect x="${index * 60}" y="${100 - value}" width="40" height="${value}" fill="#1f5fb4"></rect>`)}</svg>
<table id="counts"><thead><tr><th>School</th><th>Grade</th><th>Students</th><th>Enrolled this week</th><th>Withdrawn</th></tr></thead><tbody>${["Barton Creek", "Rio Vista", "Live Oak"].map((school, index) => html`<tr><td>${school}</td><td>KG-05</td><td>${412 + index * 37}</td><td>${index + 2}</td><td>${index}</td></tr>`)}</tbody></table>
<ul id="alerts"><li>3 students were added last night <button type="button" data-act="dismiss-alert" aria-label="Dismiss">✕</button></li><li>Rosters sync at 2:00 a.m. <button type="button" data-act="dismiss-alert" aria-label="Dismiss">✕</button></li></ul>`,
  actions: [
    change("year", "#year", "2025"),
    press("export-chart", "#export"),
    press("dismiss-alert", "#alerts li:nth-child(1) button"),
  ],
});
