// The portal's own script: fills the class select by school, adds rows, follows uploads that are being processed.

const school = document.querySelector("#school");
school?.addEventListener("change", async () => {
  const classes = document.querySelector("#class");
  const answer = await fetch(`/classes.json?school=${encodeURIComponent(school.value)}`);
  const options = (await answer.json()).map(({ engageId, name }) => new Option(name, engageId));
  classes.replaceChildren(new Option("Select a class", ""), ...options);
});

const addStudent = document.querySelector("#add-student");
addStudent?.addEventListener("click", () => {
  const body = document.querySelector("#roster-grid tbody");
  const row = document.querySelector("#new-row").content.firstElementChild.cloneNode(true);
  const index = body.rows.length;
  row.querySelector(".row-number span").textContent = String(index + 1);
  for (const control of row.querySelectorAll("[name]"))
    control.name = control.name.replace("INDEX", String(index));
  body.append(row);
  row.querySelector(".field-first-name input").focus();
});

const follow = async () => {
  const uploads = await (await fetch("/uploads.json")).json();
  for (const { id, status } of uploads) {
    const shown = document.querySelector(`.upload-row[data-upload-id="${id}"] .upload-status`);
    if (!shown || shown.textContent === status) continue;
    shown.textContent = status;
    shown.className = `upload-status status-${status.toLowerCase().replaceAll(" ", "-")}`;
  }
  if (uploads.some(({ status }) => status === "Processing")) setTimeout(follow, 400);
};
if (document.querySelector(".status-processing")) setTimeout(follow, 200);
