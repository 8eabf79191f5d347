import "/vendor/vaadin-grid.js";
import { el, fullName, peopleIn, publish, save } from "./kit.js";

/** Period 1: a Vaadin grid inside the open shadow root of the district's own element. */
class DistrictRoster extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    this.grid = el("vaadin-grid", { style: "height: 360px" });
    this.grid.append(
      el("vaadin-grid-selection-column"),
      this.column("Last Name", "last"),
      this.editable("First Name", "first"),
      this.column("Perm ID", "id"),
      this.column("Grade", "grade"),
      this.removal(),
    );
    root.append(
      el("h2", {}, "World History - Period 1"),
      el(
        "button",
        { type: "button", class: "drop-selected", onclick: () => this.dropSelected() },
        "Remove selected",
      ),
      this.grid,
    );
    this.draw();
  }
  draw() {
    this.grid.items = peopleIn("period1").map((person) => ({ ...person }));
  }
  column(header, path, render) {
    const column = el("vaadin-grid-column", { header, path });
    if (render) column.renderer = (root, _column, { item }) => root.replaceChildren(render(item));
    return column;
  }
  /** Text becomes a text field, itself with a shadow root, when it is clicked. */
  editable(header, path) {
    const edit = (text, item) => {
      const box = el("vaadin-text-field", { value: item[path], "aria-label": header });
      let done = false;
      const keep = async () => {
        if (done) return;
        done = true;
        if (box.value !== item[path])
          await save("click-to-edit", "change", { student: item.id, field: path, value: box.value });
        this.draw();
      };
      box.addEventListener("keydown", ({ key }) => key === "Enter" && keep());
      box.addEventListener("focusout", keep);
      text.replaceWith(box);
      box.updateComplete?.then(() => box.focus());
    };
    return this.column(header, path, (item) => {
      const text = el("span", { class: "text", onclick: () => edit(text, item) }, item[path]);
      return text;
    });
  }
  removal() {
    return this.column(" ", "", (item) =>
      el(
        "button",
        {
          type: "button",
          class: "drop",
          title: "Remove",
          onclick: async () => {
            await save("row-button", "remove", { student: item.id });
            this.draw();
          },
        },
        "✕",
      ),
    );
  }
  async dropSelected() {
    for (const { id } of this.grid.selectedItems) await save("drop-selected", "remove", { student: id });
    this.grid.selectedItems = [];
    this.draw();
  }
}

const places = new Map();

/** Period 2: no script of the page's document can look into this one. */
class SealedRoster extends HTMLElement {
  #root = this.attachShadow({ mode: "closed" });
  connectedCallback() {
    this.draw();
  }
  draw() {
    const person = (one, index) => {
      const name = el("td", { contenteditable: "plaintext-only" }, `${one.last}, ${one.first}`);
      name.addEventListener("blur", async () => {
        const first = name.textContent.split(", ")[1] ?? "";
        if (first === one.first) return;
        await save("sealed-editable-cell", "change", { student: one.id, field: "first", value: first });
      });
      const grade = el("input", { value: one.grade, size: 3, "aria-label": `Grade of ${fullName(one)}` });
      grade.addEventListener("change", () =>
        save("sealed-grade-field", "change", { student: one.id, field: "grade", value: grade.value }),
      );
      const remove = el(
        "button",
        {
          type: "button",
          "aria-label": "Withdraw",
          onclick: async () => {
            await save("sealed-withdraw", "remove", { student: one.id });
            this.draw();
          },
        },
        "–",
      );
      places.set(`name ${index}`, name).set(`grade ${index}`, grade).set(`withdraw ${index}`, remove);
      return el("tr", {}, name, el("td", {}, one.id), el("td", {}, grade), el("td", {}, remove));
    };
    const header = ["Student", "Perm ID", "Grade", ""].map((words) => el("th", {}, words));
    this.#root.replaceChildren(
      el("h2", {}, "World History - Period 2"),
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, header)),
        el("tbody", {}, peopleIn("period2").map(person)),
      ),
    );
  }
}

window.placeOf = (name) => {
  const place = places.get(name);
  place.scrollIntoView({ block: "center" });
  const { x, y, width, height } = place.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
};

customElements.define("district-roster", DistrictRoster);
customElements.define("sealed-roster", SealedRoster);
await customElements.whenDefined("vaadin-grid");

publish({
  more: { scroll: ["district-roster vaadin-grid", 240] },
  editPaths: [
    {
      name: "click-to-edit",
      kind: "change",
      steps: [{ click: "district-roster .text" }, { type: "Zo" }, { key: "Enter" }],
    },
    { name: "row-button", kind: "remove", steps: [{ click: "district-roster .drop" }] },
    {
      name: "drop-selected",
      kind: "remove",
      steps: [
        { click: ":nth-match(district-roster vaadin-checkbox, 3)" },
        { click: "district-roster .drop-selected" },
      ],
    },
    {
      name: "sealed-editable-cell",
      kind: "change",
      steps: [{ clickAt: "name 2" }, { key: "End" }, { type: "z" }, { key: "Tab" }],
    },
    {
      name: "sealed-grade-field",
      kind: "change",
      steps: [{ doubleClickAt: "grade 3" }, { type: "09" }, { key: "Tab" }],
    },
    { name: "sealed-withdraw", kind: "remove", steps: [{ clickAt: "withdraw 4" }] },
  ],
});
