import { choice, el, field, findPerson, grades, openDialog, publish, save, search } from "./kit.js";

const redraw = () => location.reload();

for (const link of document.querySelectorAll("a.edit")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const person = findPerson(link.dataset.student);
    openDialog(
      "Student details",
      [field("First name", "first", person.first), choice("Grade", "grade", grades, person.grade)],
      async ({ first, grade }) => {
        if (first !== person.first)
          await save("row-dialog", "change", { student: person.id, field: "first", value: first });
        if (grade !== person.grade)
          await save("row-dialog-grade", "change", { student: person.id, field: "grade", value: grade });
        redraw();
      },
    );
  });
}

/** A search box whose suggestions come by XHR and enroll by GET the moment one is taken. */
document.querySelector("#add-student").addEventListener("click", () => {
  const list = el("ul", { class: "suggestions" });
  const box = el("input", {
    "aria-label": "Find a student to enroll",
    oninput: async () => {
      const found = await search("other", box.value);
      list.replaceChildren(
        ...found.map((person) =>
          el(
            "li",
            {
              onclick: async () => {
                await save("modal-enroll-get", "add", { student: person.id }, "GET");
                redraw();
              },
            },
            `${person.last}, ${person.first}`,
          ),
        ),
      );
    },
  });
  openDialog("Enroll a student", [box, list], () => {});
});

document.querySelector("#apply-filter").addEventListener("click", () => {});

publish({
  editPaths: [
    { name: "icon-link-get", kind: "remove", steps: [{ click: "#students tbody tr:nth-child(3) a.drop" }] },
    {
      name: "row-dialog",
      kind: "change",
      steps: [
        { click: "#students tbody tr:nth-child(2) a.edit" },
        { click: "[role=dialog] input[name=first]" },
        { type: "Q" },
        { click: "[data-testid=dialog-save]" },
      ],
    },
    {
      name: "row-dialog-grade",
      kind: "change",
      steps: [
        { click: "#students tbody tr:nth-child(5) a.edit" },
        { choose: ["[role=dialog] select[name=grade]", "Grade 08"] },
        { click: "[data-testid=dialog-save]" },
      ],
    },
    {
      name: "enroll-form",
      kind: "add",
      steps: [{ click: "#enroll-form button" }],
    },
    {
      name: "modal-enroll-get",
      kind: "add",
      steps: [
        { click: "#add-student" },
        { click: "[role=dialog] input" },
        { type: "a" },
        { click: "[role=dialog] .suggestions li" },
      ],
    },
  ],
});
