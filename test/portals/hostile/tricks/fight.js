// Takes away every host of somebody else, at once and for ever.
(() => {
  window.fights = 0;
  const kill = () => {
    for (const child of [...document.documentElement.children]) {
      if (child.localName === "head" || child.localName === "body") continue;
      window.fights += 1;
      child.remove();
    }
  };
  new MutationObserver(kill).observe(document.documentElement, { childList: true });
  setInterval(kill, 50);
})();
