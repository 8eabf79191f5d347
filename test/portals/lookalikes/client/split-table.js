import { listName, peopleIn, publish, save } from "./kit.js";

const { jQuery: $ } = window;
const asRow = (person) => ({ ...person, name: listName(person) });

const columns = [
  { name: "name", label: "Student Name", width: 220 },
  { name: "id", label: "Stu ID", key: true, width: 90 },
  {
    name: "grade",
    label: "Gr",
    width: 60,
    editable: true,
    edittype: "select",
    editoptions: { value: "07:07;08:08" },
  },
  { name: "first", label: "Preferred", width: 130, editable: true },
  { name: "birthDate", label: "DOB", width: 100 },
  {
    name: "act",
    label: " ",
    width: 60,
    formatter: "actions",
    sortable: false,
    formatoptions: {
      keys: true,
      delOptions: {
        url: "clientArray",
        reloadAfterSubmit: false,
        onclickSubmit: (_options, id) => {
          save("row-trash", "remove", { student: id }).then(draw);
          return {};
        },
      },
      onEdit: () => {
        way = "row-pencil";
      },
    },
  },
];

const table = $("#roster");
/** Rows are kept by one function whichever way they were opened. */
const keep = async (id, values, way) => {
  const person = peopleIn("class").find((one) => one.id === id);
  for (const field of ["first", "grade"]) {
    if (values[field] !== undefined && values[field] !== person[field])
      await save(way, "change", { student: id, field, value: values[field] });
  }
  draw();
};

let way = "row-pencil";
table.jqGrid({
  datatype: "local",
  data: [],
  colModel: columns,
  height: "auto",
  rowNum: 100,
  idPrefix: "",
  editurl: "clientArray",
  inlineEditing: {
    keys: true,
    aftersavefunc: (id) => {
      const { first, grade } = table.jqGrid("getRowData", id);
      keep(id, { first, grade }, way);
    },
  },
  formDeleting: { url: "clientArray" },
  ondblClickRow: (id) => {
    way = "row-double-click";
    table.jqGrid("editRow", id, table.jqGrid("getGridParam", "inlineEditing"));
  },
});
const dropped = $("#dropped");
dropped.jqGrid({
  datatype: "local",
  data: [],
  colModel: [
    { name: "name", label: "Student Name", width: 220 },
    { name: "id", label: "Stu ID", key: true, width: 90 },
    { name: "grade", label: "Gr", width: 60 },
    {
      name: "back",
      label: " ",
      width: 90,
      formatter: (_value, { rowId }) =>
        `<button type="button" class="restore" value="${rowId}">Re-enroll</button>`,
    },
  ],
  height: "auto",
  rowNum: 100,
});

const draw = () => {
  for (const [grid, list] of [
    [table, "class"],
    [dropped, "dropped"],
  ]) {
    grid
      .jqGrid("clearGridData")
      .jqGrid("setGridParam", { data: peopleIn(list).map(asRow) })
      .trigger("reloadGrid");
  }
};
draw();

document.querySelector("#gbox_dropped").addEventListener("click", async ({ target }) => {
  if (!target.matches(".restore")) return;
  await save("re-enroll-button", "add", { student: target.value, to: "class" });
  draw();
});
document.querySelector("#withdraw").addEventListener("click", async () => {
  const id = table.jqGrid("getGridParam", "selrow");
  if (!id) return;
  await save("withdraw-selected-row", "remove", { student: id });
  draw();
});

const row = (index) => `#roster tr.jqgrow:nth-child(${index + 1})`;
publish({
  editPaths: [
    {
      name: "row-double-click",
      kind: "change",
      steps: [
        { doubleClick: `${row(2)} td:nth-child(4)` },
        { click: `${row(2)} input[name=first]` },
        { type: "z" },
        { key: "Enter" },
      ],
    },
    {
      name: "row-pencil",
      kind: "change",
      steps: [
        { click: `${row(3)} .ui-inline-edit` },
        { click: `${row(3)} input[name=first]` },
        { type: "z" },
        { click: `${row(3)} .ui-inline-save` },
      ],
    },
    {
      name: "row-trash",
      kind: "remove",
      steps: [{ click: `${row(5)} .ui-inline-del` }, { click: "#dData" }],
    },
    {
      name: "withdraw-selected-row",
      kind: "remove",
      steps: [{ click: `${row(4)} td:nth-child(2)` }, { click: "#withdraw" }],
    },
    { name: "re-enroll-button", kind: "add", steps: [{ click: "#dropped .restore" }] },
  ],
});
