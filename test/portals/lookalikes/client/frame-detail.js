import { Editors, SlickDataView, SlickGrid, SlickRowSelectionModel } from "/vendor/slickgrid.js";

if (!window.top.kit)
  await new Promise((loaded) => window.top.addEventListener("kit", loaded, { once: true }));
const { listName, peopleIn, publish, save } = window.top.kit;

const make = (name, attributes, words) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = words;
  return made;
};

const nameCell = (_row, _cell, _value, _column, person) =>
  make("a", { href: `/students/${person.id}`, class: "student" }, listName(person));
const dropCell = (_row, _cell, _value, _column, person) =>
  make("a", { href: "#", class: "drop", "data-id": person.id, title: "End enrollment" }, "⊖");

const columns = [
  { id: "name", name: "Student", field: "last", width: 220, formatter: nameCell },
  { id: "first", name: "Preferred", field: "first", width: 140, editor: Editors.Text },
  { id: "grade", name: "Gr.", field: "grade", width: 60, editor: Editors.Text },
  { id: "birthDate", name: "Birth Date", field: "birthDate", width: 110 },
  { id: "drop", name: "", field: "id", width: 50, formatter: dropCell },
];

const view = new SlickDataView();
const grid = new SlickGrid("#grid", view, columns, {
  editable: true,
  autoEdit: false,
  enableCellNavigation: true,
  enableColumnReorder: false,
  frozenColumn: 0,
  rowHeight: 26,
});
grid.setSelectionModel(new SlickRowSelectionModel());

const draw = () => {
  view.setItems(peopleIn("class").map((person) => ({ ...person })));
  grid.invalidate();
};
draw();

let way = "slick-double-click";
document.addEventListener(
  "keydown",
  ({ key }) => {
    if (key === "Enter" && !grid.getCellEditor()) way = "slick-enter-key";
  },
  true,
);
document.addEventListener(
  "dblclick",
  () => {
    way = "slick-double-click";
  },
  true,
);

grid.onCellChange.subscribe((_event, { item, cell }) => {
  const { field } = grid.getColumns()[cell];
  save(way, "change", { student: item.id, field, value: item[field] });
});
grid.onClick.subscribe(async (event) => {
  const target = event.target ?? event.getNativeEvent().target;
  if (!target.matches("a.drop")) return;
  event.preventDefault();
  await save("row-link-get", "remove", { student: target.dataset.id }, "GET");
  draw();
});

window.dropSelected = async () => {
  for (const row of grid.getSelectedRows())
    await save("outer-toolbar", "remove", { student: view.getItem(row).id });
  draw();
};

document.querySelector("#add").addEventListener("click", () => {
  const dialog = make(
    "div",
    { role: "dialog", "aria-label": "Enroll a student", class: "dialog" },
    "Student ",
  );
  const chosen = make("select", { "aria-label": "Student" }, "");
  chosen.append(...peopleIn("other").map((person) => make("option", { value: person.id }, listName(person))));
  const keep = make("button", { type: "button", "data-testid": "dialog-save" }, "Enroll");
  keep.addEventListener("click", async () => {
    await save("frame-dialog", "add", { student: chosen.value, to: "class" });
    dialog.remove();
    draw();
  });
  dialog.append(chosen, keep);
  document.querySelector("#content-main").append(dialog);
});

const cell = (row, column) => `.slick-row[data-row="${row}"] .slick-cell.l${column}`;
const outer = ["iframe[name=body]"];
const inner = [...outer, "iframe[name=frameWorkspaceWrapper]", "iframe[name=frameWorkspaceDetail]"];
publish({
  more: { scroll: ["#grid", 300] },
  frame: inner,
  editPaths: [
    {
      name: "slick-double-click",
      kind: "change",
      steps: [{ doubleClick: cell(2, 1) }, { key: "Control+A" }, { type: "Zoila" }, { key: "Enter" }],
    },
    {
      name: "slick-enter-key",
      kind: "change",
      steps: [
        { click: cell(3, 1) },
        { key: "Enter" },
        { key: "Control+A" },
        { type: "Zoila" },
        { key: "Enter" },
      ],
    },
    { name: "row-link-get", kind: "remove", steps: [{ click: `${cell(4, 4)} a.drop` }] },
    { name: "frame-dialog", kind: "add", steps: [{ click: "#add" }, { click: "[data-testid=dialog-save]" }] },
    {
      name: "outer-toolbar",
      kind: "remove",
      steps: [{ click: cell(5, 3) }, { click: "#drop-selected", frame: outer }],
    },
  ],
});
