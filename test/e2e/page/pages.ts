/** Portal pages of the tests, as text: the shape of the profile's page with whatever a test needs to be different. */

export type Row = { id: string; first: string; last: string; status?: string; extra?: string };

const columns = [
  ["first-name", "Student First Name*"],
  ["middle-name", "Student Middle Name"],
  ["last-name", "Student Last Name*"],
  ["birth-date", "Date of Birth*"],
  ["gender", "Gender*"],
  ["internal-id", "Student Internal ID*"],
  ["ethnicity", "Ethnicity*"],
  ["state-id", "State Unique ID"],
  ["grade-level", "Grade Level*"],
  ["assessment-language", "Assessment Language*"],
  ["status", "Status*"],
  ["report-language", "Preferred Report Language"],
] as const;

const input = (value: string): string => `<input type="text" value="${value}">`;
const select = (values: string[], chosen: string): string =>
  `<select><option value=""></option>${values
    .map((value) => `<option value="${value}"${value === chosen ? " selected" : ""}>${value}</option>`)
    .join("")}</select>`;

export const row = (
  { id, first, last, status = "Active", extra = "" }: Row,
  kind = "student-row",
): string => {
  const cells: Record<string, string> = {
    "first-name": input(first),
    "middle-name": input(""),
    "last-name": input(last),
    "birth-date": input("03/14/2022"),
    gender: select(["Male", "Female"], "Female"),
    "internal-id": input(id),
    ethnicity: select(["Hispanic", "Not-Hispanic"], "Hispanic"),
    "state-id": input("1234567890"),
    "grade-level": `<select><option value="PK" selected>Pre-Kindergarten</option></select>`,
    "assessment-language": select(["English", "Spanish"], "English"),
    status: select(["Active", "Inactive"], status),
    "report-language": select(["English", "Spanish"], ""),
  };
  const body = columns.map(([name]) => `<td class="field-${name}">${cells[name]}</td>`).join("");
  return `<tr class="${kind}"><td>${extra}</td>${body}</tr>`;
};

export const students: Row[] = [
  { id: "1001", first: "Ana María", last: "Núñez" },
  { id: "1002", first: "Ben", last: "Okafor" },
  { id: "1003", first: "Chen", last: "Li", status: "Inactive" },
];

export const rosterPage = (
  options: {
    rows?: string;
    header?: string;
    total?: string;
    inForm?: string;
    after?: string;
    head?: string;
    classId?: string;
  } = {},
): string => `<!doctype html><html lang="en"><head><title>Portal</title>${options.head ?? ""}</head><body>
<h1> Class  Roster <b>Management</b></h1>
<h2 id="roster-class">Room 4</h2><span id="roster-school">Barton Creek</span> <span id="roster-school-id">000917101</span>
<span id="roster-class-id">${options.classId ?? "CLS-1"}</span><span id="roster-teacher">Nevaeh Chen</span> <span id="roster-teacher-id">T004120</span>
<p id="roster-updated"><time datetime="2026-11-20T08:00:00Z">yesterday</time></p>
<p id="roster-total">${options.total ?? "3 students"}</p>
<form id="roster-form" method="post" action="/save">${options.inForm ?? ""}<button type="button" id="add-student">+</button>
<table id="roster-grid"><thead><tr><th></th>${
  options.header ?? columns.map(([, words]) => `<th>${words}</th>`).join("")
}</tr></thead><tbody>${options.rows ?? students.map((student) => row(student)).join("")}</tbody></table>
<button type="submit" id="roster-submit">Submit</button></form>${options.after ?? ""}</body></html>`;

export const headerWithout = (name: string): string =>
  columns.map(([, words]) => `<th>${words === name ? "Room" : words}</th>`).join("");

/** The upload page; what its own code sees of the input is kept in `seenByPage`, what it would send in `sent`. */
export const uploadPage = (
  after = "",
): string => `<!doctype html><html lang="en"><body><h1>Universal Roster</h1>
<form id="upload-form" method="post" action="/upload"><label>Mode <select id="upload-mode"><option value="partial">Partial</option>
<option value="complete">Complete</option></select></label>
<p><label>Choose File <input type="file" id="upload-file" name="file" multiple></label></p>
<button id="upload-submit" type="submit">Submit</button></form>
<script>
  window.seenByPage = [];
  window.sent = [];
  const input = document.querySelector("#upload-file");
  for (const type of ["input", "change", "drop"]) {
    window.addEventListener(type, (event) => window.seenByPage.push(type + ":" + (event.target.files?.length ?? 0)), true);
  }
  document.querySelector("#upload-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    window.sent.push(await Promise.all([...input.files].map(async (file) => file.name + "=" + (await file.text()))));
  });
</script>${after}</body></html>`;
