import { type Html, html } from "../shared/html.ts";
import { formatInstant } from "./clock.ts";
import { crumbs, paths, renderPage } from "./layout.ts";
import type { Portal } from "./portal.ts";
import { fieldClass, type RosterField, rosterFields, toUsDate } from "./roster-fields.ts";
import type { PortalClass, PortalStudent } from "./state.ts";

/** A row as it stands in the grid: what the portal holds, or what a person typed and was refused. */
export type GridRow = { engageId: string; cells: Readonly<Record<string, string>> };

export const toGridRow = (student: PortalStudent): GridRow => ({
  engageId: student.engageId,
  cells: { ...student, birthDate: toUsDate(student.birthDate) },
});

/** Active students by name, then the inactive ones. */
export const studentsOf = ({ state }: Portal, section: PortalClass): PortalStudent[] =>
  state.students
    .filter((student) => student.classInternalId === section.internalId)
    .sort(
      (a, b) =>
        a.status.localeCompare(b.status) ||
        a.lastName.localeCompare(b.lastName, "es") ||
        a.firstName.localeCompare(b.firstName, "es"),
    );

export const options = (list: readonly (readonly [string, string])[], chosen: string): Html[] =>
  list.map(([value, text]) =>
    value === chosen
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`,
  );

const control = (field: RosterField, index: number | string, value: string): Html => {
  const name = `Students[${index}].${field.post}`;
  const required = field.required && html` aria-required="true"`;
  if (!field.options) {
    const hint = field.key === "birthDate" && html` placeholder="MM/DD/YYYY"`;
    return html`<input type="text" name="${name}" value="${value}" aria-label="${field.label}" autocomplete="off"${hint}${required}>`;
  }
  return html`<select name="${name}" aria-label="${field.label}"${required}><option value=""></option>${options(field.options, value)}</select>`;
};

const row = ({ engageId, cells }: GridRow, index: number | string): Html => {
  const kind =
    engageId === "" ? "new-row" : cells.status === "Inactive" ? "student-row is-inactive" : "student-row";
  const number = typeof index === "number" ? index + 1 : "";
  return html`<tr class="${kind}" data-engage-id="${engageId}"><td class="row-number"><span>${number}</span><input type="hidden" name="Students[${index}].EngageId" value="${engageId}"></td>${rosterFields.map(
    (field) =>
      html`<td class="${fieldClass(field.key)}">${control(field, index, cells[field.key] ?? "")}</td>`,
  )}</tr>`;
};

const heading = ({ label, required }: RosterField): Html =>
  html`<th scope="col">${label}${required && html`<span class="required">*</span>`}</th>`;

const search = ({ state }: Portal, chosen: PortalClass | undefined): Html => {
  const school = state.schools.find(({ internalId }) => internalId === chosen?.schoolInternalId);
  const classes = state.classes.filter(({ schoolInternalId }) => schoolInternalId === school?.internalId);
  return html`<form id="roster-search" class="panel search" method="get" action="${paths.roster}">
<label>Community/District<select id="community" name="community">${options([[state.community.engageId, state.community.name]], "")}</select></label>
<label>School<select id="school" name="school"><option value="">Select a school</option>${options(
    state.schools.map(({ engageId, name }) => [engageId, name]),
    school?.engageId ?? "",
  )}</select></label>
<label>Class<select id="class" name="class"><option value="">Select a class</option>${options(
    classes.map(({ engageId, name }) => [engageId, name]),
    chosen?.engageId ?? "",
  )}</select></label>
<button id="search" class="button" type="submit">Search</button></form>`;
};

const context = ({ state }: Portal, section: PortalClass, count: number, inactive: number): Html => {
  const school = state.schools.find(({ internalId }) => internalId === section.schoolInternalId);
  const teacher = state.teachers.find(({ internalId }) => internalId === section.teacherInternalId);
  return html`<div class="roster-context"><div>
<h2 id="roster-class">${section.name}</h2>
<dl class="facts inline"><dt>School</dt><dd><span id="roster-school">${school?.name ?? ""}</span> (<span id="roster-school-id">${section.schoolInternalId}</span>)</dd>
<dt>Class Internal ID</dt><dd id="roster-class-id">${section.internalId}</dd>
<dt>Teacher</dt><dd><span id="roster-teacher">${teacher ? `${teacher.firstName} ${teacher.lastName}` : "Unassigned"}</span> (<span id="roster-teacher-id">${section.teacherInternalId}</span>)</dd></dl>
</div><div class="roster-side"><p><span id="roster-total">${count} ${count === 1 ? "student" : "students"}</span>${inactive > 0 && html` <span class="muted">(${inactive} inactive)</span>`}</p>
<p id="roster-updated" class="muted">Rosters last updated: <time datetime="${state.lastSync}">${formatInstant(Date.parse(state.lastSync))}</time> by automated rostering</p></div></div>`;
};

export type RosterView = {
  section?: PortalClass | undefined;
  /** Rows to show instead of the stored ones, after a refused Submit. */
  rows?: readonly GridRow[];
  problems?: readonly string[];
  saved?: boolean;
};

const messages = ({ problems, saved }: RosterView): Html | false => {
  if (problems && problems.length > 0) {
    return html`<div class="message message-error" role="alert"><p>Nothing was saved.</p><ul>${problems.map((text) => html`<li>${text}</li>`)}</ul></div>`;
  }
  return saved === true && html`<p class="message message-success" role="status">The roster was saved.</p>`;
};

const grid = (portal: Portal, section: PortalClass, rows: readonly GridRow[]): Html => {
  const stored = rows.filter(({ engageId }) => engageId !== "");
  const inactive = stored.filter(({ cells }) => cells.status === "Inactive").length;
  return html`${context(portal, section, stored.length, inactive)}
<form id="roster-form" method="post" action="${paths.roster}?class=${section.engageId}">
<input type="hidden" name="id" value="${section.engageId}">
<div class="grid-bar"><button id="add-student" class="icon-button" type="button" title="Add a student" aria-label="Add a student">+</button><span class="muted"><span class="required">*</span> required</span></div>
<div class="grid-scroll"><table id="roster-grid" class="grid inputs"><thead><tr><th scope="col"><span class="visually-hidden">Row</span></th>${rosterFields.map(heading)}</tr></thead>
<tbody>${rows.map(row)}</tbody></table></div>
<template id="new-row">${row({ engageId: "", cells: { status: "Active", assessmentLanguage: "English" } }, "INDEX")}</template>
<div class="form-foot"><button id="roster-submit" class="button primary" type="submit">Submit</button></div></form>`;
};

/** Class Roster Management: the search form and, for a chosen class, its grid. */
export const renderClassRoster = (portal: Portal, view: RosterView): string => {
  const { section } = view;
  const rows = view.rows ?? (section ? studentsOf(portal, section).map(toGridRow) : []);
  const content = html`${messages(view)}${search(portal, section)}${section && grid(portal, section, rows)}`;
  const trail = [crumbs.dashboard, crumbs.tools, crumbs.classes];
  return renderPage({ title: "Class Roster Management", trail, content, wide: true });
};
