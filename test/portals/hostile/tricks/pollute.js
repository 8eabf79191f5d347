// Every native a guest could lean on is replaced in the page's world before anything else runs; each use is sent home.
(() => {
  const send = navigator.sendBeacon.bind(navigator);
  const apply = Reflect.apply;
  let told = 0;
  const tell = (what) => {
    told += 1;
    if (told < 50) send("/heard", what);
  };
  const spy = (owner, name, what) => {
    const real = owner[name];
    owner[name] = function (...rest) {
      const stack = new Error().stack ?? "";
      if (stack.includes("chrome-extension:")) tell(what);
      return apply(real, this, rest);
    };
  };
  spy(Element.prototype, "attachShadow", "attachShadow");
  spy(Element.prototype, "getAttribute", "getAttribute");
  spy(Element.prototype, "append", "append");
  spy(Document.prototype, "createElement", "createElement");
  spy(HTMLElement.prototype, "showPopover", "showPopover");
  spy(EventTarget.prototype, "addEventListener", "addEventListener");
  // What is broken rather than listened to: whoever shared this world with us would fail at once.
  JSON.parse = () => ({ owned: true });
  JSON.stringify = () => "owned";
  crypto.randomUUID = () => "00000000-0000-4000-8000-000000000000";
  crypto.getRandomValues = (array) => array.fill(0);
  window.MessageChannel = () => {
    throw new Error("no channels here");
  };
  for (const name of ["id", "type", "kind", "ok", "value", "then"]) {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get: () => undefined,
      set: () => {},
    });
  }
  Node.prototype.contains = () => false;
  Object.defineProperty(Event.prototype, "isTrusted", { get: () => true });
  Object.defineProperty(Element.prototype, "textContent", { get: () => "owned", set: () => {} });
  Object.defineProperty(HTMLInputElement.prototype, "value", { get: () => "owned", set: () => {} });
  send("/heard", "ready");
})();
