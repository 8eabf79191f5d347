// Keeps every event from everybody else, as far as a page can.
for (const type of "pointerdown mousedown pointerup mouseup click focusin focus keydown input change toggle beforetoggle load DOMContentLoaded pageshow".split(
  " ",
)) {
  window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
}
