import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createClock, makeSchedule } from "../shared/clock.ts";
import { type FedRows, feed } from "../shared/fed-rows.ts";
import { html } from "../shared/html.ts";
import { type Change, renderDocument } from "../shared/markup.ts";
import { makePeople, type Person } from "../shared/people.ts";
import {
  type Answer,
  type Asked,
  json,
  notFound,
  page,
  readJson,
  type Served,
  serve,
} from "../shared/serve.ts";

/** A look-alike of Insights rostered through Clever: a single-page application over a JSON interface. See PAGES.md. */

export type Student = Person & { section: string; accommodation: string };
type Portal = FedRows<Student> & { lastSync: number; changed?: Change };
export type InsightsPortal = Served & { portal: Portal };

const schedule = makeSchedule("America/New_York", 1, [0, 1, 2, 3, 4, 5, 6]);
const school = { id: "SCH-204", name: "Rosa Parks Elementary" };
export const sections = [
  { id: "SEC-3A", name: "Grade 3, Room 12", teacher: "Imani Okafor" },
  { id: "SEC-3B", name: "Grade 3, Room 14", teacher: "Peter Lindqvist" },
];
const perPage = 10;
const editable = [
  "firstName",
  "lastName",
  "gradeLevel",
  "birthDate",
  "gender",
  "section",
  "accommodation",
] as const;

const makeSource = (): Student[] =>
  makePeople(204, 37, { grades: [3], digits: 7, stateId: () => "" }).map((person, index) => ({
    ...person,
    section: sections[index < 23 ? 0 : 1]!.id,
    accommodation: "None",
  }));

const byName = (one: Student, other: Student): number =>
  one.lastName.localeCompare(other.lastName) ||
  one.firstName.localeCompare(other.firstName) ||
  (one.id < other.id ? -1 : 1);

const describeClass = (portal: Portal, id: string, at: number): Answer => {
  const section = sections.find((one) => one.id === id);
  if (!section) return notFound;
  const students = portal.rows.filter((one) => one.section === id).sort(byName);
  return json({
    school,
    section,
    sections,
    lastSync: new Date(portal.lastSync).toISOString(),
    total: students.length,
    from: at,
    perPage,
    students: portal.changed === "rows" ? [] : students.slice(at, at + perPage),
    headerOfBirthDate: portal.changed === "columns" ? "Age" : "Birth date",
  });
};

const answer = async (
  portal: Portal,
  clock: { now: () => number; jump: (to: number) => void },
  asked: Asked,
): Promise<Answer> => {
  const { method, path, query, request } = asked;
  const [, api, id] = /^\/api\/(classes|students)(?:\/([\w-]+))?$/.exec(path) ?? [];
  if (method === "GET" && api === "classes")
    return describeClass(portal, id ?? "", Number(query.get("from") ?? 0));
  if (api === "students") {
    const student = portal.rows.find((one) => one.id === id);
    if (method === "POST") {
      const given = await readJson(request);
      const added: Student = {
        ...makeSource()[0]!,
        accommodation: "",
        ...given,
        id: `H${portal.rows.length}`,
      };
      portal.rows.push(added);
      return json(added, 201);
    }
    if (!student) return notFound;
    if (method === "DELETE") {
      portal.rows = portal.rows.filter((one) => one !== student);
      return json({});
    }
    if (method === "PATCH") {
      const given = await readJson(request);
      for (const field of editable) if (given[field] !== undefined) student[field] = given[field];
      return json(student);
    }
  }
  if (method === "POST" && path === "/sync") {
    const at = schedule.nextAfter(clock.now());
    clock.jump(at);
    portal.lastSync = at;
    return json(feed(portal));
  }
  if (path === "/app.js")
    return { status: 200, type: "text/javascript", body: readFileSync(join(import.meta.dirname, "app.js")) };
  if (path === "/plain.css")
    return {
      status: 200,
      type: "text/css",
      body: readFileSync(join(import.meta.dirname, "../shared/plain.css")),
    };
  if (path === "/" || /^\/classes\/[\w-]+\/students$/.test(path)) {
    const body = html`<div id="app"><p>Loading</p></div>`;
    return page(renderDocument({ title: "Insights", body, scripts: ["/app.js"], style: "/plain.css" }));
  }
  return notFound;
};

/** Starts the portal; the night before `clock` (ISO, now where absent) Clever has filled it. */
export const startInsights = async (
  options: { port?: number; clock?: string } = {},
): Promise<InsightsPortal> => {
  const clock = createClock(options.clock === undefined ? Date.now() : Date.parse(options.clock));
  const portal: Portal = {
    rows: [],
    source: makeSource(),
    fed: ["firstName", "lastName", "birthDate", "gender", "gradeLevel", "section"],
    lastSync: schedule.lastBefore(clock.now()),
  };
  feed(portal);
  return { ...(await serve((asked) => answer(portal, clock, asked), options)), portal };
};
