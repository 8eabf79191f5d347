import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Clock, createClock, makeSchedule } from "../shared/clock.ts";
import { type FedRows, feed } from "../shared/fed-rows.ts";
import { type Html, html } from "../shared/html.ts";
import { type Change, options, renderDocument } from "../shared/markup.ts";
import { makePeople, type Person, toIsoDate, toUsDate } from "../shared/people.ts";
import {
  type Answer,
  type Asked,
  goTo,
  json,
  notFound,
  page,
  readForm,
  type Served,
  serve,
} from "../shared/serve.ts";

/** A look-alike of SELweb rostered through Clever: tables from the server inside a frame. See PAGES.md. */

export type Student = Person & { section: string; accommodation: string };
type Portal = FedRows<Student> & { lastSync: number; changed?: Change };
export type SelwebPortal = Served & { portal: Portal };

const schedule = makeSchedule("America/Chicago", 3, [0, 1, 2, 3, 4, 5, 6]);
export const section = { id: "880142", name: "2nd Grade, Ms. Adeyemi", teacher: "Folake Adeyemi" };
const school = { id: "55", name: "Lakeview School" };

const makeSource = (): Student[] =>
  makePeople(55, 14, { grades: [2], digits: 6, stateId: () => "" }).map((person) => ({
    ...person,
    section: section.id,
    accommodation: "None",
  }));

type Key = "lastName" | "firstName" | "id" | "gradeLevel" | "gender" | "birthDate" | "accommodation";
const columns: readonly (readonly [Key, string])[] = [
  ["lastName", "Last name"],
  ["firstName", "First name"],
  ["id", "Student number"],
  ["gradeLevel", "Grade"],
  ["gender", "Gender"],
  ["birthDate", "Birth date"],
  ["accommodation", "Accommodation"],
];

const shown = (student: Student, key: Key): string =>
  key === "birthDate" ? toUsDate(student.birthDate) : student[key];

const input = (key: Key, value: string): Html =>
  key === "accommodation"
    ? html`<select name="accommodation" aria-label="Accommodation">${options(
        ["None", "Read aloud", "Extra time"].map((text) => [text, text] as const),
        value,
      )}</select>`
    : html`<input name="${key}" value="${value}" aria-label="${key}">`;

const row = (student: Student, isOpen: boolean): Html =>
  html`<tr class="student" data-row="${student.id}">${columns.map(
    ([key]) => html`<td>${isOpen ? input(key, shown(student, key)) : shown(student, key)}</td>`,
  )}<td>${
    isOpen
      ? html`<input type="hidden" name="row" value="${student.id}">`
      : html`<a class="edit" href="?edit=${student.id}" title="Edit" aria-label="Edit">&#9998;</a>`
  } <button class="remove" type="submit" name="remove" value="${student.id}" title="Remove" aria-label="Remove">&times;</button></td></tr>`;

const renderFrame = (portal: Portal, query: URLSearchParams): string => {
  const rows = portal.rows.filter((one) => one.section === section.id);
  const [visible, header] = [
    portal.changed === "rows" ? rows.slice(3) : rows,
    portal.changed === "columns" ? columns.filter(([key]) => key !== "id") : columns,
  ];
  const body = html`<h1>Section roster</h1>
<div id="section" data-section="${section.id}" data-school="${school.id}"><b class="section-name">${section.name}</b>,
<span class="school-name">${school.name}</span>, <span class="teacher-name">${section.teacher}</span></div>
${query.has("saved") && html`<p class="message" role="status">Saved.</p>`}
<form id="roster-form" method="post"><p><span class="roster-count">${rows.length} students</span>
<button id="add-student" type="submit" name="add" value="1">Add a student</button></p>
<table class="roster"><thead><tr>${header.map(([, words]) => html`<th>${words}</th>`)}<th></th></tr></thead>
<tbody>${visible.map((student) => row(student, query.get("edit") === student.id))}</tbody></table>
<p><button id="save-roster" type="submit" name="save" value="1">Save</button></p></form>
<p class="last-sync">Updated through Clever: <time datetime="${new Date(portal.lastSync).toISOString()}">${schedule.format(portal.lastSync)}</time></p>`;
  return renderDocument({ title: "SELweb: section roster", body, style: "/plain.css" });
};

const post = (portal: Portal, form: URLSearchParams): Answer => {
  const remove = form.get("remove");
  if (remove !== null) portal.rows = portal.rows.filter(({ id }) => id !== remove);
  const student = portal.rows.find(({ id }) => id === form.get("row"));
  if (form.has("add")) {
    const id = `N${portal.rows.length}`;
    portal.rows.push({ ...makeSource()[0]!, id, firstName: "", lastName: "" });
    return goTo(`/frame/section?edit=${id}`);
  }
  if (student && form.has("save")) {
    for (const [key] of columns) {
      const value = form.get(key)?.trim() ?? student[key];
      student[key] = key === "birthDate" ? toIsoDate(value) : value;
    }
  }
  return goTo("/frame/section?saved=1");
};

const answer = async (
  portal: Portal,
  clock: Clock,
  { method, path, query, request }: Asked,
): Promise<Answer> => {
  if (path === "/frame/section") {
    return method === "POST" ? post(portal, await readForm(request)) : page(renderFrame(portal, query));
  }
  if (method === "POST" && path === "/sync") {
    const at = schedule.nextAfter(clock.now());
    clock.jump(at);
    portal.lastSync = at;
    return json(feed(portal));
  }
  if (path === "/plain.css") {
    const body = readFileSync(join(import.meta.dirname, "../shared/plain.css"));
    return { status: 200, type: "text/css", body };
  }
  if (path !== "/") return notFound;
  const body = html`<h1>SELweb</h1><iframe name="body" title="SELweb" src="/frame/section"></iframe>`;
  return page(renderDocument({ title: "SELweb", body, style: "/plain.css" }));
};

/** Starts the portal; the night before `clock` (ISO, now where absent) Clever has filled it. */
export const startSelweb = async (options: { port?: number; clock?: string } = {}): Promise<SelwebPortal> => {
  const clock = createClock(options.clock === undefined ? Date.now() : Date.parse(options.clock));
  const portal: Portal = {
    rows: [],
    source: makeSource(),
    fed: ["firstName", "lastName", "birthDate", "gender", "gradeLevel", "section"],
    lastSync: schedule.lastBefore(clock.now()),
  };
  feed(portal);
  return { ...(await serve((asked) => answer(portal, clock, asked), { ...options, frames: true })), portal };
};
