import Sortable from "/vendor/sortable.js";
import { choice, el, field, findPerson, openDialog, peopleIn, publish, rosters, save } from "./kit.js";

const boards = document.querySelector("#boards");
const other = (list) => (list === "room-a" ? "room-b" : "room-a");
const teachers = [
  { first: "Harriet", last: "Bloom", list: "staff" },
  { first: "Desmond", last: "Achebe", list: "staff" },
];

/** The name is text until it is clicked or reached with the keyboard, then an input, saved on Enter or on leaving. */
const nameOf = (person) => {
  const text = el(
    "span",
    { class: "grow name", tabindex: "0", role: "button" },
    `${person.last}, ${person.first}`,
  );
  const edit = (way) => {
    const box = el("input", { class: "grow", value: `${person.last}, ${person.first}` });
    let done = false;
    const keep = async () => {
      if (done) return;
      done = true;
      const [last, first = ""] = box.value.split(", ");
      if (first !== person.first)
        await save(way, "change", { student: person.id, field: "first", value: first });
      if (last !== person.last) await save(way, "change", { student: person.id, field: "last", value: last });
      draw();
    };
    box.addEventListener("keydown", (event) => event.key === "Enter" && keep());
    box.addEventListener("blur", keep);
    text.replaceWith(box);
    box.focus();
  };
  text.addEventListener("click", () => edit("click-to-input"));
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    edit("enter-to-input");
  });
  return text;
};

const details = (person) =>
  openDialog(
    `${person.first} ${person.last}`,
    [
      field("Date of birth", "birthDate", person.birthDate),
      choice(
        "Class",
        "to",
        rosters.map(({ list, className }) => [list, className]),
        person.list,
      ),
    ],
    async ({ birthDate, to }) => {
      if (birthDate !== person.birthDate)
        await save("dialog-birth-date", "change", {
          student: person.id,
          field: "birthDate",
          value: birthDate,
        });
      if (to !== person.list) await save("dialog-class", "move", { student: person.id, to });
      draw();
    },
  );

const itemOf = (person) =>
  el(
    "li",
    { "data-student": person.id, "data-grade": person.grade },
    el("span", { class: "grip", "aria-hidden": "true" }, "⠿"),
    el("input", { type: "checkbox", "aria-label": "Choose" }),
    nameOf(person),
    el(
      "button",
      { type: "button", class: "icon more", "aria-label": "Details", onclick: () => details(person) },
      "…",
    ),
  );

const draw = () => {
  boards.replaceChildren(
    ...rosters.map(({ list, className }, index) =>
      el(
        "section",
        { class: "board", "data-list": list },
        el("h2", {}, className),
        el(
          "p",
          {},
          `Teacher: ${teachers[index].last}, ${teachers[index].first} - ${peopleIn(list).length} students`,
        ),
        el("ul", { "data-list": list }, peopleIn(list).map(itemOf)),
      ),
    ),
  );
  for (const list of boards.querySelectorAll("ul")) {
    Sortable.create(list, {
      group: "rooms",
      handle: ".grip",
      animation: 0,
      onAdd: async ({ item, to }) => {
        await save("drag-and-drop", "move", { student: item.dataset.student, to: to.dataset.list });
        draw();
      },
    });
  }
};
draw();

const checked = () =>
  [...boards.querySelectorAll("input:checked")].map((box) => box.closest("li").dataset.student);
document.querySelector("#bulk-move").addEventListener("click", async () => {
  for (const student of checked())
    await save("bulk-move", "move", { student, to: other(findPerson(student).list) });
  draw();
});
document.querySelector("#bulk-drop").addEventListener("click", async () => {
  for (const student of checked()) await save("bulk-withdraw", "remove", { student });
  draw();
});

const item = (list, index) => `ul[data-list=${list}] li:nth-child(${index})`;
const box = (index) => ({ click: `${item("room-a", index)} input[type=checkbox]` });
publish({
  staff: teachers,
  editPaths: [
    {
      name: "click-to-input",
      kind: "change",
      steps: [{ click: `${item("room-a", 2)} .name` }, { key: "End" }, { type: "z" }, { key: "Enter" }],
    },
    {
      name: "enter-to-input",
      kind: "change",
      steps: [
        { focus: `${item("room-b", 3)} .name` },
        { key: "Enter" },
        { key: "End" },
        { type: "z" },
        { key: "Enter" },
      ],
    },
    {
      name: "drag-and-drop",
      kind: "move",
      steps: [{ drag: [`${item("room-a", 3)} .grip`, item("room-b", 2)] }],
    },
    {
      name: "dialog-birth-date",
      kind: "change",
      steps: [
        { click: `${item("room-a", 4)} .more` },
        { focus: "[role=dialog] input[name=birthDate]" },
        { key: "Control+A" },
        { type: "2017-02-03" },
        { click: "[data-testid=dialog-save]" },
      ],
    },
    {
      name: "dialog-class",
      kind: "move",
      steps: [
        { click: `${item("room-a", 5)} .more` },
        { choose: ["[role=dialog] select", "Grade 3 - Room B"] },
        { click: "[data-testid=dialog-save]" },
      ],
    },
    { name: "bulk-move", kind: "move", steps: [box(6), box(7), { click: "#bulk-move" }] },
    { name: "bulk-withdraw", kind: "remove", steps: [box(8), box(9), { click: "#bulk-drop" }] },
  ],
});
