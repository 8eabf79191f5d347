import { type Html, html } from "../shared/html.ts";
import { options } from "./class-roster-page.ts";
import { formatInstant } from "./clock.ts";
import { crumbs, paths, renderPage } from "./layout.ts";
import type { Portal } from "./portal.ts";
import type { Upload } from "./state.ts";

const trail = [crumbs.dashboard, crumbs.tools, crumbs.classes, crumbs.central];
const modes = [
  ["partial", "Partial: the file holds some classes"],
  ["complete", "Complete: the file holds all classes; students not in it become inactive"],
] as const;

const size = (bytes: number) =>
  bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024).toLocaleString("en-US")} KB`;

const uploadRow = (upload: Upload): Html => {
  const total = upload.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const kind = `upload-status status-${upload.status.toLowerCase().replaceAll(" ", "-")}`;
  return html`<tr class="upload-row" data-upload-id="${upload.id}">
<td>${upload.id}</td><td>${upload.files.map(({ name }) => name).join(", ")}</td><td class="number">${size(total)}</td>
<td>${upload.mode === "complete" ? "Complete" : "Partial"}</td><td><time datetime="${upload.receivedAt}">${formatInstant(Date.parse(upload.receivedAt))}</time></td>
<td><span class="${kind}">${upload.status}</span></td>
<td><div class="actions">${
    upload.status === "Uploaded" &&
    html`<form method="post" action="${paths.universal}/${upload.id}/process"><button class="upload-play" type="submit" title="Process" aria-label="Process ${upload.id}">&#9654;</button></form>`
  }<a class="upload-log" href="${paths.universal}/${upload.id}/log" title="Log" aria-label="Log of ${upload.id}"><span aria-hidden="true"></span></a></div></td></tr>`;
};

/** Universal Roster: the upload form and the uploads so far. */
export const renderUniversalRoster = ({ state }: Portal, problem?: string): string => {
  const content = html`${problem !== undefined && html`<p class="message message-error" role="alert">${problem}</p>`}
<form id="upload-form" class="panel upload" method="post" action="${paths.universal}" enctype="multipart/form-data">
<label>Community/District<input id="upload-community" name="community" list="communities" placeholder="Type and select" autocomplete="off" required></label>
<datalist id="communities"><option value="${state.community.name}"></option></datalist>
<label>Mode<select id="upload-mode" name="mode">${options(modes, "partial")}</select></label>
<label>Choose File<input id="upload-file" name="file" type="file" multiple accept=".zip,.csv,.xlsx" required></label>
<p class="muted">A OneRoster 1.1 zip, its loose CSV files, or the Universal Roster workbook (.xlsx).</p>
<button id="upload-submit" class="button primary" type="submit">Submit</button></form>
<h2>Uploads</h2>
<table id="uploads" class="grid plain"><thead><tr><th scope="col">ID</th><th scope="col">File</th><th scope="col" class="number">Size</th><th scope="col">Mode</th><th scope="col">Uploaded</th><th scope="col">Status</th><th scope="col">Action</th></tr></thead>
<tbody>${state.uploads.map(uploadRow)}${state.uploads.length === 0 && html`<tr><td colspan="7" class="muted">No file has been uploaded yet.</td></tr>`}</tbody></table>`;
  return renderPage({ title: "Universal Roster", trail, content });
};

const countWords: readonly (readonly [keyof NonNullable<Upload["counts"]>, string])[] = [
  ["inserted", "Students added"],
  ["updated", "Students updated"],
  ["moved", "Students moved"],
  ["unchanged", "Students unchanged"],
  ["inactivated", "Students made inactive"],
  ["waiting", "Students waiting for the next run"],
  ["classesCreated", "Classes created"],
  ["classesReassigned", "Classes reassigned"],
  ["ignored", "Rows ignored (not a homeroom)"],
  ["invitations", "Teacher invitations sent"],
];

/** The log of one upload, behind the speech bubble. */
export const renderUploadLog = (upload: Upload): string => {
  const { counts } = upload;
  const content = html`<p>${upload.files.map(({ name }) => name).join(", ")}: <b>${upload.status}</b></p>
${counts && html`<dl class="facts panel">${countWords.map(([key, words]) => html`<dt>${words}</dt><dd>${counts[key].toLocaleString("en-US")}</dd>`)}</dl>`}
<table id="upload-log" class="grid plain"><thead><tr><th scope="col">Kind</th><th scope="col">File</th><th scope="col">Row</th><th scope="col">Message</th></tr></thead>
<tbody>${upload.log.map((line) => html`<tr class="log-${line.level}"><td>${line.level === "error" ? "Error" : "Note"}</td><td>${line.file}</td><td>${line.line}</td><td>${line.message}</td></tr>`)}
${upload.log.length === 0 && html`<tr><td colspan="4" class="muted">Nothing to report.</td></tr>`}</tbody></table>
<p><a href="${paths.universal}">Back to Universal Roster</a></p>`;
  return renderPage({
    title: `Log of ${upload.id}`,
    trail: [...trail, { title: "Universal Roster", path: paths.universal }],
    content,
  });
};
