// Links and plain buttons post the form back under their own name, as WebForms pages do.
document.addEventListener("click", (event) => {
  const { target } = event.target.dataset;
  if (!target) return;
  event.preventDefault();
  const form = document.querySelector("#aspnetForm");
  form.elements.namedItem("__EVENTTARGET").value = target;
  HTMLFormElement.prototype.submit.call(form);
});
