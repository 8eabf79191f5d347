import { act, el, openDialog, publish } from "./kit.js";

/** A control says what it does in data-act: a press of a button or link, the change of a field. */
const isField = (target) => target.matches("input, select, textarea") && !target.matches("[type=button]");
const said = el("p", { role: "status" });
document.querySelector("#content-main").append(said);

const run = async (action) => {
  await act(action);
  said.textContent = `Done: ${action.replaceAll("-", " ")}.`;
};

document.addEventListener("change", ({ target }) => {
  if (isField(target) && target.dataset.act) run(target.dataset.act);
});
document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-act], [data-dialog]");
  if (!target || isField(target)) return;
  event.preventDefault();
  if (target.dataset.dialog) {
    const words = el("textarea", { name: "words", "aria-label": target.dataset.dialog });
    openDialog(target.dataset.dialog, [words], () => run(target.dataset.dialogAct));
  } else run(target.dataset.act);
});
for (const form of document.querySelectorAll("form[data-act]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(form.dataset.act);
  });
}
for (const item of document.querySelectorAll("[draggable]")) {
  item.addEventListener("dragstart", ({ dataTransfer }) =>
    dataTransfer.setData("text/plain", item.textContent),
  );
}
for (const place of document.querySelectorAll("[data-drop]")) {
  place.addEventListener("dragover", (event) => event.preventDefault());
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    run(place.dataset.drop);
  });
}

const data = JSON.parse(document.querySelector("#page-data").textContent);
publish({ actions: data.actions });
