import { el, listName, peopleIn, publish, save } from "./kit.js";

const members = document.querySelector("#members");
const candidates = document.querySelector("#candidates");
const option = (person) => el("option", { value: person.id }, `${listName(person)} (${person.grade})`);

members.append(...peopleIn("class").map(option));
candidates.append(...peopleIn("other").map(option));

/** What waits for Save: which way each student went. */
const waiting = new Map();
const count = () => {
  document.querySelector("#members-count").textContent = String(members.options.length);
};
count();

const carry = (to, options, way) => {
  for (const chosen of options) {
    to.append(chosen);
    chosen.selected = false;
    waiting.set(chosen.value, { way, operation: to === members ? "add" : "remove" });
  }
  count();
};
const chosenOf = (box) => [...box.selectedOptions];

document
  .querySelector("#add")
  .addEventListener("click", () => carry(members, chosenOf(candidates), "add-button"));
document
  .querySelector("#remove")
  .addEventListener("click", () => carry(candidates, chosenOf(members), "remove-button"));
document
  .querySelector("#remove-all")
  .addEventListener("click", () => carry(candidates, [...members.options], "remove-all-button"));
members.addEventListener(
  "dblclick",
  ({ target }) => target.matches("option") && carry(candidates, [target], "remove-double-click"),
);
candidates.addEventListener(
  "dblclick",
  ({ target }) => target.matches("option") && carry(members, [target], "add-double-click"),
);
candidates.addEventListener(
  "keydown",
  ({ key }) => key === "Enter" && carry(members, chosenOf(candidates), "add-enter-key"),
);
members.addEventListener(
  "keydown",
  ({ key }) => key === "Delete" && carry(candidates, chosenOf(members), "remove-delete-key"),
);

document.querySelector("#save").addEventListener("click", async () => {
  for (const [student, { way, operation }] of waiting)
    await save(way, operation, { student, to: operation === "add" ? "class" : "other" });
  waiting.clear();
});

const keep = { click: "#save" };
publish({
  editPaths: [
    {
      name: "add-button",
      kind: "add",
      steps: [{ click: "#candidates option:nth-child(2)" }, { click: "#add" }, keep],
    },
    {
      name: "remove-button",
      kind: "remove",
      steps: [{ click: "#members option:nth-child(3)" }, { click: "#remove" }, keep],
    },
    { name: "remove-all-button", kind: "remove", steps: [{ click: "#remove-all" }, keep] },
    {
      name: "remove-double-click",
      kind: "remove",
      steps: [{ doubleClick: "#members option:nth-child(4)" }, keep],
    },
    {
      name: "add-double-click",
      kind: "add",
      steps: [{ doubleClick: "#candidates option:nth-child(4)" }, keep],
    },
    {
      name: "add-enter-key",
      kind: "add",
      steps: [{ focus: "#candidates" }, { key: "ArrowDown" }, { key: "Enter" }, keep],
    },
    {
      name: "remove-delete-key",
      kind: "remove",
      steps: [{ focus: "#members" }, { key: "ArrowDown" }, { key: "Delete" }, keep],
    },
  ],
});
