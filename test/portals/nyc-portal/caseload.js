// Every control of the list saves itself; Batch Actions give the picked students to the user who presses.
const save = async (ids, field, value) => {
  const answer = await fetch("/assign", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ids, field, value }),
  });
  document.querySelector("#saved").textContent = answer.ok ? "Saved." : "You may not change this.";
};

document.querySelector(".grid-body").addEventListener("change", (event) => {
  const { name, value } = event.target;
  if (name === "pick") return;
  save(event.target.closest("tr").querySelector("[name=pick]").value, name, value);
});

document.querySelector("#batch-actions").addEventListener("click", async (event) => {
  const field = event.target.dataset.assign;
  const ids = [...document.querySelectorAll("[name=pick]:checked")].map(({ value }) => value);
  if (!field || ids.length === 0) return;
  const me = document.querySelector("#caseload-of").textContent;
  await save(ids.join(), field, field === "officialClass" ? "502" : me);
  location.reload();
});
