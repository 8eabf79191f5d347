/** What every look-alike page shares: its data, saving, and what it tells a test about itself. */

const data = JSON.parse(document.querySelector("#page-data").textContent);
export const { slug, people, rosters } = data;
const { mutations, acted } = data;

export const peopleIn = (list) => people.filter((person) => person.list === list);
export const findPerson = (id) => people.find((person) => person.id === id);
export const className = rosters[0]?.className;

const take = (person) => {
  const known = findPerson(person.id);
  if (known) Object.assign(known, person);
  else people.push(person);
};

const send = async (operation, values, method) => {
  const query = new URLSearchParams(values);
  const address = `/api/${slug}/${operation}`;
  const response =
    method === "GET" ? await fetch(`${address}?${query}`) : await fetch(address, { method, body: query });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.problem);
  return answer;
};

/** Saves an edit: the server changes its data, logs the mutation, and the page follows. */
export const save = async (path, operation, values, method = "POST") => {
  const { person, mutation } = await send(operation, { ...values, path }, method);
  take(person);
  mutations.push(mutation);
  return person;
};

/** Tells the server of something done that changes no roster. */
export const act = async (action) => {
  acted.splice(0, acted.length, ...(await send("act", { action }, "POST")).acted);
};

export const search = async (list, words) => (await send("list", { list, q: words, size: "20" }, "GET")).data;

/** An element; attributes by name, listeners as on<event> functions. */
export const el = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== undefined));
  return made;
};

const truthOf = ({ list, className: name }) => {
  const rows = peopleIn(list).map(({ id, first, middle, last, grade }) => ({
    id,
    first,
    middle,
    last,
    grade,
    className: name,
  }));
  return { className: name, rows, total: rows.length };
};

/**
 * Publishes the page's truth, its mutation log and the paths by which a person can edit it. `opening` are the steps to
 * the roster, `more` the step that brings further rows into view, `frame` the frames the steps are in.
 */
export const publish = ({ editPaths = [], actions = [], opening = [], frame = [], staff = [], more }) => {
  const others = () => [
    ...staff,
    ...people
      .filter((person) => !rosters.some(({ list }) => list === person.list))
      .map(({ id, first, last, list }) => ({ id, first, last, list })),
  ];
  Object.assign(window, {
    truth: () => {
      const each = rosters.map(truthOf);
      const rows = each.flatMap((roster) => roster.rows);
      return {
        rows,
        total: rows.length,
        className: each[0]?.className,
        idFrom: data.idFrom,
        rosters: each,
        others: others(),
      };
    },
    mutations,
    acted,
    opening,
    more,
    frame,
    editPaths: [...(window.editPaths ?? []), ...editPaths],
    actions: [...(window.actions ?? []), ...actions],
    pageReady: true,
  });
};

/** A dialog as portals make them: role and label, Esc and Cancel close it. `done` gets the fields' values. */
export const openDialog = (label, fields, done, words = { save: "Save", cancel: "Cancel" }) => {
  const close = () => dialog.remove();
  const dialog = el(
    "div",
    {
      role: "dialog",
      "aria-modal": "true",
      "aria-label": label,
      class: "dialog",
      onkeydown: (event) => event.key === "Escape" && close(),
    },
    el("h2", {}, label),
    fields,
    el(
      "p",
      { class: "dialog-buttons" },
      el(
        "button",
        {
          type: "button",
          class: "primary",
          "data-testid": "dialog-save",
          onclick: async () => {
            const values = {};
            for (const input of dialog.querySelectorAll("[name]"))
              values[input.getAttribute("name")] = input.value;
            await done(values);
            close();
          },
        },
        words.save,
      ),
      el("button", { type: "button", onclick: close }, words.cancel),
    ),
  );
  (document.querySelector("#content-main") ?? document.querySelector("html > body")).append(dialog);
  dialog.querySelector("input, select, textarea, button")?.focus();
  return dialog;
};

export const field = (label, name, value = "", attributes = {}) =>
  el("label", { class: "field" }, label, el("input", { name, value, autocomplete: "off", ...attributes }));

export const choice = (label, name, options, value) =>
  el(
    "label",
    { class: "field" },
    label,
    el(
      "select",
      { name },
      options.map(([key, text]) => el("option", { value: key, selected: key === value }, text)),
    ),
  );

export const grades = ["06", "07", "08"].map((grade) => [grade, `Grade ${grade}`]);
export const fullName = ({ first, middle, last }) => [first, middle, last].filter(Boolean).join(" ");
export const listName = ({ first, middle, last }) => `${last}, ${first}${middle ? ` ${middle[0]}.` : ""}`;
