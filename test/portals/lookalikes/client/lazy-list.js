import { TabulatorFull as Tabulator } from "/vendor/tabulator.js";
import { el, fullName, publish, save } from "./kit.js";

const teacher = { id: "t1", first: "Corinne", last: "Adeyemi", list: "staff" };
const named = (person) => ({
  ...person,
  name: fullName(person),
  role: "Student",
  active: person.status === "Active",
});

let lastKey = "";
document.addEventListener(
  "keydown",
  ({ key }) => {
    lastKey = key;
  },
  true,
);
document.addEventListener(
  "mousedown",
  () => {
    lastKey = "";
  },
  true,
);
let openedBy = "";

const remove = async (person) => {
  await save("row-menu-conclude", "remove", { student: person.id });
  table.deleteRow(person.id);
};
const openMenu = (event, cell) => {
  document.querySelector(".menu")?.remove();
  const menu = el(
    "ul",
    { class: "menu", role: "menu" },
    el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          onclick: () => {
            menu.remove();
            remove(cell.getData());
          },
        },
        "Conclude enrollment",
      ),
    ),
  );
  menu.style.cssText = `position: fixed; left: ${event.clientX - 150}px; top: ${event.clientY}px; right: auto`;
  document.querySelector("#content-main").append(menu);
};

const keep = (cell) => {
  const { id } = cell.getData();
  const field = cell.getField();
  const value = cell.getValue();
  if (field === "active")
    return save("tick-active", "change", {
      student: id,
      field: "status",
      value: value ? "Active" : "Inactive",
    });
  if (field === "grade") return save("grade-list", "change", { student: id, field, value });
  return save(openedBy, "change", { student: id, field: "first", value: value.split(" ")[0] });
};

const table = new Tabulator("#people", {
  height: 420,
  layout: "fitColumns",
  ajaxURL: "/api/lazy-list/list",
  ajaxResponse: (_url, { page }, answer) => ({
    last_page: answer.last_page,
    data:
      page === 1
        ? [{ ...teacher, name: fullName(teacher), role: "Teacher", grade: "" }, ...answer.data.map(named)]
        : answer.data.map(named),
  }),
  progressiveLoad: "scroll",
  progressiveLoadScrollMargin: 100,
  paginationSize: 20,
  selectableRows: true,
  rowHeader: {
    formatter: "rowSelection",
    titleFormatter: "rowSelection",
    headerSort: false,
    width: 40,
    hozAlign: "center",
    cellClick: (_event, cell) => cell.getRow().toggleSelect(),
  },
  columns: [
    {
      title: "Name",
      field: "name",
      headerFilter: "input",
      editor: "input",
      formatter: (cell) => {
        const { first, last, name } = cell.getData();
        return el(
          "span",
          {},
          el("span", { class: "avatar", "aria-hidden": "true" }, first[0] + last[0]),
          name,
          el("span", { class: "sr-only" }, " view profile"),
        );
      },
    },
    { title: "SIS ID", field: "id", width: 110 },
    {
      title: "Year",
      field: "grade",
      width: 90,
      editor: "list",
      editorParams: { values: ["06", "07", "08"] },
    },
    { title: "Role", field: "role", width: 100 },
    { title: "Active", field: "active", width: 90, formatter: "tickCross", editor: "tickCross" },
    {
      title: "",
      width: 50,
      headerSort: false,
      formatter: () =>
        el("button", { type: "button", class: "icon more", "aria-label": "Administration" }, "⋮"),
      cellClick: openMenu,
    },
  ],
});
table.on("cellEditing", () => {
  openedBy = lastKey === "Tab" ? "name-by-tab" : "name-by-click";
});
table.on("cellEdited", keep);

document.querySelector("#conclude").addEventListener("click", async () => {
  for (const { id } of table.getSelectedData()) {
    await save("bulk-conclude", "remove", { student: id });
    table.deleteRow(id);
  }
});

const cell = (row, field) => `#people .tabulator-row:nth-child(${row}) [tabulator-field="${field}"]`;
table.on("dataProcessed", () => {
  if (window.pageReady) return;
  publish({
    more: { scroll: ["#people .tabulator-tableholder", 300] },
    staff: [teacher],
    editPaths: [
      {
        name: "name-by-click",
        kind: "change",
        steps: [{ click: cell(3, "name") }, { key: "Home" }, { type: "Zo" }, { key: "Enter" }],
      },
      {
        name: "name-by-tab",
        kind: "change",
        steps: [
          { click: cell(3, "name") },
          { key: "Tab" },
          { key: "Escape" },
          { click: cell(4, "name") },
          { key: "Tab" },
          { key: "Tab" },
          { key: "Tab" },
          { key: "Home" },
          { type: "Zo" },
          { key: "Enter" },
        ],
      },
      {
        name: "grade-list",
        kind: "change",
        steps: [{ click: cell(5, "grade") }, { click: ".tabulator-edit-list-item:not(.active)" }],
      },
      {
        name: "tick-active",
        kind: "change",
        steps: [{ click: cell(6, "active") }, { click: `${cell(6, "active")} input` }, { key: "Enter" }],
      },
      {
        name: "row-menu-conclude",
        kind: "remove",
        steps: [{ click: "#people .tabulator-row:nth-child(7) .more" }, { click: ".menu button" }],
      },
      {
        name: "bulk-conclude",
        kind: "remove",
        steps: [
          { click: "#people .tabulator-row:nth-child(3) .tabulator-row-header" },
          { click: "#people .tabulator-row:nth-child(4) .tabulator-row-header" },
          { click: "#conclude" },
        ],
      },
    ],
  });
});
