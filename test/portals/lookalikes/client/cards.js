import {
  choice,
  className,
  el,
  findPerson,
  fullName,
  grades,
  openDialog,
  peopleIn,
  publish,
  save,
} from "./kit.js";

const teacher = { first: "Nevaeh", last: "Whitlock", list: "staff" };
const box = document.querySelector("#cards");
const avatar = ({ first, last }) =>
  el("span", { class: "avatar", "aria-hidden": "true" }, first[0] + last[0]);

const openMenu = (card, person) => {
  card.querySelector(".menu")?.remove();
  const item = (words, run) =>
    el("li", {}, el("button", { type: "button", role: "menuitem", onclick: run }, words));
  card.append(
    el(
      "ul",
      { class: "menu", role: "menu" },
      item("Remove from homeroom", async () => {
        await save("card-menu-remove", "remove", { student: person.id });
        draw();
      }),
      item("Move to Homeroom 205", async () => {
        await save("card-menu-move", "move", { student: person.id, to: "other" });
        draw();
      }),
      item("Edit details", () =>
        openDialog("Details", [choice("Grade", "grade", grades, person.grade)], async ({ grade }) => {
          await save("card-menu-details", "change", { student: person.id, field: "grade", value: grade });
          draw();
        }),
      ),
    ),
  );
};

/** The name turns editable on a double click and is saved when the person leaves it. */
const nameOf = (person) => {
  const name = el("strong", { class: "name" }, fullName(person));
  name.addEventListener("dblclick", () => {
    name.contentEditable = "true";
    name.focus();
  });
  name.addEventListener("blur", async () => {
    name.contentEditable = "false";
    const first = name.textContent.trim().split(" ")[0];
    if (name.textContent.trim() === fullName(person)) return;
    await save("editable-name", "change", { student: person.id, field: "first", value: first });
    draw();
  });
  return name;
};

const cardOf = (person) => {
  const card = el("div", { class: "card student", "data-student-id": person.id });
  const picked = el("select", { "aria-label": `Grade of ${fullName(person)}` });
  picked.append(
    ...grades.map(([value, words]) => el("option", { value, selected: value === person.grade }, words)),
  );
  picked.addEventListener("change", () =>
    save("card-grade", "change", { student: person.id, field: "grade", value: picked.value }),
  );
  card.append(
    el("input", { type: "checkbox", "aria-label": `Choose ${fullName(person)}` }),
    avatar(person),
    nameOf(person),
    el(
      "button",
      { type: "button", class: "icon more", "aria-label": "More", onclick: () => openMenu(card, person) },
      "⋯",
    ),
    el("p", {}, picked),
  );
  return card;
};

const draw = () => {
  const names = el("input", { placeholder: "Type a student's ID", "aria-label": "Student to add" });
  names.addEventListener("keydown", async ({ key }) => {
    if (key !== "Enter" || !findPerson(names.value)) return;
    await save("add-card-enter", "add", { student: names.value, to: "class" });
    draw();
  });
  box.replaceChildren(
    el(
      "div",
      { class: "card" },
      avatar(teacher),
      el("strong", {}, fullName(teacher)),
      el("p", {}, "Teacher"),
    ),
    ...peopleIn("class").map(cardOf),
    el("div", { class: "card add" }, "+ Add to homeroom", names),
  );
};
draw();

document.querySelector("#bulk-go").addEventListener("click", async () => {
  const to = document.querySelector("#bulk").value;
  if (!to) return;
  for (const box of document.querySelectorAll(".card.student input:checked"))
    await save("bulk-move", "move", { student: box.closest(".card").dataset.studentId, to });
  draw();
});

const card = (index) => `.card.student:nth-child(${index + 1})`;
const outsider = peopleIn("other")[0]?.id;
publish({
  staff: [teacher],
  className,
  editPaths: [
    {
      name: "card-menu-remove",
      kind: "remove",
      steps: [{ click: `${card(2)} .more` }, { click: ".menu li:nth-child(1) button" }],
    },
    {
      name: "card-menu-move",
      kind: "move",
      steps: [{ click: `${card(3)} .more` }, { click: ".menu li:nth-child(2) button" }],
    },
    {
      name: "card-menu-details",
      kind: "change",
      steps: [
        { click: `${card(4)} .more` },
        { click: ".menu li:nth-child(3) button" },
        { choose: ["[role=dialog] select", "Grade 08"] },
        { click: "[data-testid=dialog-save]" },
      ],
    },
    {
      name: "editable-name",
      kind: "change",
      steps: [{ doubleClick: `${card(5)} .name` }, { key: "Home" }, { type: "Zo" }, { key: "Tab" }],
    },
    { name: "card-grade", kind: "change", steps: [{ choose: [`${card(6)} select`, "Grade 08"] }] },
    {
      name: "bulk-move",
      kind: "move",
      steps: [
        { click: `${card(7)} input[type=checkbox]` },
        { click: `${card(8)} input[type=checkbox]` },
        { choose: ["#bulk", "Move"] },
        { click: "#bulk-go" },
      ],
    },
    {
      name: "add-card-enter",
      kind: "add",
      steps: [{ click: ".card.add input" }, { type: outsider }, { key: "Enter" }],
    },
  ],
});
