// A single-page application in the manner of component frameworks: state in one place, and the whole grid drawn anew
// whenever it changes, so that no node lives long. Text becomes an input when it is pressed.
const state = { data: null, from: 0, editing: null, adding: false };

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

const sectionId = () => location.pathname.split("/")[2];
const load = async () => {
  const answer = await fetch(`/api/classes/${sectionId()}?from=${state.from}`);
  state.data = await answer.json();
  draw();
};
const send = async (method, id, values) => {
  await fetch(`/api/students${id ? `/${id}` : ""}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(values && { body: JSON.stringify(values) }),
  });
  await load();
};

const toUs = (iso) => `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`;
const columns = () => [
  ["name", "Student", (one) => `${one.lastName}, ${one.firstName}`],
  ["gradeLevel", "Grade", (one) => one.gradeLevel],
  ["birthDate", state.data.headerOfBirthDate, (one) => toUs(one.birthDate)],
  ["gender", "Gender", (one) => one.gender],
  ["section", "Class", (one) => one.section],
  ["accommodation", "Accommodation", (one) => one.accommodation],
];

const commit = (input) => {
  const editing = state.editing;
  if (!editing) return;
  state.editing = null;
  const { value } = input;
  if (value === editing.before) return draw();
  const [lastName, firstName = ""] = value.split(",").map((part) => part.trim());
  return send(
    "PATCH",
    editing.id,
    editing.field === "name" ? { lastName, firstName } : { [editing.field]: value },
  );
};

const cell = (student, [field, , say]) => {
  const { editing } = state;
  const text = say(student);
  if (editing?.id !== student.id || editing.field !== field) {
    const edit = () => {
      if (state.editing) return;
      state.editing = { id: student.id, field, before: text };
      draw();
    };
    const button = make(
      "span",
      { class: "value", tabindex: "0", click: edit, keydown: (event) => event.key === "Enter" && edit() },
      text,
    );
    return make("div", { role: "gridcell", "data-field": field }, button);
  }
  const input =
    field === "section"
      ? make(
          "select",
          { "aria-label": "Class" },
          ...state.data.sections.map(({ id, name }) => make("option", { value: id }, name)),
        )
      : make("input", { "aria-label": field });
  input.value = text;
  input.addEventListener("blur", () => commit(input));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) commit(input);
  });
  queueMicrotask(() => input.focus());
  return make("div", { role: "gridcell", "data-field": field }, input);
};

const row = (student) =>
  make(
    "div",
    { role: "row", "data-student-id": student.id },
    ...columns().map((column) => cell(student, column)),
    make(
      "div",
      { role: "gridcell", "data-field": "remove" },
      make(
        "button",
        { type: "button", title: "Remove from class", click: () => send("DELETE", student.id) },
        "×",
      ),
    ),
  );

const turn = (by) => {
  state.from += by;
  return load();
};

const draw = () => {
  const { data } = state;
  if (state.editing && document.activeElement?.matches("[role=gridcell] input")) {
    // A drawing while somebody types keeps what is typed, as such applications do.
    state.editing.typed = document.activeElement.value;
  }
  const to = Math.min(data.from + data.perPage, data.total);
  const head = make(
    "header",
    { id: "class-head", "data-section-id": data.section.id, "data-school-id": data.school.id },
    make("h2", {}, data.section.name),
    make(
      "p",
      {},
      make("span", { class: "school" }, data.school.name),
      " · ",
      make("span", { class: "teacher" }, data.section.teacher),
    ),
  );
  const header = make(
    "div",
    { role: "row" },
    ...[...columns().map(([, words]) => words), ""].map((words) =>
      make("div", { role: "columnheader" }, words),
    ),
  );
  const grid = make("div", { role: "grid", "aria-label": "Students" }, header, ...data.students.map(row));
  const bar = make(
    "p",
    {},
    make("span", { class: "count" }, `Showing ${data.from + 1} to ${to} of ${data.total}`),
    " ",
    make(
      "button",
      {
        type: "button",
        class: "previous",
        ...(data.from === 0 && { disabled: "" }),
        click: () => turn(-data.perPage),
      },
      "Previous",
    ),
    make(
      "button",
      {
        type: "button",
        class: "next",
        ...(to >= data.total && { disabled: "" }),
        click: () => turn(data.perPage),
      },
      "Next",
    ),
    make(
      "button",
      {
        type: "button",
        class: "add-student",
        click: () => {
          state.adding = true;
          draw();
        },
      },
      "Add student",
    ),
  );
  const dialog = make(
    "form",
    { role: "dialog", "aria-label": "Add student", submit: add },
    make("input", { name: "lastName", "aria-label": "Last name" }),
    make("input", { name: "firstName", "aria-label": "First name" }),
    make("button", { type: "submit" }, "Save"),
  );
  const sync = make(
    "p",
    { id: "last-sync" },
    "Last sync with Clever: ",
    make("time", { datetime: data.lastSync }, new Date(data.lastSync).toLocaleString("en-US")),
  );
  document
    .getElementById("app")
    .replaceChildren(
      make("h1", {}, "Insights"),
      head,
      make(
        "main",
        { id: "students", "aria-label": "Class students" },
        bar,
        grid,
        ...(state.adding ? [dialog] : []),
      ),
      sync,
    );
};

const add = (event) => {
  event.preventDefault();
  const values = Object.fromEntries(new FormData(event.target));
  state.adding = false;
  void send("POST", "", { ...values, section: sectionId() });
};

if (location.pathname === "/") history.replaceState(null, "", "/classes/SEC-3A/students");
load();
