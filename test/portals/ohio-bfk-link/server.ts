import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Clock, createClock, makeSchedule } from "../shared/clock.ts";
import { type FedRows, feed } from "../shared/fed-rows.ts";
import { type Html, html } from "../shared/html.ts";
import { type Change, options, renderDocument } from "../shared/markup.ts";
import { makePeople, type Person } from "../shared/people.ts";
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

/** A look-alike of Ohio's roster verification: a WebForms page with postbacks, open in its phase only. See PAGES.md. */

export type Claim = Person & { entry: string; exit: string; percent: string; comment: string };
type Phase = { id: string; from: string; to: string };
type Portal = FedRows<Claim> & { phases: Phase[]; clock: Clock; changed?: Change };
export type OhioPortal = Served & { portal: Portal };

const schedule = makeSchedule("America/New_York", 4, [0, 1, 2, 3, 4, 5, 6]);
const months = ["AUG", "SEP", "OCT", "NOV", "DEC", "JAN", "FEB", "MAR", "APR", "MAY"];
const prefix = "ctl00$Main$gvStudents$ctl";

const makeSource = (): Claim[] =>
  makePeople(41, 12, {
    grades: [6],
    digits: 6,
    stateId: (random) => `AE${random.int(1_000_000, 9_999_999)}`,
  }).map((person) => ({ ...person, entry: "AUG", exit: "MAY", percent: "100", comment: "" }));

/** Whether teachers may change their rosters on the portal's own day. */
const isOpen = ({ phases, clock }: Portal): boolean => {
  const today = schedule.localDate(clock.now());
  return phases.some(({ id, from, to }) => id === "teacher-linkage" && from <= today && today <= to);
};

const monthChoices = months.map((month) => [month, month] as const);

const row = (claim: Claim, index: number): Html => {
  const name = `${prefix}${String(index + 2).padStart(2, "0")}`;
  return html`<tr class="student"><td>${claim.lastName}, ${claim.firstName}</td><td>${claim.stateId}</td><td>${claim.id}<input type="hidden" name="${name}$key" value="${claim.id}"></td><td>${claim.gradeLevel}</td>
<td><select name="${name}$entry" aria-label="Entry month">${options(monthChoices, claim.entry)}</select></td>
<td><select name="${name}$exit" aria-label="Exit month">${options(monthChoices, claim.exit)}</select></td>
<td><input name="${name}$percent" value="${claim.percent}" size="4" aria-label="Percent"></td>
<td><input name="${name}$comment" value="${claim.comment}" aria-label="Comment"></td>
<td><a class="delete" href="#" data-target="${name}$delete" title="Delete">&times;</a></td></tr>`;
};

const render = (portal: Portal, message: string): string => {
  const ssid = portal.changed === "columns" ? "Number" : "SSID";
  const headers = [
    "Student",
    ssid,
    "Student ID",
    "Grade",
    "Entry",
    "Exit",
    "% of instruction",
    "Comment",
    "",
  ];
  const shown = portal.changed === "rows" ? portal.rows.slice(0, 4) : portal.rows;
  const body = html`<form id="aspnetForm" method="post" action="/BFK/VerifyRoster.aspx"><input type="hidden" name="__VIEWSTATE" value="dDw1"><input type="hidden" name="__EVENTTARGET" value="">
<h1>Verify Class Roster</h1>${message !== "" && html`<p class="message" role="status">${message}</p>`}
<table><tr><td><span id="ctl00_Main_lblBuilding" data-irn="012345">Maple Hill Middle School</span></td><td><span id="ctl00_Main_lblClass" data-class="C-6M">Grade 6 Mathematics</span></td>
<td><span id="ctl00_Main_lblTeacher" data-educator="OH3019384">Daniel Kowalski</span></td><td><span id="ctl00_Main_lblCount">${portal.rows.length} students</span></td></tr></table>
<table id="ctl00_Main_gvStudents"><tr class="header">${headers.map((text) => html`<th>${text}</th>`)}</tr>${shown.map(row)}</table>
<p><input type="button" id="ctl00_Main_btnAddMissing" value="Add Missing Student" data-target="ctl00$Main$btnAddMissing">
<input type="submit" id="ctl00_Main_btnSave" name="ctl00$Main$btnSave" value="Save"></p></form>`;
  return renderDocument({ title: "BFK Link CE", body, scripts: ["/postback.js"], style: "/plain.css" });
};

const postBack = (portal: Portal, form: URLSearchParams): Answer => {
  if (!isOpen(portal)) return page(render(portal, "This roster is closed. Nothing was saved."), 403);
  const target = form.get("__EVENTTARGET") ?? "";
  const deleted = form.get(target.replace(/\$delete$/, "$key"));
  for (const [name, id] of form) {
    const claim = name.endsWith("$key") ? portal.rows.find((one) => one.id === id) : undefined;
    const value = (field: string) => form.get(name.replace(/\$key$/, `$${field}`));
    if (!claim) continue;
    for (const field of ["entry", "exit", "percent", "comment"] as const)
      claim[field] = value(field) ?? claim[field];
  }
  if (target.endsWith("$delete")) portal.rows = portal.rows.filter(({ id }) => id !== deleted);
  if (target.endsWith("$btnAddMissing"))
    portal.rows.push({
      ...makePeople(99, 1, { grades: [6], digits: 6, stateId: () => "AE9999999" })[0]!,
      entry: "AUG",
      exit: "MAY",
      percent: "100",
      comment: "added",
    });
  return goTo("/BFK/VerifyRoster.aspx?saved=1");
};

const answer = async (portal: Portal, { method, path, query, request }: Asked): Promise<Answer> => {
  if (path === "/BFK/VerifyRoster.aspx") {
    if (method === "POST") return postBack(portal, await readForm(request));
    return page(render(portal, query.has("saved") ? "Saved." : ""));
  }
  if (method === "POST" && path === "/sync") {
    portal.clock.jump(schedule.nextAfter(portal.clock.now()));
    // Who is on a roster is the verification's own matter; the load brings names, grades and identifiers.
    const held = new Set(portal.rows.map(({ id }) => id));
    const added = portal.rows.filter(({ id }) => !portal.source.some((one) => one.id === id));
    const load = {
      rows: portal.rows,
      fed: portal.fed,
      source: [...portal.source.filter(({ id }) => held.has(id)), ...added],
    };
    const counts = feed(load);
    portal.rows = load.rows;
    return json(counts);
  }
  if (path === "/postback.js")
    return {
      status: 200,
      type: "text/javascript",
      body: readFileSync(join(import.meta.dirname, "postback.js")),
    };
  if (path === "/plain.css")
    return {
      status: 200,
      type: "text/css",
      body: readFileSync(join(import.meta.dirname, "../shared/plain.css")),
    };
  return path === "/" ? goTo("/BFK/VerifyRoster.aspx") : notFound;
};

/** Starts the portal. `phases` are its own dates (ISO, both days included); `clock` is now where absent. */
export const startOhio = async (options: {
  port?: number;
  clock?: string;
  phases: Phase[];
}): Promise<OhioPortal> => {
  const source = makeSource();
  const portal: Portal = {
    rows: source.map((claim) => ({ ...claim })),
    source,
    fed: ["firstName", "lastName", "gradeLevel", "stateId"],
    phases: options.phases,
    clock: createClock(options.clock === undefined ? Date.now() : Date.parse(options.clock)),
  };
  return { ...(await serve((asked) => answer(portal, asked), options)), portal };
};
