import { publish } from "./kit.js";

const template = document.querySelector("#new-row");
let added = 0;

document.querySelector("#add-row").addEventListener("click", () => {
  const row = template.content.querySelector("tr").cloneNode(true);
  added += 1;
  for (const control of row.querySelectorAll("[name]"))
    control.setAttribute("name", control.getAttribute("name").replace("new0", `new${added}`));
  document.querySelector("#students tbody").append(row);
  row.querySelector("input").focus();
});

const control = (index, name) => `#students tbody tr:nth-child(${index}) [name$="[${name}]"]`;
const submit = { click: "#submit" };
const retype = (index, name, words) => [
  { focus: control(index, name) },
  { key: "Control+A" },
  { type: words },
  submit,
];
const chosen = document.querySelector(control(5, "grade"));
const otherGrade = [...chosen.options].map(({ value }) => value).find((value) => value !== chosen.value);
publish({
  editPaths: [
    { name: "type-in-first-name", kind: "change", steps: retype(2, "first", "Zoila") },
    {
      name: "type-in-last-name",
      kind: "change",
      steps: [{ click: control(3, "last") }, { type: "z" }, submit],
    },
    { name: "type-in-birth-date", kind: "change", steps: retype(4, "birthDate", "2021-03-04") },
    { name: "choose-grade", kind: "change", steps: [{ choose: [control(5, "grade"), otherGrade] }, submit] },
    { name: "inactivate", kind: "remove", steps: [{ choose: [control(6, "status"), "Inactive"] }, submit] },
    {
      name: "add-row",
      kind: "add",
      steps: [
        { click: "#add-row" },
        { type: "Paz" },
        { key: "Tab" },
        { key: "Tab" },
        { type: "Luna" },
        { key: "Tab" },
        { key: "Tab" },
        { key: "Tab" },
        { type: "7654321" },
        submit,
      ],
    },
  ],
});
