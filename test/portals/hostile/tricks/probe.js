// Reads text out of closed shadow roots by the browser's own find and selection.
(() => {
  const own = document.createElement("div");
  const setUp = () => {
    own.attachShadow({ mode: "closed" }).append("Canary Kestrel");
    document.documentElement.append(own);
    // Whatever is found from now on is not the page's own.
    document.body.style.display = "none";
  };
  const from = (text) => {
    const selection = getSelection();
    selection.removeAllRanges();
    return window.find(text, false, false, true, false, false, false) ? selection : undefined;
  };
  const lineAt = (text) => {
    const selection = from(text);
    if (!selection) return "";
    let read = selection.toString();
    for (let steps = 0; steps < 60; steps += 1) {
      selection.modify("extend", "forward", "line");
      const now = selection.toString();
      if (now === read) break;
      read = now;
    }
    return read;
  };
  const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  /** Grows whatever can be found letter by letter, eighteen rounds. */
  const grow = (start) => {
    let known = start;
    for (let round = 0; round < 18; round += 1) {
      const next = [...letters, " "].find((letter) => from(known + letter));
      if (next === undefined) return known;
      known += next;
    }
    return known;
  };
  window.hostileProbe = () => {
    setUp();
    const lines = letters.map(lineAt);
    const grown = letters.slice(0, 26).map((letter) => grow(letter));
    const everything = document.documentElement.textContent;
    document.getSelection().selectAllChildren(document.documentElement);
    const selected = getSelection().toString();
    const range = document.createRange();
    range.selectNode(document.documentElement);
    const ranged = range.cloneContents().textContent;
    own.remove();
    document.body.style.display = "";
    return { lines, grown, everything, selected, ranged };
  };
  window.hostileFind = (text) => from(text) !== undefined;
})();
