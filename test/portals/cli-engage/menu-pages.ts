import { type Html, html } from "../shared/html.ts";
import { formatInstant, nextSyncAfter } from "./clock.ts";
import { crumbs, paths, renderPage } from "./layout.ts";
import type { Portal } from "./portal.ts";

type Tile = { title: string; text: string; path?: string };

const tiles = (list: readonly Tile[]): Html =>
  html`<ul class="tiles">${list.map((tile) =>
    tile.path === undefined
      ? html`<li class="tile tile-off"><h2>${tile.title}</h2><p>${tile.text}</p></li>`
      : html`<li class="tile"><h2><a href="${tile.path}">${tile.title}</a></h2><p>${tile.text}</p></li>`,
  )}</ul>`;

const nights = ({ state }: Portal): Html => html`<table class="grid plain"><thead><tr>
<th scope="col">Night</th><th scope="col">Added</th><th scope="col">Changed</th><th scope="col">Moved</th><th scope="col">Made inactive</th><th scope="col">Errors</th>
</tr></thead><tbody>${state.nights
  .slice(0, 5)
  .map(
    ({ at, counts, errors }) =>
      html`<tr><td><time datetime="${at}">${formatInstant(Date.parse(at))}</time></td><td>${counts.inserted}</td><td>${counts.updated}</td><td>${counts.moved}</td><td>${counts.inactivated}</td><td>${errors}</td></tr>`,
  )}</tbody></table>`;

/** The page after signing in, with the strip of demo controls at its foot. */
export const renderDashboard = (portal: Portal, played: boolean): string => {
  const now = portal.clock.now();
  const active = portal.state.students.filter(({ status }) => status === "Active").length;
  const content = html`
${played && html`<p class="message message-success" role="status">Tonight's sync has run. It is now ${formatInstant(now)}.</p>`}
<div class="columns"><section class="panel"><h2>My community</h2><dl class="facts">
<dt>Community</dt><dd>${portal.state.community.name} (${portal.state.community.engageId})</dd>
<dt>Schools</dt><dd>${portal.state.schools.length}</dd>
<dt>Classes</dt><dd>${portal.state.classes.length}</dd>
<dt>Active students</dt><dd>${active}</dd></dl>
<p><a class="button" href="${paths.roster}">Class Roster Management</a></p></section>
<section class="panel"><h2>Automated rostering</h2>
<p>Your community sends its rosters Monday to Friday at 2:00 a.m. Central. Next update: <time datetime="${new Date(nextSyncAfter(now)).toISOString()}">${formatInstant(nextSyncAfter(now))}</time>.</p>
${nights(portal)}</section></div>
<section class="demo-strip" aria-label="Demo controls"><b>Demo controls</b>
<span>It is <time id="portal-clock" datetime="${new Date(now).toISOString()}">${formatInstant(now)}</time> in this portal.</span>
<form method="post" action="/nightly"><button id="run-nightly" type="submit">Run tonight's sync</button></form></section>`;
  return renderPage({ title: "Dashboard", trail: [], content });
};

export const renderTools = (): string =>
  renderPage({
    title: "Administrative Tools",
    trail: [crumbs.dashboard],
    content: tiles([
      { title: "Class & Student Management", text: "Classes, rosters and students.", path: paths.classes },
      {
        title: "Central Roster Management",
        text: "Roster a whole community from one file.",
        path: paths.central,
      },
      { title: "Teacher Management", text: "Accounts and invitations of teachers." },
      { title: "School Management", text: "Schools of your community." },
      { title: "Data Management", text: "Exports and transfer requests." },
      { title: "Custom Notifications", text: "Messages for the users of your community." },
    ]),
  });

export const renderClassManagement = (): string =>
  renderPage({
    title: "Class & Student Management",
    trail: [crumbs.dashboard, crumbs.tools],
    content: tiles([
      {
        title: "Class Roster Management",
        text: "See and change the students of one class.",
        path: paths.roster,
      },
      {
        title: "Central Roster Management",
        text: "Roster a whole community from one file.",
        path: paths.central,
      },
      { title: "Student Transfer", text: "Request a student from another community." },
    ]),
  });

export const renderCentralManagement = (): string =>
  renderPage({
    title: "Central Roster Management",
    trail: [crumbs.dashboard, crumbs.tools, crumbs.classes],
    content: tiles([
      {
        title: "Universal Roster",
        text: "Upload teachers, classes and students in one file.",
        path: paths.universal,
      },
      { title: "Templates", text: "Blank workbooks and their instructions." },
    ]),
  });
