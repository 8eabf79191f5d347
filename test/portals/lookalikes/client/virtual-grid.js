import { AllCommunityModule, createGrid, ModuleRegistry } from "/vendor/ag-grid.js";
import { choice, el, field, findPerson, grades, openDialog, peopleIn, publish, save } from "./kit.js";

ModuleRegistry.registerModules([AllCommunityModule]);

let lastKey = "";
document.addEventListener(
  "keydown",
  ({ key }) => {
    lastKey = key;
  },
  true,
);
/** How the editor was opened, which is the path the mutation is logged under. */
let openedBy = "";
const nameOfOpening = (event) => {
  if (event instanceof KeyboardEvent)
    return event.key === "F2" ? "f2" : event.key === "Enter" ? "enter-key" : "type-over";
  return event instanceof MouseEvent ? "double-click" : lastKey === "F2" ? "f2" : "enter-key";
};

const removeButton = ({ data }) =>
  el(
    "button",
    {
      type: "button",
      class: "icon remove",
      onclick: async () => {
        await save("row-icon", "remove", { student: data.id });
        redraw();
      },
    },
    "✕",
  );

const grid = createGrid(document.querySelector("#grid"), {
  rowData: [],
  getRowId: ({ data }) => data.id,
  rowSelection: { mode: "multiRow" },
  defaultColDef: { sortable: true, filter: true },
  suppressColumnVirtualisation: false,
  columnDefs: [
    { field: "last", headerName: "Last Name *", editable: true, floatingFilter: true },
    { field: "first", headerName: "First Name *", editable: true, floatingFilter: true },
    { field: "id", headerName: "Student Number", width: 140 },
    {
      field: "grade",
      headerName: "Grd",
      width: 110,
      editable: true,
      cellEditor: "agSelectCellEditor",
      cellEditorParams: { values: ["06", "07", "08"] },
    },
    { field: "birthDate", headerName: "Birthdate", width: 130 },
    { headerName: "", width: 70, cellRenderer: removeButton, sortable: false, filter: false },
  ],
  onCellEditingStarted: ({ event, colDef }) => {
    openedBy = colDef.field === "grade" ? "grade-list" : nameOfOpening(event);
  },
  onCellValueChanged: ({ data, colDef, newValue }) =>
    save(lastKey === "Delete" ? "delete-key" : openedBy, "change", {
      student: data.id,
      field: colDef.field,
      value: newValue,
    }),
});

const redraw = () =>
  grid.setGridOption(
    "rowData",
    peopleIn("class").map((person) => ({ ...person })),
  );
redraw();

document.querySelector("#unenroll").addEventListener("click", async () => {
  for (const { id } of grid.getSelectedRows()) await save("bulk-unenroll", "remove", { student: id });
  redraw();
});
document.querySelector("#move").addEventListener("click", async () => {
  const to = document.querySelector("#move-to").value;
  if (!to) return;
  for (const { id } of grid.getSelectedRows())
    await save("bulk-move", "move", { student: findPerson(id).id, to });
  redraw();
});
document.querySelector("#add").addEventListener("click", () =>
  openDialog(
    "New student",
    [field("First name", "first"), field("Last name", "last"), choice("Grade", "grade", grades, "07")],
    async (values) => {
      await save("add-dialog", "add", { ...values, to: "class" });
      redraw();
    },
  ),
);

const cell = (row, column) => `#grid [role=row][row-index="${row}"] [col-id="${column}"]`;
const box = (row) => `#grid [role=row][row-index="${row}"] .ag-checkbox-input`;
const typed = [{ type: "Zoila" }, { key: "Enter" }];
publish({
  more: { scroll: ["#grid", 400] },
  editPaths: [
    {
      name: "double-click",
      kind: "change",
      steps: [{ doubleClick: cell(1, "first") }, { key: "Control+A" }, ...typed],
    },
    {
      name: "enter-key",
      kind: "change",
      steps: [{ click: cell(2, "first") }, { key: "Enter" }, { key: "Control+A" }, ...typed],
    },
    {
      name: "f2",
      kind: "change",
      steps: [{ click: cell(3, "last") }, { key: "F2" }, { key: "End" }, ...typed],
    },
    { name: "type-over", kind: "change", steps: [{ click: cell(4, "last") }, ...typed] },
    {
      name: "grade-list",
      kind: "change",
      steps: [
        { doubleClick: cell(5, "grade") },
        { click: `${cell(5, "grade")} .ag-picker-field-wrapper` },
        { wait: ".ag-select-list-item" },
        { click: ".ag-select-list-item:not(.ag-active-item)" },
      ],
    },
    {
      name: "bulk-unenroll",
      kind: "remove",
      steps: [{ click: box(7) }, { click: box(8) }, { click: "#unenroll" }],
    },
    {
      name: "bulk-move",
      kind: "move",
      steps: [{ click: box(9) }, { choose: ["#move-to", "Live"] }, { click: "#move" }],
    },
    {
      name: "add-dialog",
      kind: "add",
      steps: [
        { click: "#add" },
        { click: "[role=dialog] input[name=first]" },
        { type: "Paz" },
        { click: "[role=dialog] input[name=last]" },
        { type: "Luna" },
        { click: "[data-testid=dialog-save]" },
      ],
    },
    { name: "delete-key", kind: "change", steps: [{ click: cell(10, "first") }, { key: "Delete" }] },
    {
      name: "row-icon",
      kind: "remove",
      steps: [{ scroll: ["#grid", 800] }, { click: "#grid [role=row][row-index='24'] button.remove" }],
    },
  ],
});
