import { Grid, h } from "/vendor/gridjs.js";
import { choice, el, field, findPerson, openDialog, peopleIn, publish, save, search } from "./kit.js";

const view = document.querySelector("#view");
const words = { save: "Guardar", cancel: "Cancelar" };
const courses = ["1.º", "2.º", "3.º"].map((grade) => [grade, grade]);

const keepName = async (person, cell) => {
  const [last = "", first = ""] = cell.textContent.split(", ");
  if (first !== person.first)
    await save("celda-editable", "change", { student: person.id, field: "first", value: first });
  if (last !== person.last)
    await save("celda-editable", "change", { student: person.id, field: "last", value: last });
};

const columns = [
  { id: "numero", name: "N.º", width: "60px" },
  {
    id: "nombre",
    name: "Apellidos, Nombre *",
    formatter: (id) => {
      const person = findPerson(id);
      return h(
        "span",
        { class: "nombre", contentEditable: "true", onBlur: ({ target }) => keepName(person, target) },
        `${person.last}, ${person.first}`,
      );
    },
  },
  { id: "matricula", name: "Matrícula" },
  {
    id: "grado",
    name: "Grado",
    formatter: (grade, row) =>
      h(
        "select",
        {
          class: "grado",
          onChange: ({ target }) =>
            save("elegir-grado", "change", {
              student: row.cells[2].data,
              field: "grade",
              value: target.value,
            }),
        },
        courses.map(([value]) => h("option", { value, selected: value === grade }, value)),
      ),
  },
  {
    id: "acciones",
    name: "",
    sort: false,
    formatter: (id) =>
      h("span", {}, [
        h(
          "button",
          { type: "button", className: "baja icon", title: "Dar de baja", onClick: () => withdraw(id) },
          "✕",
        ),
        h(
          "button",
          { type: "button", className: "cambio icon", title: "Cambiar de grupo", onClick: () => move(id) },
          "⇄",
        ),
      ]),
  },
];
const rows = () => peopleIn("class").map(({ id, grade }, index) => [index + 1, id, id, grade, id]);

let grid;
const redraw = () => grid.updateConfig({ data: rows() }).forceRender();
const withdraw = async (id) => {
  await save("dar-de-baja", "remove", { student: id });
  redraw();
};
const move = (id) =>
  openDialog(
    "Cambiar de grupo",
    [
      choice(
        "Grupo",
        "to",
        [
          ["class", "1.º B"],
          ["other", "1.º A"],
        ],
        "class",
      ),
    ],
    async ({ to }) => {
      if (to !== "class") await save("cambiar-de-grupo", "move", { student: id, to });
      redraw();
    },
    words,
  );
const add = () =>
  openDialog(
    "Inscribir alumno",
    [field("Nombre", "first"), field("Apellidos", "last"), choice("Grado", "grade", courses, "1.º")],
    async (values) => {
      await save("inscribir-alumno", "add", { ...values, to: "class" });
      redraw();
    },
    words,
  );

const show = (...children) => view.replaceChildren(...children);
const showRoster = async () => {
  await search("class", "");
  const box = el("div", { id: "lista" });
  show(
    el("h2", {}, "Grupo 1.º B - Alumnos"),
    el("button", { type: "button", id: "inscribir", onclick: add }, "Inscribir alumno"),
    box,
  );
  grid = new Grid({
    columns,
    data: rows(),
    sort: true,
    search: true,
    language: { search: { placeholder: "Buscar..." } },
  });
  grid.render(box);
};
const showHome = () =>
  show(el("h2", {}, "Tablero"), el("p", {}, "Bienvenida, Lic. Mendoza. Hoy hay 2 avisos."));
const showCalendar = () =>
  show(
    el("h2", {}, "Noviembre"),
    el(
      "table",
      {},
      el(
        "tr",
        {},
        ["L", "M", "X", "J", "V"].map((day) => el("th", {}, day)),
      ),
      el(
        "tr",
        {},
        [23, 24, 25, 26, 27].map((day) => el("td", {}, String(day))),
      ),
    ),
  );

document.querySelector("#show-home").addEventListener("click", showHome);
document.querySelector("#show-roster").addEventListener("click", showRoster);
document.querySelector("#show-calendar").addEventListener("click", showCalendar);
showHome();

const row = (index) => `#lista tbody tr:nth-child(${index})`;
const otherGrade = courses.map(([value]) => value).find((value) => value !== peopleIn("class")[4].grade);
publish({
  opening: [{ click: "#show-calendar" }, { click: "#show-roster" }, { wait: row(5) }],
  editPaths: [
    { name: "dar-de-baja", kind: "remove", steps: [{ click: `${row(3)} .baja` }] },
    {
      name: "celda-editable",
      kind: "change",
      steps: [{ click: `${row(4)} .nombre` }, { key: "End" }, { type: "z" }, { key: "Tab" }],
    },
    { name: "elegir-grado", kind: "change", steps: [{ choose: [`${row(5)} .grado`, otherGrade] }] },
    {
      name: "cambiar-de-grupo",
      kind: "move",
      steps: [
        { click: `${row(6)} .cambio` },
        { focus: "[role=dialog] select" },
        { key: "ArrowDown" },
        { click: "[data-testid=dialog-save]" },
      ],
    },
    {
      name: "inscribir-alumno",
      kind: "add",
      steps: [
        { click: "#inscribir" },
        { type: "Rocío" },
        { click: "[role=dialog] input[name=last]" },
        { type: "Ibarra Solís" },
        { click: "[data-testid=dialog-save]" },
      ],
    },
  ],
});
