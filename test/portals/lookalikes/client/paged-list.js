import DataTable from "/vendor/datatables.js";
import { choice, el, field, fullName, grades, openDialog, publish, save, search } from "./kit.js";

const withdraw = async (id) => {
  await save(
    table.page() === 0 ? "withdraw-link-get" : "withdraw-on-page-two",
    "remove",
    { student: id },
    "GET",
  );
  table.ajax.reload(null, false);
};
const edit = (person) =>
  openDialog(
    "Edit person",
    [field("Last name", "last", person.last), choice("Grade", "grade", grades, person.grade)],
    async ({ last }) => {
      await save("edit-dialog", "change", { student: person.id, field: "last", value: last });
      table.ajax.reload(null, false);
    },
  );

const table = new DataTable("#people", {
  serverSide: true,
  searchDelay: 50,
  ajax: "/api/paged-list/list",
  pageLength: 20,
  lengthMenu: [20],
  ordering: false,
  columns: [
    {
      title: "Name",
      data: null,
      render: {
        _: (person) => fullName(person),
        display: (person) => el("a", { href: `/students/${person.id}`, class: "name" }, fullName(person)),
      },
    },
    { title: "Grade Level", data: "grade" },
    {
      title: "Active",
      data: null,
      render: {
        _: ({ status }) => status,
        display: (person) =>
          el("input", {
            type: "checkbox",
            checked: person.status === "Active",
            "aria-label": "Active",
            onchange: ({ target }) =>
              save(
                "active-checkbox-get",
                "change",
                { student: person.id, field: "status", value: target.checked ? "Active" : "Inactive" },
                "GET",
              ),
          }),
      },
    },
    {
      title: "",
      data: null,
      render: {
        _: () => "",
        display: (person) =>
          el(
            "span",
            {},
            el(
              "a",
              {
                href: "#",
                class: "withdraw",
                onclick: (event) => {
                  event.preventDefault();
                  withdraw(person.id);
                },
              },
              "Withdraw",
            ),
            " ",
            el(
              "button",
              { type: "button", class: "icon edit", title: "Edit", onclick: () => edit(person) },
              "✎",
            ),
          ),
      },
    },
  ],
});

document.querySelector("#enroll").addEventListener("click", () => {
  const list = el("ul", { class: "suggestions", role: "listbox" });
  const take = async (person) => {
    await save("enroll-suggestion-get", "add", { student: person.id, to: "class" }, "GET");
    table.ajax.reload();
  };
  const box = el("input", {
    role: "combobox",
    "aria-label": "Find a person",
    oninput: async () =>
      list.replaceChildren(
        ...(await search("other", box.value)).map((person) =>
          el("li", { role: "option", onclick: () => take(person) }, fullName(person)),
        ),
      ),
  });
  openDialog("Enroll student", [box, list], () => {});
});

const row = (index) => `#people tbody tr:nth-child(${index})`;
const drawn = () =>
  publish({
    more: { click: ".dt-paging [data-dt-idx=next]" },
    staff: [
      { first: "Bridget", last: "Halloran", list: "staff" },
      { first: "Peter", last: "Okonkwo", list: "staff" },
      { first: "Lorna", last: "Vance", list: "staff" },
    ],
    editPaths: [
      { name: "withdraw-link-get", kind: "remove", steps: [{ click: `${row(3)} a.withdraw` }] },
      {
        name: "edit-dialog",
        kind: "change",
        steps: [
          { click: `${row(4)} button.edit` },
          { click: "[role=dialog] input[name=last]" },
          { type: "z" },
          { click: "[data-testid=dialog-save]" },
        ],
      },
      { name: "active-checkbox-get", kind: "change", steps: [{ click: `${row(5)} input[type=checkbox]` }] },
      {
        name: "enroll-suggestion-get",
        kind: "add",
        steps: [
          { click: "#enroll" },
          { click: "[role=dialog] input" },
          { type: "a" },
          { click: ".suggestions li" },
        ],
      },
      {
        name: "withdraw-on-page-two",
        kind: "remove",
        steps: [
          { click: "button[data-dt-idx='1'], [data-dt-idx=next]" },
          { wait: ".dt-info:has-text('21 to 40')" },
          { click: `${row(2)} a.withdraw` },
        ],
      },
    ],
  });
table.one("draw", drawn);
