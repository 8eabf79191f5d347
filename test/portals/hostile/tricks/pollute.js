// Every native a guest could lean on is replaced in the page's world before anything else runs; each use is sent home.
(() => {
  const send = navigator.sendBeacon.bind(navigator);
  const apply = Reflect.apply;
  // Without a prototype: it is about to answer to every name.
  const getter = (value) =>
    Object.assign(Object.create(null), { configurable: true, get: () => value, set: () => {} });
  let told = 0;
  const tell = (what) => {
    told += 1;
    if (told < 50) send("/heard", what);
  };
  const spy = (owner, name) => {
    const real = owner[name];
    owner[name] = function (...rest) {
      if ((new Error().stack ?? "").includes("chrome-extension:")) tell(name);
      return apply(real, this, rest);
    };
  };
  spy(Element.prototype, "attachShadow");
  spy(Element.prototype, "getAttribute");
  spy(Element.prototype, "append");
  spy(Document.prototype, "createElement");
  spy(HTMLElement.prototype, "showPopover");
  spy(EventTarget.prototype, "addEventListener");
  // What is broken rather than listened to: whoever shared this world with us would fail at once.
  JSON.parse = () => ({ owned: true });
  JSON.stringify = () => "owned";
  crypto.randomUUID = () => "00000000-0000-4000-8000-000000000000";
  crypto.getRandomValues = (array) => array.fill(0);
  // biome-ignore lint/complexity/useArrowFunction: it is called with new
  window.MessageChannel = function () {
    throw new Error("no channels here");
  };
  for (const name of ["id", "type", "kind", "ok", "value", "then"]) {
    Object.defineProperty(Object.prototype, name, getter(undefined));
  }
  Node.prototype.contains = () => false;
  Object.defineProperty(Event.prototype, "isTrusted", getter(true));
  Object.defineProperty(Element.prototype, "textContent", getter("owned"));
  Object.defineProperty(HTMLInputElement.prototype, "value", getter("owned"));
  send("/heard", "ready");
})();
