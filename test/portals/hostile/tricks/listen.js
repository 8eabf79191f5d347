// Hears everything that passes the window, before anybody else of the page.
(() => {
  window.heardEvents = [];
  for (const type of "keydown keypress keyup beforeinput input change compositionstart compositionend paste copy".split(
    " ",
  )) {
    window.addEventListener(
      type,
      (event) => window.heardEvents.push({ type, key: event.key ?? "", data: event.data ?? "" }),
      true,
    );
  }
})();
