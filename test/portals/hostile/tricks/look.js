// Looks for whatever tells that an extension is here: messages, resources, frames, globals, attributes.
(() => {
  const before = new Set(Object.getOwnPropertyNames(window));
  const messages = [];
  window.addEventListener("message", (event) => messages.push(JSON.stringify(event.data)), true);
  const events = [];
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    events.push(event.type);
    return dispatch.call(this, event);
  };
  const attributesOf = (element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`);
  window.hostileLook = () => ({
    messages,
    events,
    globals: Object.getOwnPropertyNames(window).filter(
      (name) => !before.has(name) && !name.startsWith("hostile"),
    ),
    symbols: Object.getOwnPropertySymbols(window).map(String),
    frames: window.length,
    resources: performance.getEntries().map(({ name }) => name),
    attributes: [...document.querySelectorAll("*")].flatMap(attributesOf),
    sheets: [...document.styleSheets, ...document.adoptedStyleSheets].map(({ href }) => href ?? ""),
    open: [...document.querySelectorAll("*")].filter(({ shadowRoot }) => shadowRoot).length,
    storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie],
  });
})();
